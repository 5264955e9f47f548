"""When a predicted row agrees with a labelled one, and which belongs to which."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

Row = Mapping[str, str]
LEVELS = ("number", "core", "full")

TOLERANCE = 0.005
"""Relative difference up to which two values are one: labels round, so do reports."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_HEADS = frozenset({"COUNT", "PERSONS"})
_FULL_COLUMNS = ("ref_area", "time_period", "status", "estimator")


def agreement(gold: Row, pred: Row) -> dict[str, bool]:
    """For each level, whether `pred` says what `gold` says.

    `number`: value, upper value and unit. `core`: also kind, indicator, substance,
    country and years. `full`: also area, exact period, status and estimator.
    """
    number = (
        _close(_number(gold["value"]), _number(pred["value"]))
        and _close(_number(gold["value_high"]), _number(pred["value_high"]))
        and _same_unit(gold["unit"], pred["unit"])
    )
    core = number and all(_coded(gold)[key] == _coded(pred)[key] for key in _coded(gold))
    full = core and all(gold[column] == pred[column] for column in _FULL_COLUMNS)
    return {"number": number, "core": core, "full": full}


def _coded(row: Row) -> dict[str, object]:
    substance = row["substance"]
    return {
        "kind": row["kind"],
        "indicator": row["indicator"],
        "substance": "" if substance == "illicit_drugs" else substance,
        "country": sorted({part.strip()[:3] for part in row["ref_area"].split(";")} - {""}),
        "years": sorted(set(_YEAR.findall(row["time_period"]))),
    }


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", "")) if text else None
    except ValueError:
        return None


def _close(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= TOLERANCE * max(abs(one), abs(other), 1e-9)


def _same_unit(one: str, other: str) -> bool:
    return one == other or {one, other} <= _HEADS


Pair = tuple[Row | None, Row | None, dict[str, bool]]


def pair(gold: Sequence[Row], pred: Sequence[Row]) -> list[Pair]:
    """Pair the rows of one report whose spans overlap, one to one, best agreement first.

    Returns:
        Every row of both sides once: pairs, then gold rows alone, then predicted alone.
    """
    used_gold: set[int] = set()
    used_pred: set[int] = set()
    pairs: list[Pair] = []
    for _, _, g, p, agrees in sorted(_overlaps(gold, pred), key=lambda one: one[:4]):
        if g not in used_gold and p not in used_pred:
            used_gold.add(g)
            used_pred.add(p)
            pairs.append((gold[g], pred[p], agrees))
    nothing = dict.fromkeys(LEVELS, False)
    pairs += [(row, None, nothing) for g, row in enumerate(gold) if g not in used_gold]
    pairs += [(None, row, nothing) for p, row in enumerate(pred) if p not in used_pred]
    return pairs


def _overlaps(
    gold: Sequence[Row], pred: Sequence[Row]
) -> list[tuple[int, int, int, int, dict[str, bool]]]:
    found = []
    for g, left in enumerate(gold):
        for p, right in enumerate(pred):
            shared = min(int(left["end"]), int(right["end"])) - max(
                int(left["start"]), int(right["start"])
            )
            if shared > 0:
                agrees = agreement(left, right)
                found.append((-sum(agrees.values()), -shared, g, p, agrees))
    return found
