"""Tables as workbooks whose bytes depend on the rows alone."""

from __future__ import annotations

import re
import shutil
import zipfile
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from etl.errors import UsageError
from etl.warehouse.exporting.safe import safe_text

if TYPE_CHECKING:
    from pathlib import Path

    import duckdb

    from etl.warehouse.catalog import Table

MAX_ROWS = 1_048_575
MAX_CHARACTERS = 32_767
CUT = "… [cut here: the cell holds no more; the parquet and csv exports are whole]"
_EPOCH = datetime(1980, 1, 1)  # zip files know no zones
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_BATCH = 2000


def write_workbook(connection: duckdb.DuckDBPyConnection, table: Table, target: Path) -> None:
    """Write one table, ordered by key, as a workbook of one sheet.

    Text longer than a cell is cut and says so.

    Raises:
        UsageError: The table has more rows than a sheet.
    """
    count = connection.execute(f"SELECT count(*) FROM {table.address}").fetchone()  # noqa: S608 # quoted name
    if count is not None and count[0] > MAX_ROWS:
        raise UsageError(
            f"expected at most {MAX_ROWS} rows for a sheet, found {count[0]} in {table.full_name}"
        )
    book = Workbook(write_only=True)
    book.properties.creator = "drug-control-warehouse"
    book.properties.created = book.properties.modified = _EPOCH
    sheet = book.create_sheet(table.name[:31])
    sheet.append([name for name, _ in table.columns])
    rows = connection.execute(f"SELECT * FROM {table.address} ORDER BY {table.order}")  # noqa: S608 # quoted name
    while batch := rows.fetchmany(_BATCH):
        for row in batch:
            sheet.append([_cell(sheet, value) for value in row])
    draft = target.with_suffix(".draft")
    book.save(draft)
    _without_clock(draft, target)
    draft.unlink()


def _cell(sheet: Any, value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    if not isinstance(value, str):
        return value if value is None or isinstance(value, bool | int | float) else str(value)
    text = safe_text(_FORBIDDEN.sub("�", value))
    if len(text) > MAX_CHARACTERS:
        text = text[: MAX_CHARACTERS - len(CUT)] + CUT
    cell = WriteOnlyCell(sheet, value=text)
    # Otherwise a text that starts with "=" would be written as a formula all the same.
    cell.data_type = "s"
    return cell


def _without_clock(draft: Path, target: Path) -> None:
    """Pack the parts again under one fixed time: the clock must not reach the bytes."""
    with zipfile.ZipFile(draft) as old, zipfile.ZipFile(target, "w") as new:
        for name in sorted(old.namelist()):
            part = zipfile.ZipInfo(name, _EPOCH.timetuple()[:6])
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o644 << 16
            with old.open(name) as source, new.open(part, "w") as sink:
                if name == "docProps/core.xml":
                    sink.write(_fixed_times(source.read()))
                else:
                    shutil.copyfileobj(source, sink)


def _fixed_times(core: bytes) -> bytes:
    moment = _EPOCH.isoformat().encode() + b"Z"
    return re.sub(rb"(<dcterms:\w+[^>]*>)[^<]*(</dcterms:)", rb"\g<1>" + moment + rb"\g<2>", core)
