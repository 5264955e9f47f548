"""The archive laid out for reading: order and sidecars."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from etl.sources.archive import Archive
from etl.sources.desk import lay_out

NOON = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)


def test_listed_documents_come_before_withdrawn_ones_as_first_seen(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive")
    for name in ("old", "b", "a"):
        archive.put(name.encode(), origin=f"web:https://x.example/{name}.txt", seen_at=NOON)
    archive.withdraw("web:https://x.example/old.txt", seen_at=NOON)
    archive.put(b"b again", origin="web:https://x.example/b.txt", seen_at=NOON)
    found = lay_out(archive, tmp_path / "desk")
    assert [one.called.name for one in found] == ["b.txt", "a.txt", "old.txt"]
    assert [one.path.read_bytes() for one in found] == [b"b again", b"a", b"old"]
    assert not (tmp_path / "desk").exists()


def test_a_sidecar_lies_beside_its_own_document_alone(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive")
    for name in ("2026/peru.pdf", "peru.pdf", "2026/peru.yml"):
        archive.put(name.encode(), origin=f"inbox:{name}", seen_at=NOON)
    found = lay_out(archive, tmp_path / "desk")
    assert [one.event.origin for one in found] == ["inbox:2026/peru.pdf", "inbox:peru.pdf"]
    assert found[0].called.with_suffix(".yml").read_bytes() == b"2026/peru.yml"
    assert not found[1].called.with_suffix(".yml").exists()


def test_laying_out_again_writes_nothing(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive")
    for name in ("peru.pdf", "peru.yml"):
        archive.put(name.encode(), origin=f"inbox:{name}", seen_at=NOON)
    first = lay_out(archive, tmp_path / "desk")[0].called.with_suffix(".yml")
    before = first.stat().st_mtime_ns
    lay_out(archive, tmp_path / "desk")
    assert first.stat().st_mtime_ns == before
    archive.put(b"other", origin="inbox:peru.yml", seen_at=NOON)
    lay_out(archive, tmp_path / "desk")
    assert first.read_bytes() == b"other"
