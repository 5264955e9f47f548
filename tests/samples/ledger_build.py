"""Staging from the ledger that ships, as a fresh clone makes them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from etl.pipeline.intake import plan
from etl.pipeline.request import Request
from etl.settings import Settings
from etl.staging.ingest import ingest
from etl.staging.migrate import upgrade


def ledger_staging(data: Path, corpus: tuple[Path, ...] = ()) -> Settings:
    """A data folder whose staging holds the ledger, and the given documents if any."""
    settings = replace(Settings.from_environment(), data=data)
    upgrade(settings.staging_path)
    ingest(settings.staging_path, plan(settings, Request("run", documents=corpus)))
    return settings
