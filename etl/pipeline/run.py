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
from etl.pipeline.report import report
from etl.pipeline.request import Request
from etl.pipeline.steps import Say, Steps
from etl.pipeline.versions import all_versions
from etl.pipeline.work import Work
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
        work = Work(settings, request, log, Steps(log, outcome, say), outcome)
        try:
            _do(work)
        except BaseException as error:
            _close_failed(log, outcome, error)
            report(work)
            raise
        log.finish(outcome.status, exit_code=0, release_id=outcome.release_id)
        report(work)
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


def _do(work: Work) -> None:
    if work.request.fetch:
        _fetch(work)
    _load(work)
    if work.request.publish:
        build_and_publish(work)
    else:
        work.outcome.status = "succeeded" if work.steps.awake else "unchanged"


def _fetch(work: Work) -> None:
    with work.steps.step("fetch") as row:
        found = work.outcome.fetched = fetch_all(
            load_sources(work.settings.root / "sources.yml"),
            data=work.settings.data,
            archive=Archive(work.settings.archive),
            now=datetime.now(UTC),
        )
        news = sum(one.is_news for one in found)
        trouble = sum(one.is_trouble for one in found)
        row.rows_in, row.rows_out = len(found), news
        row.message = f"{news} new or changed, {trouble} in trouble"
        if news or trouble:
            work.steps.wake()


def _load(work: Work) -> None:
    with work.steps.step("load") as row:
        todo = plan(work.settings, work.request)
        done = work.outcome.ingested = ingest(work.settings.staging_path, todo)
        row.rows_in, row.rows_out = len(todo.inputs), done.rows
        row.message = (
            f"{len(done.loaded)} reports loaded, {len(done.unchanged)} documents unchanged, "
            f"{len(done.refused)} refused, {len(done.still_refused)} still refused"
        )
        if done.changed or done.refused or work.request.force:
            work.steps.wake()
    if work.steps.awake:
        work.log.issues(
            [*work.outcome.fetch_problems, *done.problems, *done.still_refused, *done.excluded]
        )


def _close_failed(log: RunLog, outcome: Outcome, error: BaseException) -> None:
    outcome.status = "refused" if isinstance(error, GateRefused) else "failed"
    code = error.exit_code if isinstance(error, DcwError) else 70
    message = f"{type(error).__name__}: {error}"[:4000]
    # What stopped the run (a full disk) may keep its end from being written too.
    with suppress(Exception):
        log.finish(outcome.status, exit_code=code, release_id=outcome.release_id, message=message)
