"""The archive keeps bytes for good, once, with where they were seen."""

from __future__ import annotations

import hashlib
import multiprocessing
import stat
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from etl.errors import ArchiveDamaged, UsageError
from etl.sources.archive import Archive

NOON = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "archive")


def test_what_was_put_comes_back_under_its_hash(archive: Archive) -> None:
    digest = archive.put(b"ten plants", origin="inbox:a/one.txt", seen_at=NOON)
    assert digest == hashlib.sha256(b"ten plants").hexdigest()
    assert archive.get(digest) == b"ten plants"
    assert archive.verify() == ()


def test_bytes_are_kept_once_and_read_only(archive: Archive) -> None:
    first = archive.put(b"same", origin="inbox:a/one.txt", seen_at=NOON)
    second = archive.put(b"same", origin="inbox:a/two.txt", seen_at=NOON)
    objects = [path for path in (archive.root / "objects").rglob("*") if path.is_file()]
    assert first == second
    assert len(objects) == 1
    assert stat.S_IMODE(objects[0].stat().st_mode) == 0o440
    assert [event.origin for event in archive.list()] == ["inbox:a/one.txt", "inbox:a/two.txt"]


def test_seeing_a_document_again_writes_nothing(archive: Archive) -> None:
    archive.put(b"same", origin="inbox:a/one.txt", seen_at=NOON)
    before = {path: path.stat().st_mtime_ns for path in archive.root.rglob("*")}
    archive.put(b"same", origin="inbox:a/one.txt", seen_at=NOON + timedelta(days=1))
    after = {path: path.stat().st_mtime_ns for path in archive.root.rglob("*")}
    assert {k: v for k, v in after.items() if k.suffix != ".lock"} == {
        k: v for k, v in before.items() if k.suffix != ".lock"
    }


def test_a_document_that_changes_and_changes_back_is_current_in_its_last_form(
    archive: Archive,
) -> None:
    old = archive.put(b"old", origin="inbox:a/one.txt", seen_at=NOON)
    archive.put(b"new", origin="inbox:a/one.txt", seen_at=NOON)
    archive.put(b"old", origin="inbox:a/one.txt", seen_at=NOON)
    assert [event.sha256 for event in archive.current()] == [old]
    assert len(archive.list()) == 3


def test_order_is_that_of_events_even_when_the_clock_moved_back(archive: Archive) -> None:
    archive.put(b"old", origin="inbox:a/one.txt", seen_at=NOON)
    new = archive.put(b"new", origin="inbox:a/one.txt", seen_at=NOON - timedelta(days=400))
    assert [event.sha256 for event in archive.current()] == [new]


def test_times_are_kept_in_utc_and_need_a_zone(archive: Archive) -> None:
    lima = timezone(timedelta(hours=-5))
    archive.put(b"x", origin="inbox:a/one.txt", seen_at=datetime(2026, 5, 1, 7, 0, tzinfo=lima))
    assert archive.list()[0].seen_at == "2026-05-01T12:00:00Z"
    with pytest.raises(ValueError, match="time zone"):
        archive.put(b"y", origin="o", seen_at=datetime(2026, 5, 1))


def test_a_withdrawn_document_stays_and_says_so_once(archive: Archive) -> None:
    digest = archive.put(b"x", origin="https://a.example/x.pdf", seen_at=NOON)
    assert archive.withdraw("https://a.example/x.pdf", seen_at=NOON) is True
    assert archive.withdraw("https://a.example/x.pdf", seen_at=NOON) is False
    assert archive.withdraw("https://a.example/never-seen.pdf", seen_at=NOON) is False
    assert [(event.sha256, event.state) for event in archive.current()] == [(digest, "withdrawn")]
    assert archive.get(digest) == b"x"
    archive.put(b"x", origin="https://a.example/x.pdf", seen_at=NOON)
    assert archive.current()[0].state == "listed"


def test_damaged_bytes_are_named_and_never_handed_out(archive: Archive) -> None:
    digest = archive.put(b"good", origin="inbox:a/one.txt", seen_at=NOON)
    archive.path(digest).chmod(0o640)
    archive.path(digest).write_bytes(b"evil")
    with pytest.raises(ArchiveDamaged, match="damaged"):
        archive.get(digest)
    assert digest in archive.verify()[0]


def test_a_line_cut_short_by_a_kill_is_skipped_then_removed(archive: Archive) -> None:
    archive.put(b"one", origin="inbox:a/one.txt", seen_at=NOON)
    with (archive.root / "index.jsonl").open("ab") as file:
        file.write(b'{"sha256": "ab')
    assert len(archive.list()) == 1
    archive.put(b"two", origin="inbox:a/two.txt", seen_at=NOON)
    assert [event.origin for event in archive.list()] == ["inbox:a/one.txt", "inbox:a/two.txt"]


def test_a_complete_line_that_is_no_event_stops_with_its_number(archive: Archive) -> None:
    archive.put(b"one", origin="inbox:a/one.txt", seen_at=NOON)
    with (archive.root / "index.jsonl").open("ab") as file:
        file.write(b'{"sha256": 1}\n')
    with pytest.raises(ArchiveDamaged, match="line 2"):
        archive.list()


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "a" * 64 + "/..", "A" * 64])
def test_only_a_digest_is_a_path(archive: Archive, name: str) -> None:
    with pytest.raises(UsageError, match="not a sha256"):
        archive.path(name)


@pytest.mark.parametrize(
    ("origin", "name"),
    [
        ("https://a.example/reports/Volume%20I.pdf?x=/../y", "Volume I.pdf"),
        ("inbox:a/%2e%2E", hashlib.sha256(b"x").hexdigest()[:16]),
        ("inbox:a/\x1b[31mred\n.txt", "31mred.txt"),
        ("inbox:a/" + "n" * 300 + ".txt", "n" * 116 + ".txt"),
    ],
    ids=["address", "dots", "control", "long"],
)
def test_a_name_is_safe_to_show_and_to_use(archive: Archive, origin: str, name: str) -> None:
    archive.put(b"x", origin=origin, seen_at=NOON)
    assert archive.list()[0].name == name


def test_leftovers_of_killed_writers_are_cleaned(archive: Archive) -> None:
    archive.put(b"x", origin="inbox:a/one.txt", seen_at=NOON)
    (archive.root / "objects" / ".incoming-abc").write_bytes(b"half")
    assert archive.clean() == 1
    assert archive.clean() == 0


def _put_many(root: str, worker: int) -> None:
    archive = Archive(Path(root))
    for number in range(20):
        archive.put(f"{number}".encode(), origin=f"inbox:{worker}/{number}.txt", seen_at=NOON)


def test_writers_side_by_side_lose_no_event(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_put_many, args=(str(tmp_path), n)) for n in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    archive = Archive(tmp_path)
    assert len({event.origin for event in archive.list()}) == 60
    assert archive.verify() == ()
