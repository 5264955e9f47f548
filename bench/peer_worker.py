"""Runs in the peer's own environment: sentences in, quantities and seconds out.

Reads a JSON list of sentences from standard input; writes
`{"seconds": …, "found": [[[value, uncertainty, unit, start, end], …], …]}`.
"""

from __future__ import annotations

import json
import sys
import time
import warnings

warnings.simplefilter("ignore")
from quantulum3 import parser  # type: ignore[import-not-found]  # noqa: E402 - after the filter


def parse(sentence: str) -> list[list[object]]:
    """Quantities of one sentence; none where the peer raises."""
    try:
        found = parser.parse(sentence)
    except Exception:  # noqa: BLE001 - the peer's own failures count as nothing found
        return []
    return [[q.value, q.uncertainty, q.unit.name, q.span[0], q.span[1]] for q in found]


if __name__ == "__main__":
    sentences = json.load(sys.stdin)
    parse("warm up with 5 kg")
    started = time.perf_counter()
    results = [parse(sentence) for sentence in sentences]
    json.dump({"seconds": time.perf_counter() - started, "found": results}, sys.stdout)
