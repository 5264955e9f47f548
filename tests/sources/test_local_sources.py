"""Inbox folders and fsspec locations."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import fsspec
import pytest

from etl.sources.archive import Archive
from etl.sources.definitions import Source
from etl.sources.fetch import fetch_all
from etl.sources.outcomes import Outcome

NOW = datetime(2026, 5, 1, tzinfo=UTC)


def inbox(**changes: Any) -> Source:
    values: dict[str, Any] = {
        "id": "inbox",
        "kind": "inbox",
        "enabled": True,
        "publisher": "p",
        "licence": "l",
        "path": "inbox",
        "marks_withdrawn": False,
    }
    return Source(**(values | changes))


def fetch(data: Path, source: Source, **options: Any) -> list[Outcome]:
    return fetch_all([source], data=data, archive=Archive(data / "archive"), now=NOW, **options)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "inbox" / "2026").mkdir(parents=True)
    (tmp_path / "inbox" / "b.txt").write_text("bees")
    (tmp_path / "inbox" / "2026" / "a.txt").write_text("ants")
    return tmp_path


def test_new_files_come_in_once_and_stay_where_they_are(data: Path) -> None:
    first = fetch(data, inbox())
    second = fetch(data, inbox())
    assert [(o.place, o.status) for o in first] == [("2026/a.txt", "new"), ("b.txt", "new")]
    assert [o.status for o in second] == ["unchanged", "unchanged"]
    assert (data / "inbox" / "b.txt").read_text() == "bees"


def test_what_is_hidden_linked_or_no_file_is_left_out(data: Path) -> None:
    folder = data / "inbox"
    (data / "secret.txt").write_text("secret")
    (data / "elsewhere").mkdir()
    (data / "elsewhere" / "c.txt").write_text("c")
    (folder / ".hidden.txt").write_text("h")
    (folder / "link.txt").symlink_to(data / "secret.txt")
    (folder / "linked").symlink_to(data / "elsewhere")
    os.mkfifo(folder / "pipe.txt")
    assert [o.place for o in fetch(data, inbox())] == ["2026/a.txt", "b.txt"]


def test_a_file_that_is_too_large_is_refused_alone(data: Path) -> None:
    (data / "inbox" / "big.txt").write_bytes(b"x" * 101)
    found = {o.place: o for o in fetch(data, inbox(max_bytes=100))}
    assert found["big.txt"].status == "refused"
    assert found["big.txt"].message == "expected at most 100 bytes, found 101"
    assert found["b.txt"].status == "new"


def test_a_name_that_is_no_unicode_comes_in(data: Path) -> None:
    (data / "inbox" / os.fsdecode(b"caf\xe9.txt")).write_bytes(b"coffee")
    found = {o.place: o.status for o in fetch(data, inbox())}
    assert found["caf\\udce9.txt"] == "new"
    assert fetch(data, inbox())[-1].status == "unchanged"


def test_an_absent_inbox_offers_nothing(tmp_path: Path) -> None:
    assert fetch(tmp_path, inbox()) == []
    assert list(tmp_path.iterdir()) == []


def test_emptying_the_inbox_withdraws_nothing_unless_asked_to(data: Path) -> None:
    (data / "inbox" / "c.txt").write_text("cats")
    fetch(data, inbox())
    (data / "inbox" / "b.txt").unlink()
    assert "withdrawn" not in {o.status for o in fetch(data, inbox())}
    assert [o.place for o in fetch(data, inbox(marks_withdrawn=True)) if o.is_news] == ["b.txt"]


def test_a_dry_run_writes_nothing(data: Path) -> None:
    found = fetch(data, inbox(), dry_run=True)
    assert [(o.status, o.message) for o in found] == [("would_fetch", "new")] * 2
    assert not (data / "archive").exists()


def location(url: str, **changes: Any) -> Source:
    return inbox(id="store", kind="location", path="", url=url, marks_withdrawn=True, **changes)


@pytest.fixture
def store() -> Any:
    filesystem = fsspec.filesystem("memory")
    filesystem.store.clear()
    filesystem.pipe({"/reports/one.txt": b"one", "/reports/deep/two.txt": b"two"})
    yield filesystem
    filesystem.store.clear()


def test_any_fsspec_address_can_be_a_source(tmp_path: Path, store: Any) -> None:
    found = fetch(tmp_path, location("memory://reports"))
    assert [(o.place, o.status) for o in found] == [
        ("/reports/deep/two.txt", "new"),
        ("/reports/one.txt", "new"),
    ]
    assert [o.status for o in fetch(tmp_path, location("memory://reports"))] == ["unchanged"] * 2
    store.rm("/reports/one.txt")
    assert fetch(tmp_path, location("memory://reports"))[-1].status == "withdrawn"


@pytest.mark.usefixtures("store")
def test_a_glob_a_size_limit_and_a_wrong_address_of_a_location(tmp_path: Path) -> None:
    globbed = fetch(tmp_path, location("memory://reports/*.txt"))
    assert [o.place for o in globbed] == ["/reports/one.txt"]
    large = fetch(tmp_path, location("memory://reports/*.txt", max_bytes=2))
    assert large[0].message == "expected at most 2 bytes, found more"
    for url in ("memory://nowhere", "nosuch://x/y"):
        assert [o.status for o in fetch(tmp_path, location(url))] == ["failed"]


def test_trouble_with_one_source_does_not_stop_the_next(data: Path) -> None:
    archive = Archive(data / "archive")
    sources = [location("nosuch://x"), inbox()]
    found = fetch_all(sources, data=data, archive=archive, now=NOW)
    assert [o.status for o in found] == ["failed", "new", "new"]
