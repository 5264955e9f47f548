"""The archive and the project alone give the same warehouse, byte for byte."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from night import ask_staging, dcw, invented, put_in_inbox


def exported(data: Path) -> dict[str, bytes]:
    target = data / "export"
    dcw(data, "export", str(target))
    return {path.name: path.read_bytes() for path in sorted(target.iterdir())}


@pytest.mark.slow
def test_the_archive_alone_gives_byte_equal_exports(tmp_path: Path) -> None:
    data, other = tmp_path / "data", tmp_path / "other"
    put_in_inbox(data, invented(tmp_path / "given"))
    dcw(data, "nightly")
    other.mkdir()
    shutil.copytree(data / "archive", other / "archive")
    dcw(other, "rebuild")
    found = exported(other)
    assert any(name.startswith("marts") for name in found)
    assert found == exported(data)


def test_a_rebuild_keeps_the_run_log_and_the_old_file(tmp_path: Path) -> None:
    given = [str(path) for path in invented(tmp_path / "given")]
    dcw(tmp_path, "ingest", *given)
    before = ask_staging(tmp_path, "SELECT run_id FROM ops.runs")
    archived = next((tmp_path / "archive" / "objects").rglob("?" * 64))
    archived.chmod(0o640)
    good = archived.read_bytes()
    archived.write_bytes(b"damaged")
    assert "another sha256" in dcw(tmp_path, "rebuild", code=11)
    archived.write_bytes(good)
    assert ask_staging(tmp_path, "SELECT run_id FROM ops.runs") == before
