"""The report of a run as one page and as plain text, both of bounded size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.site.render import page
from etl.site.runreport import LISTED, RunReport
from etl.warehouse.plain import one_line, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from etl.site.sections import Capped

LONGEST_LINE = 240
LONGEST_TEXT = 20_000
LISTED_IN_TEXT = 8


def report_page(report: RunReport) -> str:
    """The report as one HTML page."""
    title = f"Run {report.run['run_id']}: {report.run['status']}"
    return page("report.html", title=title, report=report, listed=LISTED)


def report_text(report: RunReport) -> str:
    """The report as plain text of at most 20,000 characters."""
    lines = [*_head(report), *_gates(report), *_news(report), *_doubts(report), *_sample(report)]
    text = "\n".join(lines) + "\n"
    if len(text) <= LONGEST_TEXT:
        return text
    note = "\n[cut here: the page has more]\n"
    return text[: LONGEST_TEXT - len(note)] + note


def _head(report: RunReport) -> Iterator[str]:
    run = report.run
    yield f"Run {one_line(run['run_id'])}: {one_line(run['status'])} ({one_line(run['command'])})"
    if run["message"]:
        yield one_line(run["message"], LONGEST_LINE)
    if report.manifest is None:
        yield "Nothing is published yet."
    else:
        facts = f"{report.manifest.facts:,} facts"
        yield f"Readers get release {report.manifest.release_id}: {facts}."
    for step in report.steps:
        message = one_line(step["message"], LONGEST_LINE)
        yield f"  {one_line(step['step'])}: {one_line(step['status'])}  {message}".rstrip()
    came = ", ".join(one_line(one) for one in report.came_in.items)
    named = f": {came}" if came else ""
    yield f"Came in: {report.came_in.total} reports{named}{_more(report.came_in)}"


def _gates(report: RunReport) -> Iterator[str]:
    yield f"Gates: {report.expectations} expectations, {len(report.failed)} do not hold"
    for one in report.failed[:LISTED_IN_TEXT]:
        yield f"  {one.severity}: {one_line(one.describe(), LONGEST_LINE)}"


def _news(report: RunReport) -> Iterator[str]:
    if report.diff is None:
        return
    counts = report.diff.counts
    yield "Since the release before: " + ", ".join(f"{n} {what}" for what, n in counts.items())
    for sign, facts in (("+", report.diff.added), ("-", report.diff.removed)):
        yield from (f"  {sign} {_words(fact.values())}" for fact in facts[:LISTED_IN_TEXT])
    for change in report.diff.changed[:LISTED_IN_TEXT]:
        told = (
            f"{name} {one_line(old, 40)} -> {one_line(change.after[name], 40)}"
            for name, old in change.before.items()
        )
        yield f"  ~ {change.observation_id} {_words([change.report_id, '; '.join(told)])}"


def _doubts(report: RunReport) -> Iterator[str]:
    if report.still_refused.total:
        yield f"Still refused, as in earlier runs: {report.still_refused.total}"
        yield from (
            f"  {one_line(one, LONGEST_LINE)}"
            for one in report.still_refused.items[:LISTED_IN_TEXT]
        )
    yield f"Could not be taken as it was: {report.issues.total}"
    for one in report.issues.items[:LISTED_IN_TEXT]:
        told = f"{one['place']}: expected {one['expected']}, found {one['found']} [{one['code']}]"
        yield f"  {one_line(one['severity'])}: {one_line(told, LONGEST_LINE)}"
    yield f"Numbers without an explanation: {report.unexplained.total}"
    yield from (f"  {_words(one.values())}" for one in report.unexplained.items[:LISTED_IN_TEXT])
    yield from (f"Silent: {one_line(one, LONGEST_LINE)}" for one in report.silent)


def _sample(report: RunReport) -> Iterator[str]:
    yield "Ten facts to check by eye:" if report.sample else "No fact to check by eye."
    for fact in report.sample:
        names = ("obs_value", "unit_measure", "indicator", "substance", "ref_area", "time_period")
        yield f"  {fact['observation_id']} {_words(fact[name] for name in names)}"
        before, after = fact["before"][-LONGEST_LINE:], fact["after"][:LONGEST_LINE]
        yield f"    {one_line(before + '>>' + fact['number'] + '<<' + after)}"


def _words(values: Iterable[object]) -> str:
    return one_line(" ".join(shown(value) for value in values if value is not None), LONGEST_LINE)


def _more(listed: Capped[str]) -> str:
    return f" and {listed.more} more" if listed.more else ""
