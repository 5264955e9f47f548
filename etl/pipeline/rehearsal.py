"""What a run would do, without writing anything."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from etl.pipeline.intake import plan
from etl.pipeline.request import Request
from etl.settings import Settings
from etl.sources.archive import Archive
from etl.sources.definitions import load_sources
from etl.sources.fetch import fetch_all
from etl.sources.outcomes import Outcome as Fetched
from etl.staging.inventory import file_sha256
from etl.staging.reading import read_all


@dataclass(slots=True)
class Rehearsal:
    """What would be done.

    Attributes:
        fetched: What the sources would bring.
        readable: Reports that would be loaded, with the number of facts found in each.
        refused: Files that would be refused, and why.
        steps: The steps that would follow.
    """

    fetched: list[Fetched] = field(default_factory=list)
    readable: dict[str, int] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)

    def text(self) -> str:
        """The rehearsal in lines for people."""
        lines = [f"{o.status.replace('_', ' ')} {o.place} {o.message}" for o in self.fetched]
        lines += [f"would load {name}: {facts} facts" for name, facts in self.readable.items()]
        lines += [f"would refuse {reason}" for reason in self.refused]
        return "\n".join([*lines, f"then: {', '.join(self.steps)}", "nothing was written"])


def rehearse(settings: Settings, request: Request) -> Rehearsal:
    """Read all that a run would read, and say what it would do with it."""
    found = Rehearsal()
    if request.fetch:
        found.fetched = fetch_all(
            load_sources(settings.root / "sources.yml"),
            data=settings.data,
            archive=Archive(settings.archive),
            now=datetime.now(UTC),
            dry_run=True,
        )
    with tempfile.TemporaryDirectory() as desk:
        work = plan(settings, request, Path(desk))
        wanted = [one for one in work.inputs if file_sha256(one.path) not in work.excluded]
        for reading in read_all(wanted, work.workers):
            if reading.refusal:
                found.refused.append(str(reading.refusal))
            for document, extraction in reading.reports:
                found.readable[document.identity.report_id] = len(extraction.facts)
    found.steps = ["load"]
    if request.publish:
        found.steps += ["gate staging", "build", "gate marts", "publish if the gates hold"]
    return found
