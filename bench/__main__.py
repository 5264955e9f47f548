"""`python -m bench`: our reading and the peer's of the same sentences, in one run."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from bench import peer
from bench.gold import Labelled, documents, labelled
from etl.extract import extract
from etl.extract.quantities import find

if TYPE_CHECKING:
    from etl.documents.model import Document


def ours(document: Document, wanted: list[Labelled]) -> tuple[int, int]:
    """How many labelled quantities we read right: by value, and by value and unit."""
    quantities, _ = find(document)
    by_value = by_both = 0
    for label in wanted:
        start, end = label.sentence_start + label.start, label.sentence_start + label.end
        here = [q for q in quantities if q.start < end and q.end > start]
        right = [
            q
            for q in here
            if abs(q.value) == abs(label.value).quantize(q.value) or _near(q.value, label.value)
        ]
        right = [q for q in right if (q.value_high is None) == (label.value_high is None)]
        people = {"COUNT", "PERSONS"}
        by_value += bool(right)
        by_both += any(q.unit == label.unit or {q.unit, label.unit} <= people for q in right)
    return by_value, by_both


def _near(a: object, b: object) -> bool:
    x, y = abs(float(str(a))), abs(float(str(b)))
    return abs(x - y) <= 0.005 * max(x, y, 1e-9)


def theirs(found: list[list[peer.Found]], wanted: list[Labelled]) -> tuple[int, int]:
    """The same for the peer."""
    by_value = by_both = 0
    for quantities, label in zip(found, wanted, strict=True):
        here = [q for q in quantities if q.start < label.end and q.end > label.start]
        right = [q for q in here if peer.value_agrees(q, label.value, label.value_high)]
        by_value += bool(right)
        by_both += any(peer.unit_agrees(q, label.unit) for q in right)
    return by_value, by_both


def main() -> int:
    """Print accuracy and speed side by side; 1 where the peer is ahead in any."""
    reports = documents()
    wanted = {d.identity.report_id: list(labelled(d)) for d in reports}
    flat = [label for labels in wanted.values() for label in labels]
    sentences = [d.quote(s) for d in reports for s in d.sentences]

    mine = [ours(d, wanted[d.identity.report_id]) for d in reports]
    _, found = peer.run([label.sentence for label in flat])
    other = theirs(found, flat)
    started = time.perf_counter()
    for document in reports:
        extract(document)
    my_seconds = time.perf_counter() - started
    peer_seconds, _ = peer.run(sentences)

    total = len(flat)
    value, both = sum(v for v, _ in mine), sum(b for _, b in mine)
    print(f"{total} labelled quantities in {len(reports)} reports, {len(sentences)} sentences")
    print(f"{'':34}{'this project':>14}{'quantulum3':>14}")
    print(f"{'value right':34}{value / total:14.1%}{other[0] / total:14.1%}")
    print(f"{'value and unit right':34}{both / total:14.1%}{other[1] / total:14.1%}")
    print(
        f"{'sentences a second':34}{len(sentences) / my_seconds:14,.0f}"
        f"{len(sentences) / peer_seconds:14,.0f}"
    )
    print(f"speed ratio {peer_seconds / my_seconds:.1f} (ours codes the facts too)")
    return int(both < other[1] or value < other[0] or my_seconds > peer_seconds)


if __name__ == "__main__":
    sys.exit(main())
