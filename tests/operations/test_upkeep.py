"""Silent sources are noticed; withdrawn documents are marked; rebuilding loses nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from etl.errors import ArchiveDamaged, UsageError
from etl.operations.rebuild import carry_run_log, check_archive, staging_set_aside
from etl.operations.staleness import silences
from etl.operations.withdrawal import withdrawn_documents
from etl.sources.archive import Archive
from etl.sources.definitions import Source
from etl.staging.database import connect
from etl.staging.migrate import upgrade

NOON = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)


def source(name: str, days: int | None, *, enabled: bool = True) -> Source:
    return Source(name, "inbox", enabled, "p", "l", path="x", expected_every_days=days)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "archive")


def test_a_source_is_stale_when_silent_for_longer_than_expected(archive: Archive) -> None:
    archive.put(b"old", origin="a:1.txt", seen_at=NOON - timedelta(days=31))
    archive.put(b"new", origin="b:1.txt", seen_at=NOON - timedelta(days=30))
    archive.put(b"x", origin="d:1.txt", seen_at=NOON + timedelta(days=3))
    sources = [source("a", 30), source("b", 30), source("c", 30), source("d", 30)]
    found = silences([*sources, source("e", None), source("f", 1, enabled=False)], archive, NOON)
    assert [(s.source_id, s.days, s.is_stale) for s in found] == [
        ("a", 31, True),
        ("b", 30, False),
        ("c", None, True),
        ("d", 0, False),
        ("e", None, False),
    ]


def test_a_withdrawal_is_no_sign_of_life(archive: Archive) -> None:
    archive.put(b"old", origin="a:1.txt", seen_at=NOON - timedelta(days=90))
    archive.withdraw("a:1.txt", seen_at=NOON)
    assert silences([source("a", 30)], archive, NOON)[0].is_stale


def add_report(path: Path, report_id: str, sha256: str | None) -> None:
    with connect(path) as connection:
        connection.execute(
            "INSERT INTO staging.reports BY NAME SELECT ? AS report_id, 'INCSR' AS series, "
            "2030 AS edition, 2030 AS edition_year, 2029 AS reference_year, "
            "? AS document_sha256, 'x' AS extractor_version, 'x' AS lexicon_version, "
            "'x' AS fingerprint, 'active' AS status",
            [report_id, sha256],
        )


def statuses(path: Path) -> dict[str, str]:
    with connect(path) as connection:
        rows = connection.execute("SELECT report_id, status FROM staging.reports").fetchall()
    return dict(rows)


@pytest.fixture
def staging(tmp_path: Path) -> Path:
    path = tmp_path / "durable.duckdb"
    upgrade(path)
    return path


def test_a_document_is_withdrawn_when_no_origin_has_it_any_more(archive: Archive) -> None:
    one = archive.put(b"one", origin="a:1.txt", seen_at=NOON)
    archive.put(b"two", origin="a:2.txt", seen_at=NOON)
    archive.put(b"two", origin="b:copy.txt", seen_at=NOON)
    archive.withdraw("a:1.txt", seen_at=NOON)
    archive.withdraw("a:2.txt", seen_at=NOON)
    assert withdrawn_documents(archive) == {one}
    archive.put(b"one", origin="a:1.txt", seen_at=NOON)
    assert withdrawn_documents(archive) == frozenset()


def test_rebuilding_needs_a_whole_archive(archive: Archive) -> None:
    with pytest.raises(UsageError, match="found none"):
        check_archive(archive)
    digest = archive.put(b"one", origin="a:1.txt", seen_at=NOON)
    assert check_archive(archive) == 1
    archive.path(digest).unlink()
    with pytest.raises(ArchiveDamaged, match=digest):
        check_archive(archive)


def test_a_failed_rebuild_puts_the_old_staging_file_back(staging: Path) -> None:
    add_report(staging, "r1", None)

    def fail() -> None:
        with staging_set_aside(staging):
            upgrade(staging)
            assert statuses(staging) == {}
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        fail()
    assert statuses(staging) == {"r1": "active"}


def test_the_run_log_is_carried_over(staging: Path) -> None:
    with connect(staging) as connection:
        connection.execute(
            "INSERT INTO ops.runs BY NAME SELECT 'run1' AS run_id, 'run' AS command, "
            "TIMESTAMP '2026-05-01' AS started_at, 'succeeded' AS status, '{}' AS versions"
        )
    with staging_set_aside(staging) as aside:
        upgrade(staging)
        assert carry_run_log(aside, staging) == 1
        assert carry_run_log(aside, staging) == 0
    with connect(staging) as connection:
        assert connection.execute("SELECT run_id FROM ops.runs").fetchall() == [("run1",)]
