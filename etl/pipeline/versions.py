"""Which versions a run works with."""

from __future__ import annotations

from importlib.metadata import version

from etl import __version__
from etl.extract import extractor_version, lexicon_version
from etl.staging.fingerprint import Versions
from etl.staging.migrate import head_revision

_LIBRARIES = ("duckdb", "dbt-core", "dbt-duckdb", "great-expectations", "sqlalchemy", "alembic")


def reading_versions() -> Versions:
    """Of what makes rows out of documents."""
    return Versions(extractor=extractor_version(), lexicon=lexicon_version())


def all_versions() -> dict[str, str]:
    """Package, extractor, lexicon, schema and libraries, by name."""
    reading = reading_versions()
    return {
        "package": __version__,
        "extractor": reading.extractor,
        "lexicon": reading.lexicon,
        "schema": head_revision(),
        **{name: version(name) for name in _LIBRARIES},
    }
