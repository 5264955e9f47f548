"""The data dictionary, made from dbt's manifest: every published table and its columns."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from etl.errors import UsageError
from etl.site.render import page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LAYERS = {
    "core": "Facts, dimensions and the country profile",
    "supply": "Supply: crops, eradication, production, alternative development",
    "demand": "Demand: use, treatment, prevention, deaths, money",
    "control": "Control: seizures, laboratories, enforcement, precursors, assets, flows",
    "governance": "Governance: evaluations, budgets, capacity, cooperation, corruption",
    "metrics": "Metrics",
    "audit": "Audit: what became of every number, claim and row",
    "evidence": "Evidence: the documents themselves",
    "reference": "Reference: the code lists",
}
"""Heading of each layer, in reading order; a layer not named here comes last, as itself."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it holds, its type, and what must hold of it."""

    name: str
    kind: str
    description: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One table of the published file.

    Attributes:
        name: `schema.table`.
        layer: Folder of the model, `reference` for code lists.
        built_from: Names of the models and code lists that it reads.
    """

    name: str
    layer: str
    description: str
    columns: tuple[Column, ...]
    built_from: tuple[str, ...]


def read_manifest(path: Path) -> dict[str, Any]:
    """The manifest that dbt wrote.

    Raises:
        UsageError: There is none, or it is none.
    """
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        nodes = manifest["nodes"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"expected dbt's manifest at {path}: {error!r}; build first") from error
    if not isinstance(nodes, dict):
        raise UsageError(f"expected dbt's manifest at {path}, found no nodes")
    return dict(manifest)


def entries(manifest: dict[str, Any]) -> list[Entry]:
    """Every published table, by layer and name."""
    rules = _rules(manifest)
    found = [_entry(node, rules) for node in manifest["nodes"].values() if _is_published(node)]
    order = {layer: number for number, layer in enumerate(LAYERS)}
    return sorted(found, key=lambda one: (order.get(one.layer, len(order)), one.layer, one.name))


def markdown(manifest: dict[str, Any]) -> str:
    """The dictionary as Markdown: the same manifest gives the same bytes."""
    lines = [
        "# Data dictionary",
        "",
        "Made from the dbt project; do not edit. Every table of the published file, by layer.",
    ]
    for layer, listed in _by_layer(entries(manifest)):
        lines += ["", f"## {LAYERS.get(layer, layer)}"]
        for entry in listed:
            lines += _section(entry)
    return "\n".join(lines) + "\n"


def dictionary_page(manifest: dict[str, Any]) -> str:
    """The dictionary as one HTML page."""
    layers = [(LAYERS.get(layer, layer), listed) for layer, listed in _by_layer(entries(manifest))]
    return page("dictionary.html", title="Data dictionary", layers=layers)


def _is_published(node: dict[str, Any]) -> bool:
    if node["resource_type"] == "seed":
        return True
    return node["resource_type"] == "model" and "marts" in node["fqn"]


def _entry(node: dict[str, Any], rules: dict[tuple[str, str], list[str]]) -> Entry:
    layer = "reference" if node["resource_type"] == "seed" else node["fqn"][-2]
    columns = tuple(
        Column(
            name=column["name"],
            kind=(column.get("data_type") or "").lower(),
            description=" ".join((column.get("description") or "").split()),
            rules=tuple(sorted({*rules.get((node["unique_id"], column["name"]), ())})),
        )
        for column in node["columns"].values()
    )
    parents = {name.rpartition(".")[2] for name in node.get("depends_on", {}).get("nodes", ())}
    return Entry(
        name=f"{node['schema']}.{node['name']}",
        layer=layer,
        description=" ".join((node.get("description") or "").split()),
        columns=columns,
        built_from=tuple(sorted(parents)),
    )


def _rules(manifest: dict[str, Any]) -> dict[tuple[str, str], list[str]]:
    """What constraints and tests ask of each column."""
    rules: dict[tuple[str, str], list[str]] = {}
    for node in manifest["nodes"].values():
        if node["resource_type"] == "test" and node.get("column_name"):
            told = _test(node.get("test_metadata") or {})
            rules.setdefault((node["attached_node"], node["column_name"]), []).append(told)
        for column in node.get("columns", {}).values():
            for constraint in column.get("constraints", ()):
                told = _constraint(constraint)
                rules.setdefault((node["unique_id"], column["name"]), []).append(told)
    return rules


def _constraint(constraint: dict[str, Any]) -> str:
    if constraint["type"] == "check" and constraint.get("expression"):
        return f"`{' '.join(constraint['expression'].split())}`"
    return str(constraint["type"]).replace("_", " ")


def _test(metadata: dict[str, Any]) -> str:
    name = metadata.get("name", "tested")
    options = metadata.get("kwargs", {})
    if "values" in options:
        return "one of " + ", ".join(f"`{value}`" for value in options["values"])
    if "to" in options:
        target = str(options["to"]).removeprefix("ref('").removesuffix("')")
        return f"in {target}.{options.get('field', '')}"
    return str(name).replace("_", " ")


def _by_layer(listed: list[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    for layer in dict.fromkeys(entry.layer for entry in listed):
        yield layer, [entry for entry in listed if entry.layer == layer]


def _section(entry: Entry) -> list[str]:
    lines = ["", f"### `{entry.name}`", "", entry.description or "No description."]
    if entry.built_from:
        lines += ["", "Built from " + ", ".join(f"`{name}`" for name in entry.built_from) + "."]
    lines += ["", "| column | type | what it holds | rules |", "| --- | --- | --- | --- |"]
    lines += [
        f"| `{one.name}` | {one.kind} | {_cell(one.description)} | {_cell('; '.join(one.rules))} |"
        for one in entry.columns
    ]
    return lines


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
