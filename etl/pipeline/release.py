"""From staging to readers: gate, build, gate, publish; or nothing, where nothing is new."""

from __future__ import annotations

from datetime import UTC, datetime

from etl.pipeline.outcome import Outcome
from etl.pipeline.request import Request
from etl.pipeline.steps import Steps
from etl.pipeline.versions import all_versions
from etl.quality.results import GateReport
from etl.quality.store import append
from etl.settings import Settings
from etl.staging.database import connect
from etl.staging.runlog import RunLog
from etl.warehouse.fingerprint import inputs_fingerprint
from etl.warehouse.publish import Occasion, publish
from etl.warehouse.rollback import same_inputs
from etl.warehouse.shelf import current_release_id


def build_and_publish(
    settings: Settings, request: Request, log: RunLog, steps: Steps, outcome: Outcome
) -> None:
    """Publish what staging holds now, unless a release of the very same inputs exists.

    Raises:
        GateRefused: A critical expectation failed.
        BuildFailed: dbt could not build.
        PublishFailed: The release could not be put in place.
    """
    outcome.published = settings.published_path
    outcome.release_id = current_release_id(settings.published_path)
    inputs = inputs_fingerprint(settings.staging_path, settings.root)
    if not request.force and same_inputs(settings, inputs):
        outcome.status = "succeeded" if steps.awake else "unchanged"
        return
    steps.wake()
    _gate("staging", settings, log, steps, outcome)
    _build(settings, steps, outcome)
    _gate("marts", settings, log, steps, outcome)
    _publish(settings, inputs, log, steps, outcome)
    outcome.status = "succeeded"


def _gate(gate: str, settings: Settings, log: RunLog, steps: Steps, outcome: Outcome) -> None:
    from etl.quality.gate import run_gate  # noqa: PLC0415 - loads Great Expectations: 3 s

    with steps.step(f"gate {gate}") as row:
        database = settings.staging_path if gate == "staging" else settings.build_path
        previous = settings.published_path
        report = run_gate(gate, database, root=settings.root, previous=previous)
        outcome.gates.append(report)
        row.rows_in, row.rows_out = report.counts["expectations"], report.counts["held"]
        row.message = _verdict(report)
        with connect(settings.staging_path) as connection:
            append(connection, log.run_id, report)
        report.refuse_if_critical()


def _verdict(report: GateReport) -> str:
    counts = report.counts
    return (
        f"{counts['held']} of {counts['expectations']} expectations hold, "
        f"{counts['critical_failed']} critical and {counts['warning_failed']} warnings failed"
    )


def _build(settings: Settings, steps: Steps, outcome: Outcome) -> None:
    from etl.warehouse.dbt import build  # noqa: PLC0415 - loads dbt: 2 s

    with steps.step("build") as row:
        built = build(settings)
        outcome.slowest = built.slowest
        row.message = built.summary


def _publish(settings: Settings, inputs: str, log: RunLog, steps: Steps, outcome: Outcome) -> None:
    with steps.step("publish") as row:
        occasion = Occasion(
            run_id=log.run_id,
            now=datetime.now(UTC),
            inputs_fingerprint=inputs,
            versions=all_versions(),
            gates=outcome.gates,
        )
        published = publish(settings, occasion)
        outcome.release_id = published.manifest.release_id
        outcome.released = published.changed
        row.rows_out = published.manifest.facts
        state = "published" if published.changed else "is published already"
        row.message = f"release {outcome.release_id} {state}, {published.manifest.facts} facts"
