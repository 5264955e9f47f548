"""The pages: they tell what happened, stay bounded, and nothing leaves its place."""

from __future__ import annotations

import re
import shutil
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from samples.hostile import HOSTILE
from samples.warehouse import occasion
from selectolax.lexbor import LexborHTMLParser

from etl.errors import UsageError
from etl.quality.results import GateReport, Outcome, sample_of
from etl.settings import Settings
from etl.site.gates import gates_page
from etl.site.render import put
from etl.site.report import report_page, report_text
from etl.site.runreport import RunReport, gather
from etl.warehouse.publish import publish

ACTIVE = "script, img, iframe, object, embed, link, form, svg, video, [onerror], [onload], [src]"


def _outcome(name: str, *, success: bool, severity: str = "critical") -> Outcome:
    return Outcome(
        suite=f"staging.{HOSTILE}",
        expectation_id=f"{name} {HOSTILE}",
        table_name=HOSTILE,
        column_name=None,
        expectation_type="unexpected_rows_expectation",
        severity=severity,
        success=success,
        observed=HOSTILE,
        unexpected_count=None if success else 3,
        sample=None if success else sample_of([{HOSTILE: HOSTILE, "n": 1}, {"b": None}]),
        note=HOSTILE,
    )


def _gates() -> str:
    return gates_page(
        [
            GateReport("staging", (_outcome("one", success=True), _outcome("two", success=False))),
            GateReport("marts", (_outcome("three", success=False, severity="warning"),)),
        ]
    )


@pytest.fixture(scope="module")
def report(hostile: Settings) -> RunReport:
    """The report of the second run."""
    return gather(
        hostile,
        "run-2",
        came_in=["incsr-2019-bvt", HOSTILE],
        still_refused=[HOSTILE],
        silent=[HOSTILE],
    )


@pytest.fixture(params=["gates", "report"])
def html(request: pytest.FixtureRequest, report: RunReport) -> str:
    """Each page in turn."""
    return _gates() if request.param == "gates" else report_page(report)


def test_hostile_text_makes_no_element(html: str) -> None:
    tree = LexborHTMLParser(html)
    assert tree.css(ACTIVE) == []
    assert "owned" in (tree.body.text() if tree.body else "")
    assert "{{ 7*7 }}" in html
    assert "<b>" not in html


def test_no_control_or_direction_mark_reaches_a_page(html: str) -> None:
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", html)


def test_a_page_loads_nothing(html: str) -> None:
    assert not re.findall(r"(?:https?:)?//[a-z]", html)
    assert "default-src 'none'" in html


def test_pages_render_in_a_browser_and_run_nothing(
    html: str, browse: Callable[[Path], str], tmp_path: Path
) -> None:
    dom = LexborHTMLParser(browse(put(tmp_path, "page.html", html)))
    title = dom.css_first("title")
    assert title is not None
    assert title.text() != "owned"
    assert dom.css(ACTIVE) == []
    assert len(dom.css("h1")) == 1
    assert len(dom.css("table")) >= 2
    assert "color-scheme" in (dom.css_first("style").text() if dom.css_first("style") else "")


def test_the_gates_page_shows_failures_first_with_their_rows() -> None:
    tree = LexborHTMLParser(_gates())
    marks = [one.text() for one in tree.css("h3 span")]
    assert marks == ["critical", "warning"]
    cells = [cell.text() for cell in tree.css("td")]
    assert any("owned" in cell for cell in cells)
    assert [c.text() for c in tree.css("table")[0].css("td")] == [
        *("staging", "2", "1", "0", "1", "0"),
        *("marts", "1", "0", "0", "0", "1"),
    ]


def test_the_report_tells_what_changed_and_what_is_doubtful(report: RunReport) -> None:
    assert report.diff is not None
    assert report.diff.counts == {"added": 0, "changed": 23, "removed": 3}
    assert (report.issues.total, len(report.issues.items)) == (50, 20)
    assert report.unexplained.total == 47
    body = LexborHTMLParser(report_page(report)).body
    text = " ".join((body.text() if body else "").split())
    for told in (
        "23 changed, 3 removed",
        "47 numbers of the published reports",
        "and 30 more",
        "incsr-2019-bvt",
    ):
        assert told in text


def test_ten_facts_are_drawn_by_the_release_and_marked(
    hostile: Settings, report: RunReport
) -> None:
    again = gather(hostile, "run-2")
    assert [one["observation_id"] for one in again.sample] == [
        one["observation_id"] for one in report.sample
    ]
    assert len(report.sample) == 10
    marks = [one.text() for one in LexborHTMLParser(report_page(report)).css("blockquote mark")]
    assert marks == [one["number"] for one in report.sample]
    with duckdb.connect(str(hostile.published_path), read_only=True) as connection:
        for fact in report.sample:
            row = connection.execute(
                "SELECT number_text FROM audit.number_mentions WHERE observation_id = ?",
                [fact["observation_id"]],
            ).fetchone()
            assert row == (fact["number"],)


def test_the_text_report_is_bounded_and_plain(report: RunReport) -> None:
    text = report_text(report)
    assert len(text) <= 20_000
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e]", text)
    assert text.startswith("Run run-2: succeeded")
    assert "3 removed" in text
    assert ">>" in text


def test_an_endless_sentence_makes_no_endless_page(hostile: Settings, tmp_path: Path) -> None:
    longer = replace(hostile, data=tmp_path / "data")
    shutil.copytree(hostile.data, longer.data)
    with duckdb.connect(str(longer.build_path)) as connection:
        connection.execute(
            "UPDATE marts.fct_observations SET quote = quote || repeat(' and so on', 100000), "
            "quote_end = quote_end + 1000000"
        )
    publish(longer, occasion("run-2", "c"))
    report = gather(longer, "run-2")
    assert len(report_page(report)) < 400_000
    assert len(report_text(report)) <= 20_000


def test_an_unknown_run_is_named(hostile: Settings) -> None:
    with pytest.raises(UsageError, match="run-9"):
        gather(hostile, "run-9")


def test_a_page_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    put(tmp_path / "site", "a.html", "old")
    path = put(tmp_path / "site", "a.html", "new \udc80")
    assert path.read_text() == "new ?"
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    assert [one.name for one in path.parent.iterdir()] == ["a.html"]
