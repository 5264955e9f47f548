"""Where a fact comes from: its sentence, document and rule, its history, and who disagrees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from etl.errors import UsageError
from etl.warehouse.query import open_published

if TYPE_CHECKING:
    from pathlib import Path

    import duckdb

_CONTEXT = 160
_OTHERS = 20
_SAME_QUANTITY = (
    "kind",
    "indicator",
    "substance",
    "ref_area",
    "time_period",
    "unit_measure",
)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that the published file knows about one fact.

    Attributes:
        fact: Its row of `marts.fct_observations`.
        marked: The sentence with the number between `>>` and `<<`; None without a text.
        before: Some characters of the document before the sentence.
        after: Some characters after it.
        document: The report's row of `evidence.documents` without its text, if it was read.
        history: First and last release that held it.
        others: Other statements of the same quantity, with whether they agree.
    """

    fact: dict[str, Any]
    marked: str | None
    before: str
    after: str
    document: dict[str, Any] | None
    history: dict[str, Any] | None
    others: tuple[dict[str, Any], ...]


def explain(published: Path, observation_id: str) -> Explanation:
    """Explain the fact whose id is, or starts with, `observation_id`.

    Raises:
        UsageError: No such fact, several that start so, or no published file.
    """
    with open_published(published) as connection:
        fact = _fact(connection, observation_id)
        key = {"id": fact["observation_id"], "report": fact["report_id"]}
        document = _one(
            connection, "SELECT * FROM evidence.documents WHERE report_id = $report", key
        )
        text = None if document is None else document.pop("document_text")
        before, after = _context(fact, text)
        return Explanation(
            fact=fact,
            marked=mark(fact),
            before=before,
            after=after,
            document=document,
            history=_one(
                connection, "SELECT * FROM audit.fact_history WHERE observation_id = $id", key
            ),
            others=_others(connection, fact),
        )


def mark(fact: dict[str, Any]) -> str | None:
    """The quote of a fact with its number between `>>` and `<<`."""
    if fact["quote"] is None or fact["number_start"] is None:
        return None
    start = fact["number_start"] - fact["quote_start"]
    end = fact["number_end"] - fact["quote_start"]
    quote = str(fact["quote"])
    return f"{quote[:start]}>>{quote[start:end]}<<{quote[end:]}"


def _fact(connection: duckdb.DuckDBPyConnection, start: str) -> dict[str, Any]:
    found = _all(
        connection,
        "SELECT * FROM marts.fct_observations WHERE starts_with(observation_id, $start) "
        "ORDER BY observation_id LIMIT 5",
        {"start": start},
    )
    if len(found) != 1 or not start:
        ids = ", ".join(one["observation_id"] for one in found) or "none"
        raise UsageError(f"expected the id of one fact, {start!r} fits {ids}")
    return found[0]


def _context(fact: dict[str, Any], text: str | None) -> tuple[str, str]:
    if text is None or fact["quote_start"] is None:
        return "", ""
    start, end = fact["quote_start"], fact["quote_end"]
    return text[max(start - _CONTEXT, 0) : start], text[end : end + _CONTEXT]


def _others(
    connection: duckdb.DuckDBPyConnection, fact: dict[str, Any]
) -> tuple[dict[str, Any], ...]:
    same = " AND ".join(f"{name} IS NOT DISTINCT FROM ${name}" for name in _SAME_QUANTITY)
    return tuple(
        _all(
            connection,
            "SELECT observation_id, report_id, section, obs_value, obs_value_high, unit_measure, "  # noqa: S608 # constant names
            "qualifier, obs_status, estimator, obs_value = $obs_value AS agrees, quote "
            f"FROM marts.fct_observations WHERE {same} AND observation_id <> $observation_id "
            f"ORDER BY agrees, report_id, observation_id LIMIT {_OTHERS}",
            {name: fact[name] for name in (*_SAME_QUANTITY, "obs_value", "observation_id")},
        )
    )


def _one(
    connection: duckdb.DuckDBPyConnection, sql: str, values: dict[str, Any]
) -> dict[str, Any] | None:
    wanted = {name: value for name, value in values.items() if f"${name}" in sql}
    return next(iter(_all(connection, sql, wanted)), None)


def _all(
    connection: duckdb.DuckDBPyConnection, sql: str, values: dict[str, Any]
) -> list[dict[str, Any]]:
    result = connection.execute(sql, values)
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]
