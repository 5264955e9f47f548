"""From staging to readers: gate, build, gate, publish; or nothing, where nothing is new."""

from __future__ import annotations

from datetime import UTC, datetime

from etl.pipeline.gatekeeper import Gatekeeper, gatekeeper
from etl.pipeline.versions import all_versions
from etl.pipeline.work import Work
from etl.quality.results import GateReport
from etl.quality.store import append
from etl.staging.database import connect
from etl.warehouse.diff import diff
from etl.warehouse.fingerprint import inputs_fingerprint
from etl.warehouse.publish import Occasion, publish
from etl.warehouse.release import Manifest
from etl.warehouse.rollback import same_inputs
from etl.warehouse.shelf import current_release_id


def build_and_publish(work: Work) -> None:
    """Publish what staging holds now, unless a release of the very same inputs exists.

    Raises:
        GateRefused: A critical expectation failed.
        BuildFailed: dbt could not build.
        PublishFailed: The release could not be put in place.
    """
    settings, outcome = work.settings, work.outcome
    outcome.published = settings.published_path
    outcome.release_id = current_release_id(settings.published_path)
    inputs = inputs_fingerprint(settings.staging_path, settings.root)
    if not work.request.force and same_inputs(settings, inputs):
        outcome.status = "succeeded" if work.steps.awake else "unchanged"
        return
    work.steps.wake()
    with gatekeeper(settings.root, settings.published_path) as keeper:
        _heed(work, _build(work, keeper))
        _heed(work, keeper.ask("marts", settings.build_path).result())
    _compare(work)
    _publish(work, inputs)
    outcome.status = "succeeded"


def _build(work: Work, keeper: Gatekeeper) -> GateReport:
    """Build while the staging gate is asked: both only read staging, and nobody writes."""
    from etl.warehouse.dbt import build  # noqa: PLC0415 - loads dbt: 2 s

    with work.steps.step("build") as row:
        asked = keeper.ask("staging", work.settings.staging_path)
        try:
            built = build(work.settings)
        finally:
            # A refusal says more of what is wrong than the build that failed over it.
            report = asked.result()
            if report.failed("critical"):
                _heed(work, report)
        work.outcome.slowest = built.slowest
        row.message = built.summary
    return report


def _heed(work: Work, report: GateReport) -> None:
    """Write a gate's results to the run log, and stop where something critical failed."""
    with work.steps.step(f"gate {report.gate}") as row:
        counts = report.counts
        work.outcome.gates.append(report)
        row.rows_in, row.rows_out = counts["expectations"], counts["held"]
        row.message = (
            f"{counts['held']} of {counts['expectations']} expectations hold, failed are "
            f"{counts['critical_failed']} critical and {counts['warning_failed']} warnings"
        )
        with connect(work.settings.staging_path) as connection:
            append(connection, work.log.run_id, report)
        report.refuse_if_critical()


def _compare(work: Work) -> None:
    """Where the reading changed, tell what that did to the facts before they are published."""
    current = work.outcome.release_id
    if current is None:
        return
    read = {name: all_versions()[name] for name in ("extractor", "lexicon")}
    before = Manifest.read(work.settings.releases / current).versions
    if all(before.get(name) == version for name, version in read.items()):
        return
    with work.steps.step("compare with the last release") as row:
        found = diff(work.settings.published_path, work.settings.build_path)
        row.message = ", ".join(f"{count} {kind}" for kind, count in found.counts.items())


def _publish(work: Work, inputs: str) -> None:
    with work.steps.step("publish") as row:
        occasion = Occasion(
            run_id=work.log.run_id,
            now=datetime.now(UTC),
            inputs_fingerprint=inputs,
            versions=all_versions(),
            gates=work.outcome.gates,
        )
        published = publish(work.settings, occasion)
        work.outcome.release_id = published.manifest.release_id
        work.outcome.released = published.changed
        row.rows_out = published.manifest.facts
        state = "published" if published.changed else "is published already"
        row.message = f"{published.manifest.release_id} {state}, {row.rows_out} facts"
