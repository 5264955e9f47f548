"""Reading in parallel: in order, and a reader that dies takes only its own file along."""

from __future__ import annotations

from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pytest
from samples.arcadia import CHAPTER

from etl.errors import DocumentRefused
from etl.staging import reading
from etl.staging.reading import Input, Reading, read_all, read_one

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture
def files(tmp_path: Path) -> list[Input]:
    """Six readable files; the fourth is empty."""
    names = ("ata", "atf", "bvt", "hmd", "iot", "sgs")
    paths = [tmp_path / f"incsr-2020-{name}.txt" for name in names]
    for path in paths:
        path.write_text("" if path.stem.endswith("hmd") else CHAPTER, encoding="utf-8")
    return [Input(path) for path in paths]


class DyingPool:
    """Processes of which any dies that reads the third file."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def map(
        self, work: Callable[[Input], Reading], files: list[Input], **_: object
    ) -> Iterator[Reading]:
        """One reading after the other, until one dies."""
        for file in files:
            yield self.result_of(work, file)

    def submit(self, work: Callable[[Input], Reading], file: Input) -> DyingPool:
        """This pool, as the promise of a result."""
        self.work, self.file = work, file
        return self

    def result(self) -> Reading:
        """The promised result."""
        return self.result_of(self.work, self.file)

    @staticmethod
    def result_of(work: Callable[[Input], Reading], file: Input) -> Reading:
        """A reading, or what a pool says whose process is gone."""
        if file.path.stem.endswith("bvt"):
            raise BrokenProcessPool
        return work(file)


def told(readings: list[Reading]) -> list[tuple[str, str]]:
    return [(r.source.path.stem[-3:], r.refusal.code if r.refusal else "") for r in readings]


def test_files_come_back_in_their_order_whatever_reads_them(files: list[Input]) -> None:
    alone, many = list(read_all(files, 1)), list(read_all(files, 3))
    assert told(many) == told(alone)
    assert [r.source for r in many] == files
    assert [r.reports for r in many] == [r.reports for r in alone]


def test_a_reader_that_dies_takes_only_its_own_file_along(
    files: list[Input], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_pool", lambda _: DyingPool())
    assert told(list(read_all(files, 2))) == [
        ("ata", ""),
        ("atf", ""),
        ("bvt", "reader_died"),
        ("hmd", "empty"),
        ("iot", ""),
        ("sgs", ""),
    ]


def test_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    refusal = read_one(Input(tmp_path / "incsr-2020-ata.txt")).refusal
    assert refusal is not None
    assert refusal.place == "incsr-2020-ata.txt"


def test_bytes_of_an_archive_are_read_under_their_name(tmp_path: Path) -> None:
    (tmp_path / "0a1b").write_text(CHAPTER, encoding="utf-8")
    (document, _), *_ = read_one(Input(tmp_path / "0a1b", "incsr-2020-ata.txt")).reports
    assert document.identity.report_id == "incsr-2020-ata"


def test_a_refusal_names_its_file_wherever_it_points(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise DocumentRefused("no_rating", expected="a rating", found="none", where="section 5")

    file = tmp_path / "mem-6-smr.txt"
    file.write_text("A report.", encoding="utf-8")
    monkeypatch.setattr("etl.staging.reading.read", refuse)
    refusal = read_one(Input(file)).refusal
    assert refusal is not None
    assert refusal.place == "mem-6-smr.txt, section 5"
