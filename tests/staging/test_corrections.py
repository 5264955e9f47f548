"""Corrections apply only while what they correct is still there, and say when it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.errors import SeedError
from etl.ledger.problem import Problem
from etl.staging.corrections import apply_corrections, read_corrections
from etl.staging.database import connect

HEADER = "observation_id,column_name,expected_value,corrected_value,reason,evidence,decided_on\n"
NAME = "a" * 16
OBSERVATION = (
    f"('{NAME}', '{{origin}}', 'r', 'level', 'arrests', NULL, 'PER', '2019', 'stated', 24, NULL, "
    "'PERSONS', 'exact', 'actual', NULL, 'A', 1, NULL, 'x', 1, 0, '24', NULL, NULL, NULL, NULL, "
    "NULL, NULL, 'unverified', 'machine', 'r', '1', NULL)"
)


def decide(path: Path, *lines: str) -> Path:
    file = path / "corrections.csv"
    file.write_text(HEADER + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return file


def applied(staging: Path, file: Path) -> tuple[list[tuple[str, str]], bool, list[Problem]]:
    with connect(staging) as connection:
        changed, problems = apply_corrections(connection, read_corrections(file))
        query = "SELECT column_name, state FROM staging.corrections ORDER BY ALL"
        return connection.execute(query).fetchall(), changed, problems


@pytest.fixture
def observed(staging: Path) -> Path:
    """A staging file with one observation."""
    with connect(staging) as connection:
        row = OBSERVATION.format(origin="extracted")
        connection.execute(f"INSERT INTO staging.observations VALUES {row}")
    return staging


def test_a_decision_on_what_is_there_is_applied(observed: Path, tmp_path: Path) -> None:
    file = decide(
        tmp_path,
        f"{NAME},indicator,arrests,convictions,misread,page 3,2026-01-31",
        f"{NAME},stated_value,24.0,42,digits swapped,page 3,2026-01-31",
        f"{NAME},substance,,cocaine,named in the title,page 1,2026-01-31",
    )
    states, changed, problems = applied(observed, file)
    assert states == [
        ("indicator", "applied"),
        ("stated_value", "applied"),
        ("substance", "applied"),
    ]
    assert (changed, problems) == (True, [])


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (f"{NAME},indicator,investigations,convictions,r,e,2026-01-31", "arrests"),
        (f"{NAME},stated_value,25,42,r,e,2026-01-31", "24.00000000"),
        (f"{NAME},substance,heroin,cocaine,r,e,2026-01-31", "empty"),
        (f"{'b' * 16},indicator,arrests,convictions,r,e,2026-01-31", "no such observation"),
    ],
)
def test_a_decision_on_what_is_gone_is_stale(
    observed: Path, tmp_path: Path, line: str, found: str
) -> None:
    states, _, problems = applied(observed, decide(tmp_path, line))
    assert [state for _, state in states] == ["stale"]
    assert [(p.code, p.found, p.place[:17]) for p in problems] == [
        ("stale_correction", found, "corrections.csv:2")
    ]


def test_the_ledger_s_row_is_the_one_that_counts(observed: Path, tmp_path: Path) -> None:
    with connect(observed) as connection:
        row = OBSERVATION.format(origin="ledger").replace("'arrests'", "'convictions'")
        connection.execute(f"INSERT INTO staging.observations VALUES {row}")
    file = decide(tmp_path, f"{NAME},indicator,convictions,arrests,r,e,2026-01-31")
    assert applied(observed, file)[0] == [("indicator", "applied")]


def test_the_same_decisions_again_write_nothing(observed: Path, tmp_path: Path) -> None:
    file = decide(tmp_path, f"{NAME},indicator,arrests,convictions,r,e,2026-01-31")
    applied(observed, file)
    before = observed.read_bytes()
    assert not applied(observed, file)[1]
    assert observed.read_bytes() == before


def test_a_decision_that_is_taken_back_leaves(observed: Path, tmp_path: Path) -> None:
    applied(observed, decide(tmp_path, f"{NAME},indicator,arrests,convictions,r,e,2026-01-31"))
    assert applied(observed, decide(tmp_path))[0] == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (f"{NAME},quote,a,b,r,e,2026-01-31", "as column_name, found 'quote'"),
        (f"{NAME},indicator; DROP TABLE x,a,b,r,e,2026-01-31", "as column_name"),
        (f"{NAME},indicator,a,b,,e,2026-01-31", "a reason as reason"),
        (f"{NAME},indicator,a,b,r,,2026-01-31", "as evidence"),
        (f"{NAME},indicator,a,b,r,e,31.1.2026", "as decided_on, found '31.1.2026'"),
        (f"{NAME},indicator,a,a,r,e,2026-01-31", "another value"),
        (f"{NAME},indicator,a", "expected 7 cells"),
    ],
)
def test_a_faulty_decision_stops_with_its_row(tmp_path: Path, line: str, message: str) -> None:
    with pytest.raises(SeedError, match=rf"corrections\.csv:2: .*{message}"):
        read_corrections(decide(tmp_path, line))


def test_no_file_is_no_decision(tmp_path: Path) -> None:
    assert read_corrections(tmp_path / "none.csv") == ()
