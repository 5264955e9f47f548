"""Alembic's entry: which database, which schemas, which models."""

from __future__ import annotations

from logging.config import fileConfig

from alembic import context
from sqlalchemy import Connection, text

from etl.settings import Settings
from etl.staging.database import open_engine
from etl.staging.tables import Base

SCHEMAS = ("staging", "ops")


def migrate(connection: Connection) -> None:
    """Run the asked-for migrations in one transaction on `connection`."""
    for schema in SCHEMAS:
        connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {schema}"))
    connection.commit()
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        include_schemas=True,
        include_object=lambda _object, name, *_: name != "alembic_version",
        version_table_schema="ops",
        compare_type=True,
        transaction_per_migration=False,
    )
    with context.begin_transaction():
        context.run_migrations()


def main() -> None:
    """Open the database that the caller named, by default that of the settings."""
    config = context.config
    path = config.attributes.get("path")
    if path is None:
        if config.config_file_name is not None:
            fileConfig(config.config_file_name, disable_existing_loggers=False)
        path = Settings.from_environment().staging_path
    engine = open_engine(path)
    # The dialect lists schemas of every attached database as "database.schema".
    engine.dialect.get_schema_names = lambda _connection, **_: list(SCHEMAS)
    with engine.connect() as connection:
        migrate(connection)
    engine.dispose()


main()
