"""Data flows one way through the rooms, and so do imports."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ETL = Path(__file__).resolve().parent.parent / "etl"
ORDER = (
    "errors",
    "settings",
    "sources",
    "documents",
    "extract",
    "ledger",
    "staging",
    "quality",
    "warehouse",
    "site",
    "operations",
    "pipeline",
    "cli",
)
MODULES = sorted(path for path in ETL.rglob("*.py") if path.parent != ETL or path.stem in ORDER)


def room_of(path: Path) -> str:
    return path.relative_to(ETL).parts[0].removesuffix(".py")


def imported_rooms(source: str) -> set[str]:
    names: list[str] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            names += [node.module or ""] + [f"{node.module}.{a.name}" for a in node.names]
        elif isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
    parts = (name.split(".") for name in names)
    return {part[1] for part in parts if part[0] == "etl" and len(part) > 1 and part[1] in ORDER}


def backward_imports(room: str, source: str) -> set[str]:
    return {other for other in imported_rooms(source) if ORDER.index(other) > ORDER.index(room)}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ETL)))
def test_no_room_imports_a_later_one(path: Path) -> None:
    assert backward_imports(room_of(path), path.read_text(encoding="utf-8")) == set()


def test_every_room_has_its_place_in_the_order() -> None:
    rooms = {path.name for path in ETL.iterdir() if path.is_dir() and not path.name.startswith("_")}
    assert rooms <= set(ORDER)


def test_a_backward_import_is_noticed() -> None:
    assert backward_imports("documents", "from etl.staging import tables") == {"staging"}
    assert backward_imports("documents", "def f():\n    import etl.warehouse.dbt") == {"warehouse"}
