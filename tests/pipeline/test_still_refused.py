"""A document that was refused is told again, run after run, until it is gone or mended."""

from __future__ import annotations

import json
from pathlib import Path

from etl.settings import PROJECT_ROOT
from tests.conftest import dcw


def test_a_refused_document_is_told_each_time_it_is_met(tmp_path: Path) -> None:
    data, given = tmp_path / "data", tmp_path / "given"
    given.mkdir()
    (given / "nameless.txt").write_text("A text of no report.\n", encoding="utf-8")
    first = dcw("ingest", given, data=data)
    again = dcw("ingest", given, data=data)
    assert (first.returncode, again.returncode) == (4, 4)
    assert "0 refused, 1 still refused" in again.stderr
    told = [line for line in again.stdout.splitlines() if line.startswith("  as before")]
    assert len(told) == 1
    assert "nameless.txt" in told[0]
    data_again = json.loads(dcw("ingest", given, "--json", data=data).stdout)
    assert [one["place"] for one in data_again["still_refused"]] == ["nameless.txt"]
    report = (PROJECT_ROOT / "examples" / "incsr-2024-xaa.txt").read_bytes()
    (given / "nameless.txt").unlink()
    (given / "incsr-2024-mco.txt").write_bytes(report)
    assert dcw("ingest", given, data=data).returncode == 0
