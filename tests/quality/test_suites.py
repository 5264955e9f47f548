"""The suites' files: every expectation says why, since when, and how grave it is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from etl.errors import SeedError
from etl.quality.suites import load
from etl.settings import PROJECT_ROOT

GOOD: dict[str, Any] = {
    "id": "staging.things.one",
    "type": "unexpected_rows_expectation",
    "severity": "critical",
    "kwargs": {"unexpected_rows_query": "select 1 from {batch}"},
    "meta": {"note": "why", "since": "2026-01-01"},
}


def _write(folder: Path, *expectations: dict[str, Any], name: str = "staging.things") -> Path:
    suite = {
        "name": name,
        "meta": {"gate": "staging", "schema": "staging", "table": "things"},
        "expectations": list(expectations),
    }
    (folder / "staging.things.json").write_text(json.dumps(suite))
    return folder


def test_shipped_suites_load_and_guard_both_gates() -> None:
    suites = load(PROJECT_ROOT / "expectations")
    assert {suite.gate for suite in suites} == {"staging", "marts"}
    critical = [e for suite in suites for e in suite.expectations if e.severity == "critical"]
    assert len(critical) > 60


def test_shipped_notes_tell_something() -> None:
    for suite in load(PROJECT_ROOT / "expectations"):
        for expected in suite.expectations:
            assert len(expected.note.split()) >= 3, expected.expectation_id
            assert expected.expectation_id.startswith(f"{suite.name}.")


@pytest.mark.parametrize(
    "missing", ["id", "type", "severity", "kwargs", "note", "since"], ids=lambda key: f"no_{key}"
)
def test_an_expectation_without(missing: str, tmp_path: Path) -> None:
    meta = {key: value for key, value in GOOD["meta"].items() if key != missing}
    broken = {key: value for key, value in GOOD.items() if key != missing} | {"meta": meta}
    with pytest.raises(SeedError, match=missing):
        load(_write(tmp_path, broken))


def test_an_unknown_severity_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SeedError, match="mild"):
        load(_write(tmp_path, GOOD | {"severity": "mild"}))


def test_a_repeated_id_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SeedError, match=r"staging\.things\.one"):
        load(_write(tmp_path, GOOD, GOOD))


def test_a_name_that_is_not_the_file_s_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SeedError, match="other"):
        load(_write(tmp_path, GOOD, name="other"))


def test_a_file_that_is_no_suite_is_refused(tmp_path: Path) -> None:
    (tmp_path / "staging.things.json").write_text("[]")
    with pytest.raises(SeedError, match=r"staging\.things\.json"):
        load(tmp_path)
