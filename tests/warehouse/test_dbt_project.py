"""The dbt project keeps its own habits: layers one way, short models, nothing undescribed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from etl.settings import PROJECT_ROOT

MODELS = PROJECT_ROOT / "models"
SQL = sorted(MODELS.rglob("*.sql"))
REFERENCE = re.compile(r"ref\('(\w+)'\)")
LAYERS = {"stg": 0, "int": 1}


def layer(path: Path) -> int:
    return LAYERS.get(path.stem.split("_")[0], 2)


@pytest.mark.parametrize("path", SQL, ids=lambda path: path.stem)
def test_model_is_short_and_reads_only_from_layers_before_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 120
    references = REFERENCE.findall(text)
    known = {other.stem: layer(other) for other in SQL}
    assert [name for name in references if known.get(name, 0) > layer(path)] == []
    if layer(path) == 2:
        assert [name for name in references if name.startswith("stg_")] == []
    assert ("source(" in text) == path.stem.startswith("stg_")
    assert re.search(r"^select \* from \w+$", text, re.MULTILINE)


def test_every_singular_test_opens_with_what_its_failure_means() -> None:
    tests = sorted((PROJECT_ROOT / "tests" / "dbt").glob("*.sql"))
    silent = [
        path.name
        for path in tests
        if not path.read_text(encoding="utf-8").startswith(("-- A failure means", "-- A warning m"))
    ]
    assert tests
    assert silent == []


def test_every_mart_and_column_is_described() -> None:
    described = {
        model["name"]: model
        for path in MODELS.glob("marts/*/_*.yml")
        for model in yaml.safe_load(path.read_text(encoding="utf-8"))["models"]
    }
    assert set(described) == {path.stem for path in MODELS.glob("marts/**/*.sql")}
    mute = [
        f"{name}.{column['name']}"
        for name, model in described.items()
        for column in [{"name": "", **model}, *model["columns"]]
        if not column.get("description", "").strip()
    ]
    assert mute == []


def test_every_model_is_named_for_its_folder() -> None:
    strays = [
        path.name
        for path in SQL
        if {"staging": "stg_", "intermediate": "int_"}.get(path.parent.name, "")
        not in path.stem[:4]
        or (path.parent.parent.name == "marts" and path.stem.startswith(("stg_", "int_")))
    ]
    assert strays == []
