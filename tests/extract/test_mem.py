"""Ratings, findings, treaties and tally of an evaluation, planted in a sample report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from etl.documents import Document, read
from etl.extract.lexicon import load, reference_codes
from etl.extract.mem import (
    count_ratings,
    read_assessments,
    read_findings,
    read_instruments,
    read_tally,
)
from etl.extract.mem.findings import is_denied, topic_of
from etl.extract.mem.recommendations import of_round
from etl.extract.mem.wording import PolarityCue, TopicCue, Wording
from etl.extract.results import AssessmentFact, FindingFact
from etl.extract.view import tokens

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "mem-6-xab.txt"
LOWER = {3: "mostly_complete", 5: "started", 8: "not_started"}
RATINGS = LOWER | {16: "partially_complete", 22: "partially_complete", 24: "mostly_complete"}
TALLY = {
    "complete": 21,
    "mostly_complete": 2,
    "partially_complete": 2,
    "started": 1,
    "not_started": 1,
}


def changed(*changes: tuple[str, str]) -> Document:
    """The sample evaluation with some of its words changed."""
    text = EXAMPLE.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return read(EXAMPLE, data=text.encode())[0]


def ratings(document: Document) -> dict[int, AssessmentFact]:
    return {fact.recommendation: fact for fact in read_assessments(document)}


def quoted(document: Document, finding: FindingFact) -> str:
    return document.quote(document.sentences[finding.sentence])


def test_every_recommendation_has_both_ratings() -> None:
    found = ratings(changed())
    assert list(found) == list(range(1, 28))
    for number, fact in found.items():
        expected = RATINGS.get(number, "complete")
        assert (fact.rating_body, fact.rating_summary) == (expected, expected)


def test_ratings_stand_at_their_spans() -> None:
    document = changed()
    for fact in read_assessments(document):
        assert fact.body_span is not None
        assert fact.summary_span is not None
        body, summary = (document.text[a:b] for a, b in (fact.body_span, fact.summary_span))
        assert body.lower().replace(" ", "_") == fact.rating_body
        assert summary == body.upper()


def test_chapters_follow_the_headings() -> None:
    found = ratings(changed())
    assert found[3].chapter == "institutional_strengthening"
    assert found[4].chapter == "demand_reduction"
    assert found[26].chapter == "control_measures"
    assert found[27].chapter == "international_cooperation"


def test_a_contradicted_rating_shows() -> None:
    fact = ratings(changed(("public health of the country.\tCOMPLETE", "public health.\tSTARTED")))[
        6
    ]
    assert (fact.rating_body, fact.rating_summary) == ("complete", "started")


def test_a_recommendation_without_its_section_shows() -> None:
    fact = ratings(changed(("RECOMMENDATION 19\n", "RECOMENDATION 19\n")))[19]
    assert (fact.rating_body, fact.rating_summary) == (None, "complete")
    assert fact.chapter == "control_measures"


def test_a_recommendation_that_is_nowhere_shows() -> None:
    row = "19\tAttend to the narcotics for medical use of the country.\tCOMPLETE\n"
    fact = ratings(changed(("RECOMMENDATION 19\n", "\n"), (row, "")))[19]
    assert (fact.rating_body, fact.rating_summary) == (None, None)


def test_a_recommendation_for_others_may_be_absent() -> None:
    row = "12\tAttend to the data on supply and crops of the country.\tCOMPLETE\n"
    found = ratings(changed(("RECOMMENDATION 12\n", "\n"), (row, "")))
    assert 12 not in found


def test_an_unknown_rating_is_none() -> None:
    fact = ratings(changed(("Evaluation: Not started", "Evaluation: Splendid")))[8]
    assert (fact.rating_body, fact.rating_summary) == (None, "not_started")


@pytest.mark.parametrize(
    "label",
    ["**Evaluation: Not started**", "Rating: NOT STARTED", "Evaluation:  not started"],
)
def test_a_rating_in_other_dress(label: str) -> None:
    assert ratings(changed(("Evaluation: Not started", label)))[8].rating_body == "not_started"


def test_headings_in_other_letters() -> None:
    text = EXAMPLE.read_text(encoding="utf-8").replace("RECOMMENDATION ", "Recommendation ")
    text = text.replace("CONTROL MEASURES\n\nRec", "Control Measures\n\nRec")
    found = ratings(read(EXAMPLE, data=text.encode())[0])
    assert len(found) == 27
    assert found[16].chapter == "control_measures"


def test_an_empty_summary_gives_no_rating() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    start, end = text.index("COMPLIANCE\n") + 11, text.index("GLOSSARY")
    found = ratings(read(EXAMPLE, data=(text[:start] + text[end:]).encode())[0])
    assert [fact.rating_summary for fact in found.values()] == [None] * 27


def test_the_tally_is_read_and_recomputed() -> None:
    document = changed()
    tally = read_tally(document)
    assert tally is not None
    assert tally.counts == TALLY
    assert dict(count_ratings(read_assessments(document))) == TALLY


def test_a_wrong_tally_differs_from_the_one_recomputed() -> None:
    document = changed(("has completed 21,", "has completed 22,"))
    tally = read_tally(document)
    assert tally is not None
    assert tally.counts["complete"] == 22
    assert count_ratings(read_assessments(document))["complete"] == 21


def test_shortcomings_with_their_topics() -> None:
    document = changed()
    found = [
        (finding.recommendation, finding.topic)
        for finding in read_findings(document)
        if finding.polarity == "shortcoming"
    ]
    assert found == [
        (3, "drug_observatory"),
        (5, "prevention"),
        (8, "alternatives_to_prison"),
        (16, ""),
        (16, "laboratories"),
        (22, "trafficking_statistics"),
        (22, "early_warning"),
        (24, "firearms_register"),
    ]


def test_findings_are_the_sentences_after_the_rating() -> None:
    document = changed()
    of_three = [quoted(document, f) for f in read_findings(document) if f.recommendation == 3]
    assert len(of_three) == 3
    assert of_three[0].startswith("Ruritania keeps an observatory")


def test_a_denial_under_complete_is_no_finding() -> None:
    document = changed()
    of_fourteen = [quoted(document, f) for f in read_findings(document) if f.recommendation == 14]
    assert len(of_fourteen) == 2
    assert not any("did not" in quote for quote in of_fourteen)


@pytest.mark.parametrize(
    ("sentence", "denied"),
    [
        pytest.param("The country does not keep a register.", True, id="main-clause"),
        pytest.param("It helps persons who do not use drugs.", False, id="relative-clause"),
        pytest.param("Clinics that have not closed are open.", False, id="relative-that"),
        pytest.param("There is no register.", True, id="there-is-no"),
        pytest.param("The police lack staff.", True, id="lack"),
        pytest.param("It notes each case.", False, id="plain"),
    ],
)
def test_denial(sentence: str, denied: bool) -> None:  # noqa: FBT001
    assert is_denied(tokens(sentence, 0, len(sentence))) is denied


def test_the_first_topic_of_the_table_wins() -> None:
    sentence = "It requires the marking of firearms."
    assert topic_of(tokens(sentence, 0, len(sentence))) == "firearms_marking"


def test_treaties() -> None:
    document = changed()
    found = {(fact.instrument, fact.participation) for fact in read_instruments(document)}
    assert found == {
        ("UN1988", "ratified"),
        ("UNTOC", "ratified"),
        ("OAS_EXTRADITION", "signed"),
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "It became party to the 1988 UN Drug Convention.", {"UN1988": "party"}, id="party"
        ),
        pytest.param("It is not a party to UNCAC.", {"UNCAC": "not_party"}, id="not-party"),
        pytest.param("It has not yet ratified UNTOC.", {"UNTOC": "not_party"}, id="not-yet"),
        pytest.param("Its law follows the 1988 UN Drug Convention.", {}, id="cited-only"),
    ],
)
def test_treaties_in_a_country_chapter(sentence: str, expected: dict[str, str]) -> None:
    document = read(Path("incsr-2018-arm.txt"), data=f"Armenia\n\n{sentence}\n".encode())[0]
    found = {fact.instrument: fact.participation for fact in read_instruments(document)}
    assert found == expected


@pytest.mark.parametrize(
    "reader",
    [read_assessments, read_findings, lambda document: read_tally(document) or ()],
    ids=["assessments", "findings", "tally"],
)
def test_other_reports_have_none(reader: Callable[[Document], object]) -> None:
    document = read(EXAMPLE.with_name("incsr-2024-xaa.txt"))[0]
    assert reader(document) == ()


def test_tables_hold_known_codes() -> None:
    assert load("rating_wording", Wording, codes={"code": reference_codes("rating_scales")})
    assert load("finding_topics", TopicCue, codes={"topic": reference_codes("finding_topics")})
    assert load("finding_cues", PolarityCue, codes={"polarity": {"shortcoming"}})
    assert sorted(of_round(6)) == list(range(1, 28))


@pytest.mark.corpus
def test_the_real_evaluation(corpus: Path) -> None:
    document = read(corpus / "mem-6-per.txt")[0]
    found = ratings(document)
    assert len(found) == 27
    assert all(fact.rating_body == fact.rating_summary for fact in found.values())
    tally = read_tally(document)
    assert tally is not None
    assert list(tally.counts.values()) == [16, 5, 3, 1, 2]
    assert dict(count_ratings(found.values())) == tally.counts
    short = [f for f in read_findings(document) if f.polarity == "shortcoming"]
    counts = {n: sum(f.recommendation == n for f in short) for n in range(1, 28)}
    assert {n: count for n, count in counts.items() if count} == {
        **dict.fromkeys((3, 4, 5, 6, 7, 8, 16, 21, 27), 1),
        22: 2,
        24: 4,
    }
    assert all(finding.topic for finding in read_findings(document))
    ratified = {f.instrument for f in read_instruments(document) if f.participation == "ratified"}
    assert ratified == {"UN1988", "UNTOC", "OAS_MLA"}
