"""The `datapackage.json` that describes an export (Frictionless Data Package)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from etl.warehouse.checksum import file_sha256

if TYPE_CHECKING:
    from pathlib import Path

    from etl.warehouse.catalog import Table

_TYPES = {
    "BIGINT": "integer",
    "BOOLEAN": "boolean",
    "DATE": "date",
    "DOUBLE": "number",
    "FLOAT": "number",
    "HUGEINT": "integer",
    "INTEGER": "integer",
    "SMALLINT": "integer",
    "TIMESTAMP": "datetime",
    "VARCHAR": "string",
}
_MEDIA = {
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True, slots=True)
class Resource:
    """One exported file.

    Attributes:
        columns: Name, DuckDB type and description of each column.
        rows: Rows without the heading.
    """

    table: Table
    path: Path
    description: str
    columns: tuple[tuple[str, str, str], ...]
    rows: int


def write_datapackage(folder: Path, release_id: str, resources: list[Resource]) -> Path:
    """Write `datapackage.json`; nothing of the clock or the machine is in it."""
    body = {
        "profile": "data-package",
        "name": "drug-control-warehouse",
        "title": "Drug-control figures of governments' reports",
        "version": release_id,
        "licenses": [{"name": "Apache-2.0"}],
        "resources": [_resource(one) for one in resources],
    }
    path = folder / "datapackage.json"
    path.write_text(json.dumps(body, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def _resource(one: Resource) -> dict[str, Any]:
    form = one.path.suffix.lstrip(".")
    schema: dict[str, Any] = {"fields": [_field(*column) for column in one.columns]}
    if one.table.key:
        schema["primaryKey"] = list(one.table.key)
    return {
        "name": one.table.full_name.replace(".", "-").replace("_", "-"),
        "title": one.table.full_name,
        "description": one.description,
        "path": one.path.name,
        "format": form,
        "mediatype": _MEDIA[form],
        "encoding": "utf-8",
        "bytes": one.path.stat().st_size,
        "hash": f"sha256:{file_sha256(one.path)}",
        "rows": one.rows,
        "schema": schema,
    }


def _field(name: str, kind: str, description: str) -> dict[str, str]:
    base = kind.partition("(")[0]
    mapped = "number" if base == "DECIMAL" else _TYPES.get(base, "any")
    field = {"name": name, "type": mapped}
    return {**field, "description": description} if description else field
