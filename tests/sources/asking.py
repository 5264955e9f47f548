"""Asking one source, quickly, into an archive of its own."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from etl.sources.archive import Archive
from etl.sources.definitions import Source
from etl.sources.fetch import fetch_all
from etl.sources.outcomes import Outcome
from etl.sources.web.pace import Patience

NOW = datetime(2026, 5, 1, tzinfo=UTC)
TEXT = b"Ten plants were destroyed in Utopia in 2012."
QUICK = Patience(attempts=3, first_wait=0.01, longest_wait=0.5)


def fetch(tmp_path: Path, source: Source, **options: Any) -> list[Outcome]:
    archive = Archive(tmp_path / "archive")
    return fetch_all([source], data=tmp_path, archive=archive, now=NOW, patience=QUICK, **options)


def only(outcomes: list[Outcome]) -> Outcome:
    assert len(outcomes) == 1, outcomes
    return outcomes[0]
