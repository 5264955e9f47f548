"""Questions in SQL: answers in four forms, and nothing but reading."""

from __future__ import annotations

import csv
import io
import json
import shutil
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from samples.warehouse import occasion

from etl.errors import UsageError
from etl.settings import Settings
from etl.warehouse.explain import explain, mark
from etl.warehouse.publish import publish
from etl.warehouse.query import Answer, ask


@pytest.fixture(scope="module")
def published(pristine: Settings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published file; not to be changed."""
    data = tmp_path_factory.mktemp("published") / "data"
    shutil.copytree(pristine.data, data)
    settings = replace(pristine, data=data)
    publish(settings, occasion())
    return settings.published_path


def test_short_names_and_full_names(published: Path) -> None:
    assert ask(published, "SELECT count(*) FROM fct_observations").rows == ((26,),)
    assert ask(published, "FROM audit.number_mentions SELECT count(*)").rows == ((47,),)


QUESTION = (
    "SELECT obs_value, substance, quote FROM fct_observations WHERE indicator = 'seizure_mass' "
    "AND report_id = 'incsr-2018-bvt'"
)


def test_every_form_tells_the_same(published: Path) -> None:
    answer = ask(published, QUESTION)
    quote = "In 2017, Arvania seized 24.3 metric tons of cocaine."
    assert json.loads(answer.render("json")) == [
        {"obs_value": 24300, "substance": "cocaine", "quote": quote}
    ]
    assert list(csv.reader(io.StringIO(answer.render("csv"))))[1] == ["24300", "cocaine", quote]
    assert answer.render("markdown").splitlines()[2] == f"| 24300 | cocaine | {quote} |"
    assert answer.render("table").splitlines()[2].split("  ")[0] == "24300"


def test_another_form_is_refused(published: Path) -> None:
    with pytest.raises(UsageError, match="markdown"):
        ask(published, "SELECT 1").render("yaml")


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM fct_observations",
        "UPDATE fct_observations SET obs_value = 1",
        "CREATE TABLE x AS SELECT 1",
        "CREATE TEMP TABLE x AS SELECT 1",
        "DROP TABLE fct_observations",
        "COPY fct_observations TO '{folder}/out.csv'",
        "EXPORT DATABASE '{folder}/out'",
        "ATTACH '{folder}/other.duckdb'",
        "SELECT * FROM read_csv('/etc/hostname')",
        "SELECT * FROM read_text('/etc/hostname')",
        "SELECT * FROM '/etc/hostname'",
        "SELECT * FROM glob('/*')",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        "PRAGMA enable_profiling",
        "SELECT 1; SELECT 2",
        "WITH gone AS (SELECT 1) INSERT INTO audit.release SELECT 1",
        "SELECT * FROM no_such_table",
        "nonsense",
        "",
    ],
)
def test_what_is_no_single_reading_question(sql: str, published: Path, tmp_path: Path) -> None:
    before = published.read_bytes()
    with pytest.raises(UsageError):
        ask(published, sql.format(folder=tmp_path))
    assert published.read_bytes() == before
    assert list(tmp_path.iterdir()) == []


def test_an_endless_question_is_given_up(published: Path) -> None:
    with pytest.raises(UsageError, match=r"longer than 0\.3 seconds"):
        ask(
            published,
            "SELECT count(*) FROM range(1000000000000) a, range(1000) b "
            "WHERE a.range % 7 = b.range",
            seconds=0.3,
        )


def test_without_a_published_file_the_remedy_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="dcw run"):
        ask(tmp_path / "none.duckdb", "SELECT 1")


def test_text_cannot_drive_the_terminal_or_break_the_table() -> None:
    answer = Answer(("a",), (("x\x1b[2Jy\u202ez",), ("two\nlines | pipe",)))
    for form in ("table", "markdown"):
        shown = answer.render(form)
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert "two lines" in shown
    assert "two lines \\| pipe" in answer.render("markdown")


def test_explain_shows_the_marked_sentence_and_where_it_stands(published: Path) -> None:
    (name,) = ask(
        published,
        "SELECT observation_id FROM fct_observations WHERE indicator = 'seizure_mass' "
        "AND report_id = 'incsr-2018-bvt'",
    ).rows[0]
    told = explain(published, name[:10])
    assert told.marked == "In 2017, Arvania seized >>24.3<< metric tons of cocaine."
    assert told.document is not None
    assert told.document["file_name"] == "incsr-2018-bvt.txt"
    assert told.history is not None
    assert told.history["first_release_id"] == told.history["last_release_id"]
    assert told.after.startswith(" Growers planted")


def test_explain_tells_who_disagrees(built: Settings) -> None:
    with duckdb.connect(str(built.build_path)) as connection:
        connection.execute(
            "INSERT INTO marts.fct_observations BY NAME SELECT o.* REPLACE "
            "(factor || o.observation_id AS observation_id, o.obs_value * factor AS obs_value) "
            "FROM marts.fct_observations AS o, (VALUES (1), (2)) AS f (factor) "
            "WHERE indicator = 'arrests' AND report_id = 'incsr-2018-bvt'"
        )
    publish(built, occasion())
    (name,) = ask(
        built.published_path,
        "SELECT observation_id FROM fct_observations WHERE indicator = 'arrests' "
        "AND report_id = 'incsr-2018-bvt' AND length(observation_id) = 16",
    ).rows[0]
    told = explain(built.published_path, name)
    assert [(float(one["obs_value"]), one["agrees"]) for one in told.others] == [
        (636.0, False),
        (318.0, True),
    ]


@pytest.mark.parametrize("start", ["", "zzzz"])
def test_explain_of_no_fact(start: str, published: Path) -> None:
    with pytest.raises(UsageError, match="one fact"):
        explain(published, start)


def test_a_fact_without_text_has_no_marked_sentence() -> None:
    assert mark({"quote": None, "number_start": None}) is None
