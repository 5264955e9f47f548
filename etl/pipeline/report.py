"""After a run: its pages, its text, and the notices, none of which can fail the run."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime

from etl.operations.notices import Notice, is_anyone_told, send_notices
from etl.operations.staleness import Silence, silences
from etl.pipeline.outcome import Outcome
from etl.pipeline.work import Work
from etl.site.dictionary import dictionary_page, read_manifest
from etl.site.gates import gates_page
from etl.site.render import put
from etl.site.report import report_page, report_text
from etl.site.runreport import RunReport, gather
from etl.sources.archive import Archive
from etl.sources.definitions import load_sources

DBT_MANIFEST = "build/dbt/manifest.json"


def report(work: Work) -> None:
    """Write the pages of a run that did something, and tell those who want to know.

    A night without news writes nothing, and gathers nothing where nobody is to be told.
    What goes wrong here is said and changes nothing.
    """
    if not (work.steps.awake or is_anyone_told()):
        return
    try:
        _report(work)
    except Exception as error:  # noqa: BLE001 - the run itself is over and its end is written
        work.steps.say(f"report: not made: {type(error).__name__}: {error}")


def _report(work: Work) -> None:
    settings, outcome = work.settings, work.outcome
    silent = [_told(one) for one in _silent(work) if one.is_stale]
    came_in = outcome.ingested.loaded if outcome.ingested else []
    refused = [str(one) for one in outcome.still_refused]
    told = gather(settings, outcome.run_id, came_in=came_in, still_refused=refused, silent=silent)
    if work.steps.awake:
        _write(work, told)
    deliveries = send_notices(_notice(outcome, report_text(told), trouble=bool(silent)))
    for one in deliveries:
        work.steps.say(f"notice by {one.channel}: {one.problem or 'sent'}")


def _write(work: Work, told: RunReport) -> None:
    pages = work.settings.pages
    put(pages, "report.html", report_page(told))
    put(pages, "report.txt", report_text(told))
    if work.outcome.gates:
        put(pages, "gates.html", gates_page(work.outcome.gates))
    if work.outcome.released:
        manifest = read_manifest(work.settings.data / DBT_MANIFEST)
        put(pages, "dictionary.html", dictionary_page(manifest))


def _silent(work: Work) -> tuple[Silence, ...]:
    with suppress(Exception):
        sources = load_sources(work.settings.root / "sources.yml")
        return silences(sources, Archive(work.settings.archive), datetime.now(UTC))
    return ()


def _told(one: Silence) -> str:
    since = f"silent for {one.days} days" if one.days is not None else "never brought anything"
    return f"{one.source_id}: {since}, expected every {one.expected_every_days}"


def _notice(outcome: Outcome, text: str, *, trouble: bool) -> Notice:
    wrong = outcome.status in {"failed", "refused"} or bool(outcome.refused) or trouble
    return Notice(
        subject=f"drug-control warehouse: run {outcome.run_id} {outcome.status}",
        text=text,
        is_trouble=wrong,
        is_news=outcome.released,
        details={
            "run_id": outcome.run_id,
            "status": outcome.status,
            "release_id": outcome.release_id,
            "refused": outcome.refused,
            "still_refused": [one.place for one in outcome.still_refused],
        },
    )
