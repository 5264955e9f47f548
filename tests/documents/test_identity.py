"""A report's identity comes from sidecar, name or text, and is never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest
from example_files import EXAMPLES, Reader, Refuse

from etl.documents import read
from etl.documents.identity.areas import area_of
from etl.errors import DocumentRefused

CHAPTER = "{title}\n\nA. Introduction\n\nIt seized 5 kg of cocaine.\n"
MEM = (
    "{country}\n\nEvaluation Report on Drug Control\n\n2014\n\nThis is of the Sixth Round.\n\n"
    "CONTROL MEASURES\n\nRECOMMENDATION 16\n\nSTOP IT.\n\nEvaluation: Complete\n\nIt did.\n"
)


@pytest.mark.parametrize(
    ("name", "report_id", "reference_year"),
    [
        pytest.param("incsr-2018-arm.txt", "incsr-2018-arm", 2017, id="country"),
        pytest.param("INCSR-2019-ARM.txt", "incsr-2019-arm", 2018, id="capitals"),
        pytest.param("incsr-2019-arm-final.txt", "incsr-2019-arm", 2018, id="more-after-it"),
        pytest.param("incsr-2018-xdc.txt", "incsr-2018-xdc", 2017, id="area-of-several-islands"),
    ],
)
def test_the_file_name_tells(
    read_as: Reader, name: str, report_id: str, reference_year: int
) -> None:
    (document,) = read_as(name, CHAPTER.format(title="A Country"))
    assert document.identity.report_id == report_id
    assert document.identity.reference_year == reference_year


@pytest.mark.parametrize(
    ("text", "report_id"),
    [
        pytest.param(
            "2019 International Narcotics Control Strategy Report\n\n"
            + CHAPTER.format(title="Armenia"),
            "incsr-2019-arm",
            id="incsr-title",
        ),
        pytest.param(
            "INCSR 2018 Volume 1\n" + CHAPTER.format(title="The Bahamas"),
            "incsr-2018-bhs",
            id="header",
        ),
        pytest.param(MEM.format(country="Armenia"), "mem-6-arm", id="mem-title"),
    ],
)
def test_the_text_tells(read_as: Reader, text: str, report_id: str) -> None:
    (document,) = read_as("report.txt", text)
    assert document.identity.report_id == report_id


def test_the_year_of_an_evaluation_is_the_one_it_prints(read_as: Reader) -> None:
    (document,) = read_as("mem-6-arm.txt", MEM.format(country="Armenia"))
    assert (document.identity.edition, document.identity.edition_year) == (6, 2014)
    assert document.identity.reference_year == 2014


@pytest.mark.parametrize(
    ("name", "text", "missing"),
    [
        pytest.param(
            "report.txt", CHAPTER.format(title="Armenia"), "series, edition", id="nothing"
        ),
        pytest.param("report.txt", "INCSR 2018\n\nIt fell.\n", "ref_area", id="no-country"),
        pytest.param(
            "report.txt", "INCSR\n" + CHAPTER.format(title="Armenia"), "edition", id="no-year"
        ),
        pytest.param(
            "report.txt",
            "INCSR 2018\nINCSR 2019\n" + CHAPTER.format(title="Armenia"),
            "edition",
            id="two-years",
        ),
        pytest.param(
            "mem-6-arm.txt", "RECOMMENDATION 1\n\nIt did.\n", "edition_year", id="mem-year"
        ),
    ],
)
def test_what_stays_open_is_refused_and_named(
    refusal: Refuse, name: str, text: str, missing: str
) -> None:
    error = refusal(name, text)
    assert error.code == "unknown_report"
    assert missing in error.found
    assert ".yml" in error.expected


@pytest.mark.parametrize("code", ["zzz", "xaa", "vol"])
def test_an_unknown_country_code_is_refused(refusal: Refuse, code: str) -> None:
    assert refusal(f"incsr-2018-{code}.txt", CHAPTER.format(title="Land")).code == "unknown_country"


def test_a_name_that_the_title_contradicts_is_refused(refusal: Refuse) -> None:
    error = refusal("incsr-2018-col.txt", CHAPTER.format(title="Armenia"))
    assert error.code == "identity_conflict"
    assert ("COL" in error.expected, "ARM" in error.found) == (True, True)


def test_a_name_of_another_series_is_refused(refusal: Refuse) -> None:
    assert refusal("incsr-2014-arm.txt", MEM.format(country="Armenia")).code == "identity_conflict"


def test_a_sidecar_counts_before_name_and_title(tmp_path: Path) -> None:
    path = tmp_path / "incsr-2018-col.txt"
    path.write_text(CHAPTER.format(title="Armenia"))
    path.with_suffix(".yml").write_text("ref_area: XAA\nedition: 2020\n")
    assert read(path)[0].identity.report_id == "incsr-2020-xaa"


@pytest.mark.parametrize(
    "sidecar",
    [
        pytest.param("- a list\n", id="no-mapping"),
        pytest.param("country: ARM\n", id="unknown-key"),
        pytest.param("edition: twenty\n", id="no-number"),
        pytest.param("edition: [\n", id="no-yaml"),
        pytest.param("edition: 2018\nref_area: QQ\nseries: INCSR\n", id="bad-country"),
        pytest.param("x: &a [*a]\n", id="self-reference"),
        pytest.param("a" * 20_000, id="too-large"),
    ],
)
def test_a_bad_sidecar_is_refused(tmp_path: Path, sidecar: str) -> None:
    path = tmp_path / "incsr-2018-arm.txt"
    path.write_text(CHAPTER.format(title="Armenia"))
    path.with_suffix(".yml").write_text(sidecar)
    with pytest.raises(DocumentRefused):
        read(path)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("The Bahamas", "BHS"),
        ("bahamas", "BHS"),
        ("Côte d’Ivoire", "CIV"),
        ("Curacao", "CUW"),
        ("Burma", "MMR"),
        ("Bosnia and Herzegovina", "BIH"),
        ("Dutch Caribbean", "XDC"),
        ("Turkey", "TUR"),
        ("United Kingdom", "GBR"),
        ("Introduction", ""),
    ],
)
def test_countries_by_the_names_that_reports_use(name: str, code: str) -> None:
    assert area_of(name) == code


def test_a_title_comes_from_the_sidecar_or_the_line_of_the_country(tmp_path: Path) -> None:
    path = tmp_path / "incsr-2018-arm.txt"
    path.write_text("Bureau of Samples\n\n**Armenia**\n\nIt fell.\n")
    assert read(path)[0].title == "Armenia"
    path.with_suffix(".yml").write_text("title: Armenia in 2017\n")
    assert read(path)[0].title == "Armenia in 2017"


def test_the_examples_carry_their_own_identity() -> None:
    found = [read(path)[0].identity.report_id for path in sorted(EXAMPLES.glob("*.txt"))]
    assert found == ["incsr-2024-xaa", "mem-6-xab"]
