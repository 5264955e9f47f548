"""Damaged documents: the run goes on, says why it refused each, and the good ones stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from mutations import Damaged, damaged
from night import ask_staging, dcw, invented

SEED = 7
ISSUES = """
SELECT place, code, expected, found FROM ops.issues
WHERE run_id = (SELECT max(run_id) FROM ops.runs) AND severity = 'error'
"""
FACTS = """
SELECT observation_id, origin, stated_value, stated_unit, time_period, verification, quote
FROM staging.observations WHERE report_id IN ({reports}) ORDER BY ALL
"""


def facts(data: Path, reports: list[str]) -> list[tuple[object, ...]]:
    listed = ", ".join(f"'{report}'" for report in reports)
    return ask_staging(data, FACTS.format(reports=listed))


def take_in(data: Path, documents: list[Damaged]) -> None:
    for number, one in enumerate(documents):
        folder = data / "inbox" / f"damaged-{number:04}"
        folder.mkdir(parents=True)
        (folder / one.name).write_bytes(one.data)


def check_damaged(data: Path, good: list[Path], count: int, originals: dict[str, bytes]) -> None:
    given = [str(path) for path in good]
    dcw(data, "ingest", *given)
    reports = [str(row[0]) for row in ask_staging(data, "SELECT report_id FROM staging.documents")]
    before = facts(data, reports)
    assert before
    take_in(data, damaged(originals, count, SEED))
    dcw(data, "fetch")
    said = dcw(data, "ingest", *given, code=4)
    assert "Traceback" not in said
    issues = ask_staging(data, ISSUES)
    refused = {str(row[0]).split(":")[0] for row in issues}
    assert refused
    assert all(code and expected and found for _, code, expected, found in issues)
    assert [row for row in issues if row[1] in {"failed_to_read", "reader_died"}] == []
    assert facts(data, reports) == before


def test_sixty_damaged_documents_do_no_harm(tmp_path: Path) -> None:
    good = invented(tmp_path / "given")
    # Copies under names of other reports: a damaged copy may be a report, but never a good one's.
    originals = {f"incsr-2018-{area}.txt": good[0].read_bytes() for area in ("and", "isl")}
    check_damaged(tmp_path, good, 60, originals)


@pytest.mark.slow
@pytest.mark.corpus
def test_a_thousand_damaged_documents_do_no_harm(tmp_path: Path, corpus: Path) -> None:
    names = [f"incsr-2018-{area}.txt" for area in ("col", "mex", "tha", "bhs", "egy")]
    good = [corpus / f"incsr-2019-{area}.txt" for area in ("bra", "gtm")]
    originals = {name: (corpus / name).read_bytes() for name in names}
    check_damaged(tmp_path, good, 1000, originals)
