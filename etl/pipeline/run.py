"""The order of the steps: fetch, load, gate, build, gate, publish."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime

from etl.errors import DcwError, GateRefused
from etl.operations.lock import run_lock
from etl.operations.rebuild import carry_run_log, check_archive, staging_set_aside
from etl.pipeline.intake import plan
from etl.pipeline.outcome import Outcome
from etl.pipeline.release import build_and_publish
from etl.pipeline.request import Request
from etl.pipeline.steps import Say, Steps
from etl.pipeline.versions import all_versions
from etl.settings import Settings
from etl.sources.archive import Archive
from etl.sources.definitions import load_sources
from etl.sources.fetch import fetch_all
from etl.staging.ingest import ingest
from etl.staging.migrate import upgrade
from etl.staging.runlog import RunLog


def run(settings: Settings, request: Request, say: Say) -> Outcome:
    """Do one run, alone on its data folder.

    Args:
        settings: Where things are.
        request: What to do.
        say: Told of each step, in one line of plain words.

    Raises:
        RunLocked: Another run is at work.
        GateRefused: A critical expectation failed; nothing was published.
        DcwError: What else stopped it; the run log tells it too.
    """
    with run_lock(settings.data, command=f"dcw {request.command}"), _staging(settings, request):
        log = RunLog.start(settings.staging_path, request.command, versions=all_versions())
        outcome = Outcome(run_id=log.run_id)
        steps = Steps(log, outcome, say)
        try:
            _work(settings, request, log, steps, outcome)
        except BaseException as error:
            _close_failed(log, outcome, error)
            raise
        log.finish(outcome.status, exit_code=0, release_id=outcome.release_id)
        return outcome


@contextmanager
def _staging(settings: Settings, request: Request) -> Iterator[None]:
    """The staging file at head; for a rebuild a new one, and the old one back where it fails."""
    if not request.rebuild:
        upgrade(settings.staging_path)
        yield
        return
    check_archive(Archive(settings.archive))
    with staging_set_aside(settings.staging_path) as aside:
        upgrade(settings.staging_path)
        carry_run_log(aside, settings.staging_path)
        yield


def _work(
    settings: Settings, request: Request, log: RunLog, steps: Steps, outcome: Outcome
) -> None:
    if request.fetch:
        _fetch(settings, steps, outcome)
    _load(settings, request, log, steps, outcome)
    if request.publish:
        build_and_publish(settings, request, log, steps, outcome)
    else:
        outcome.status = "succeeded" if steps.awake else "unchanged"


def _fetch(settings: Settings, steps: Steps, outcome: Outcome) -> None:
    with steps.step("fetch") as row:
        sources = load_sources(settings.root / "sources.yml")
        archive = Archive(settings.archive)
        outcome.fetched = fetch_all(
            sources, data=settings.data, archive=archive, now=datetime.now(UTC)
        )
        news = [one for one in outcome.fetched if one.is_news]
        trouble = [one for one in outcome.fetched if one.is_trouble]
        row.rows_in, row.rows_out = len(outcome.fetched), len(news)
        row.message = f"{len(news)} new or changed, {len(trouble)} in trouble"
        if news or trouble:
            steps.wake()


def _load(
    settings: Settings, request: Request, log: RunLog, steps: Steps, outcome: Outcome
) -> None:
    with steps.step("load") as row:
        work = plan(settings, request)
        done = outcome.ingested = ingest(settings.staging_path, work)
        row.rows_in, row.rows_out = len(work.inputs), done.rows
        row.message = (
            f"{len(done.loaded)} reports loaded, {len(done.unchanged)} documents unchanged, "
            f"{len(done.refused)} refused"
        )
        if done.changed or done.refused or request.force:
            steps.wake()
    if steps.awake:
        log.issues([*outcome.fetch_problems, *done.problems])


def _close_failed(log: RunLog, outcome: Outcome, error: BaseException) -> None:
    outcome.status = "refused" if isinstance(error, GateRefused) else "failed"
    code = error.exit_code if isinstance(error, DcwError) else 70
    message = f"{type(error).__name__}: {error}"[:4000]
    # What stopped the run (a full disk) may keep its end from being written too.
    with suppress(Exception):
        log.finish(outcome.status, exit_code=code, release_id=outcome.release_id, message=message)
