"""Lexicon tables are loaded with types, and a line that cannot work is refused."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from etl.errors import SeedError
from etl.extract import lexicon
from etl.extract.lexicon import load

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Cue:
    """A row of the tests' own table."""

    cue: str
    code: str
    rank: int
    share: Decimal
    last: bool
    tags: tuple[str, ...]
    example: str


HEADER = "cue,code,rank,share,last,tags,example\n"


def table(folder: Path, *lines: str, header: str = HEADER) -> Path:
    path = folder / "cues.csv"
    path.write_text(header + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def test_rows_come_typed_and_in_order(tmp_path: Path) -> None:
    path = table(tmp_path, "seiz*,A,1,0.5,yes,x|y,seized five", "burn,B,2,1,,,to burn")
    assert load("cues", Cue, codes={"code": {"A", "B"}}, path=path) == (
        Cue("seiz*", "A", 1, Decimal("0.5"), last=True, tags=("x", "y"), example="seized five"),
        Cue("burn", "B", 2, Decimal(1), last=False, tags=(), example="to burn"),
    )


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("burn,C,1,1,,,to burn", "unknown code 'C'"),
        ("Burn,A,1,1,,,to Burn", "never match"),
        ("to  burn,A,1,1,,,to burn", "never match"),
        (" burn,A,1,1,,,to burn", "white space"),
        ("burn,A,one,1,,,to burn", "expected a number"),
        ("burn,A,1,1,no,,to burn", "expected `yes`"),
        ("burn,A,1,1,,,to seize", "does not hold 'burn'"),
        ("burn,A,1,1,,", "expected 7 cells"),
        (",A,1,1,,,to burn", "never match"),
    ],
    ids=[
        "unknown_code",
        "capital",
        "two_spaces",
        "space_around",
        "no_number",
        "no_yes",
        "example_without_cue",
        "cell_missing",
        "empty_cue",
    ],
)
def test_a_line_that_cannot_work_is_refused(tmp_path: Path, line: str, complaint: str) -> None:
    with pytest.raises(SeedError, match=complaint):
        load("cues", Cue, codes={"code": {"A", "B"}}, path=table(tmp_path, line))


def test_a_duplicate_is_refused_with_both_lines(tmp_path: Path) -> None:
    path = table(tmp_path, "burn,A,1,1,,,burn", "burn,B,1,1,,,burn")
    with pytest.raises(SeedError, match=r"cues\.csv:3: .*line 2"):
        load("cues", Cue, path=path)


def test_another_header_is_refused(tmp_path: Path) -> None:
    path = table(tmp_path, header="cue,code\n")
    with pytest.raises(SeedError, match="expected columns"):
        load("cues", Cue, path=path)


def test_a_missing_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SeedError, match="expected a UTF-8 table"):
        load("cues", Cue, path=tmp_path / "cues.csv")


def test_the_version_changes_with_any_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexicon, "folder", lambda: tmp_path)
    versions = []
    for line in ("burn,A,1,1,,,burn", "burn,B,1,1,,,burn", "burn,A,1,1,,,burn"):
        table(tmp_path, line)
        lexicon.lexicon_version.cache_clear()
        versions.append(lexicon.lexicon_version())
    lexicon.lexicon_version.cache_clear()
    assert versions[0] == versions[2] != versions[1]
