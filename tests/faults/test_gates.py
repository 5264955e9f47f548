"""What a failing expectation does: a critical one stops the publish, a warning is reported."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from night import EXAMPLES, content, dcw, invented, put_in_inbox


@pytest.mark.slow
def test_a_critical_failure_publishes_nothing_and_names_its_rows(tmp_path: Path) -> None:
    put_in_inbox(tmp_path, invented(tmp_path / "given")[:1])
    dcw(tmp_path, "nightly")
    published = tmp_path / "published" / "warehouse.duckdb"
    old = content(published)
    # Reports on countries that no code list knows: nearly all their facts are rejected.
    put_in_inbox(tmp_path, [EXAMPLES / "mem-6-xab.txt"])
    unknown = (EXAMPLES / "incsr-2024-xaa.txt").read_text("utf-8").replace("12,400", "12,500")
    (tmp_path / "inbox" / "incsr-2024-xaa.txt").write_text(unknown, encoding="utf-8")
    shutil.copy(EXAMPLES / "incsr-2024-xaa.yml", tmp_path / "inbox")
    said = dcw(tmp_path, "nightly", code=5)
    assert "audit.rejected_rows.rejections_are_few" in said
    assert '"rejected"' in said
    assert content(published) == old


@pytest.mark.slow
def test_a_failing_warning_is_published_and_reported(tmp_path: Path) -> None:
    given = invented(tmp_path / "given")
    # A stated change of four percent between figures that differ by far more.
    text = given[0].read_text("utf-8").replace("12,400", "16,400")
    given[0].write_text(text, encoding="utf-8")
    put_in_inbox(tmp_path, given)
    said = dcw(tmp_path, "nightly")
    assert "1 warnings" in said
    assert (tmp_path / "published" / "warehouse.duckdb").is_file()
