"""The data dictionary: made from dbt's manifest alone, and every table of ours in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from samples.hostile import HOSTILE
from selectolax.lexbor import LexborHTMLParser

from etl.errors import UsageError
from etl.site.dictionary import dictionary_page, entries, markdown, read_manifest
from etl.site.render import put


def _column(name: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "data_type": "VARCHAR", "description": f"The {name}.", **more}


def _node(kind: str, name: str, folder: list[str], **more: Any) -> dict[str, Any]:
    return {
        "unique_id": f"{kind}.dcw.{name}",
        "resource_type": kind,
        "name": name,
        "schema": "reference" if kind == "seed" else "marts",
        "fqn": ["dcw", *folder, name],
        "description": f"About {name}.",
        "columns": {},
        "depends_on": {"nodes": []},
        **more,
    }


def _manifest() -> dict[str, Any]:
    key = {"type": "primary_key"}
    check = {"type": "check", "expression": "value  > 0"}
    columns = {
        "id": _column("id", constraints=[key]),
        "kind": _column("kind", description="One | other."),
        "value": _column("value", constraints=[check]),
    }
    nodes = [
        _node("model", "fct_things", ["marts", "core"], columns=columns,
              depends_on={"nodes": ["model.dcw.int_things", "seed.dcw.codes"]}),
        _node("model", "int_things", ["intermediate"]),
        _node("model", "supply_things", ["marts", "supply"]),
        _node("seed", "codes", ["reference"], columns={"code": _column("code")}),
        _test("unique", "seed.dcw.codes", "code"),
        _test("accepted_values", "model.dcw.fct_things", "kind", values=["a", "b"]),
        _test("relationships", "model.dcw.fct_things", "kind", to="ref('codes')", field="code"),
    ]  # fmt: skip
    return {"nodes": {node["unique_id"]: node for node in nodes}}


def _test(name: str, node: str, column: str, **kwargs: Any) -> dict[str, Any]:
    return {
        "unique_id": f"test.dcw.{name}.{column}",
        "resource_type": "test",
        "attached_node": node,
        "column_name": column,
        "test_metadata": {"name": name, "kwargs": kwargs},
    }


def test_tables_come_by_layer_and_scaffolding_does_not() -> None:
    assert [(one.layer, one.name) for one in entries(_manifest())] == [
        ("core", "marts.fct_things"),
        ("supply", "marts.supply_things"),
        ("reference", "reference.codes"),
    ]


def test_rules_come_from_constraints_and_tests() -> None:
    things, _, codes = entries(_manifest())
    assert [column.rules for column in things.columns] == [
        ("primary key",),
        ("in codes.code", "one of `a`, `b`"),
        ("`value > 0`",),
    ]
    assert codes.columns[0].rules == ("unique",)
    assert things.built_from == ("codes", "int_things")


def test_the_order_in_the_manifest_does_not_matter() -> None:
    manifest = _manifest()
    turned = {"nodes": dict(reversed(manifest["nodes"].items()))}
    assert markdown(turned) == markdown(manifest)
    assert dictionary_page(turned) == dictionary_page(manifest)


def test_markdown_rows_keep_their_shape() -> None:
    text = markdown(_manifest())
    assert "| `kind` | varchar | One \\| other. | in codes.code; one of `a`, `b` |" in text
    rows = [line for line in text.splitlines() if line.startswith("| `")]
    assert all(line.replace("\\|", "").count("|") == 5 for line in rows)


def test_descriptions_cannot_leave_the_page(browse: Callable[[Path], str], tmp_path: Path) -> None:
    manifest = _manifest()
    node = manifest["nodes"]["model.dcw.fct_things"]
    node["description"] = node["columns"]["id"]["description"] = HOSTILE
    dom = LexborHTMLParser(browse(put(tmp_path, "dictionary.html", dictionary_page(manifest))))
    assert dom.css("script, img, [onerror]") == []
    assert len(dom.css("table")) == 3


@pytest.mark.parametrize(
    "body", ["", "[]", "{}", '{"nodes": 3}'], ids=["empty", "list", "bare", "odd"]
)
def test_what_is_no_manifest_is_refused(body: str, tmp_path: Path) -> None:
    path = tmp_path / "manifest.json"
    path.write_text(body)
    with pytest.raises(UsageError, match="manifest"):
        read_manifest(path)


def test_a_manifest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "manifest.json"
    path.write_text(json.dumps(_manifest()))
    assert read_manifest(path) == _manifest()
