"""Periods are read as the codebook writes them, whatever way a report says them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.extract.context.date_words import MONTHS
from etl.extract.context.dates import find_dates
from etl.extract.context.periods import hull, months, up_to, year, years
from tests.extract.setting import setting_of

ONE_NUMBER = [
    pytest.param("It tried 12 cases carried over from 2014.", "2017", id="carried_over"),
    pytest.param("It took 12 kg, as opposed to 90 kg.", "2017", id="as_opposed"),
    pytest.param("It took 90 kg, as opposed to 12 kg.", "2016", id="opposed_to_that"),
    pytest.param("It gave two boats in June, and 12 men left.", "2017", id="month_of_a_clause"),
    pytest.param("Compared with 2015, when 12 came, 90 is high.", "2015", id="compared_when"),
    pytest.param("It began in 2010 with 12 men and had 90 by 2016.", "2010", id="began_with"),
    pytest.param("A pact came in 2014; since then, 12 left.", "2014/2017", id="since_then"),
    pytest.param(
        "In Operation Owl, which ran from March to June, it took 12 kg.",
        "2017-03/2017-06",
        id="an_operation_s_months",
    ),
    pytest.param("The lab, equipped in 2015, tested 12 kg.", "2017", id="equipped_in"),
    pytest.param("On May 3 it took 9 kg. Experts put its value at $12.", "2017-05", id="its_value"),
    pytest.param("The line opened in 2015 has taken 12 calls.", "2015/2017", id="since_opened"),
    pytest.param("The pact, signed in May 2014, has yielded 12.", "2014/2017", id="since_signed"),
    pytest.param("It began in 2011 and has since cost $12.", "2011/2017", id="since_began"),
    pytest.param("The unit created in 2014 has 12 officers.", "2017", id="created_has"),
    pytest.param("None came since 2009, when 12 had come.", "2009", id="since_when"),
    pytest.param("It has 12 beds and took 90 guests in 2016.", "2017", id="has_and_did"),
    pytest.param("It received 12 boats ordered in 2015.", "2017", id="ordered"),
    pytest.param("The rate for inmates freed in 2015 was 12.", "2015", id="people_of_a_year"),
    pytest.param("The Plan for 2016-2020 contains 12 steps.", "2016/2020", id="a_plan_s_contents"),
    pytest.param("A survey published in 2015 found 12 of them.", "2015", id="survey_published"),
    pytest.param("It seized 12 kg in 2016, close to the 2015 total of 9 kg.", "2016", id="close"),
    pytest.param("In Q3 2016 it seized 12 kg.", "2016-07/2016-09", id="quarter_short"),
    pytest.param("It numbered 12 by October 2016.", "2016-01/2016-10", id="by_with_a_participle"),
    pytest.param(
        "It received 12, of which 9 had been spent by November 2016.", "2017", id="spent_of_it"
    ),
    pytest.param("In H1 2016 it seized 12 kg.", "2016-01/2016-06", id="half_short"),
    pytest.param("Three years ago it seized 12 kg.", "2014", id="years_ago"),
    pytest.param("It seized 12 kg in the previous two years.", "2015/2016", id="previous_years"),
    pytest.param("It went from 9 kg in 2015 to 12 kg a year later.", "2016", id="a_year_later"),
    pytest.param(
        "The body, which was set up in 2013, seized 12 kg.", "2017", id="year_in_an_aside"
    ),
    pytest.param("It seized 12 kg, a level last seen in 2009.", "2017", id="last_seen"),
    pytest.param("It seized 12 kg, a sum not seen since 2009.", "2017", id="not_seen_since"),
    pytest.param("It seized 12 kg after peaking at 90 kg in 2015.", "2017", id="after_peaking"),
    pytest.param(
        "It seized 12 kg, more than in 2014, 2015, and 2016 combined.", "2017", id="combined"
    ),
    pytest.param(
        "It runs 12 homes and had 90 guests as of May 2017.", "2017", id="moment_of_another"
    ),
    pytest.param(
        "It seized 12 kg, in keeping with the 14 kg of 2016.", "2017", id="a_definite_amount"
    ),
    pytest.param("It has 12 officers, twice its size in 2010.", "2017", id="twice_its"),
    pytest.param(
        "After 20 arrests in 2016, police made 12 of them.", "2017", id="what_came_before"
    ),
    pytest.param(
        "It seized 12 kg under a treaty signed in 1998 and renewed.", "2017", id="under_a_treaty"
    ),
    pytest.param("Pacts were updated in May 2016, when 12 boats were added.", "2016-05", id="when"),
    pytest.param("Built in 2009, the jail holds 12 men.", "2017", id="made_opening"),
    pytest.param("The unit, active since 2009, found 12 kg.", "2017", id="active_since"),
    pytest.param("It held 90 users in 2015, of whom 12 are still there.", "2017", id="are_still"),
    pytest.param(
        "It has 12 dogs for the port, where scanners given in 2008 broke.", "2017", id="where"
    ),
    pytest.param(
        "Loads went out in 2016, and most run from 12 to 30 kg.", "2016", id="a_range_is_no_change"
    ),
    pytest.param("In 2016 it seized 12 kg (8 lots), against 9 kg in 2015.", "2016", id="against"),
    pytest.param("It spent 12 kg in 2016, against about $9 in 2015.", "2016", id="against_money"),
    pytest.param(
        "In 2016 it seized 12 kg, against 9 kg in 2015 and 8 kg in 2014.", "2016", id="against_two"
    ),
    pytest.param("In 2016 it held 12 more than at the end of 2014.", "2016", id="than_at"),
    pytest.param("In 2016 it held 12, higher than any since 2011.", "2016", id="than_any"),
    pytest.param("It seized 12 kg, and seizures have doubled since 2013.", "2017", id="doubled"),
    pytest.param("It seized 12 kg, a sum that has barely varied since 2013.", "2017", id="varied"),
    pytest.param(
        "It sent 12 there under a pact that has been in force since 1976.", "2017", id="held"
    ),
    pytest.param(
        "In the 2015 National Drug Strategy Survey, 12 percent had smoked it.", "2015", id="survey"
    ),
    pytest.param(
        "In the six months ending on June 15, 2016, it seized 12 kg.",
        "2015-12/2016-06",
        id="ending_on",
    ),
    pytest.param(
        "In the year to March 31, 2016, it seized 12 kg.", "2015-04/2016-03", id="year_to_a_month"
    ),
    pytest.param("Some 12 boats are promised through 2019.", "2017/2019", id="until_to_come"),
    pytest.param(
        "It counts 12 officers and expects to hire 90 more in 2018.", "2017", id="plan_behind"
    ),
    pytest.param(
        "It has 12 officers, including 9 hired in 2015.", "2017", id="time_of_those_included"
    ),
    pytest.param(
        "It has 12 officers, of whom 9 were moved north in 2015.", "2017", id="time_of_a_part"
    ),
    pytest.param(
        "It counted 90 users in 2015, whereas doctors believe there are 12.", "2017", id="turn_now"
    ),
    pytest.param(
        "The biggest haul of the year came on 3 March, when it seized 12 kg.", "2017-03", id="rank"
    ),
    pytest.param("In May it seized 12 kg, the most to date in Ruritania.", "2017-05", id="to_date"),
    pytest.param(
        "A 2015 poll found that 12 percent had used it in the preceding year.", "2015", id="use"
    ),
    pytest.param(
        "Police told reporters in May that 12 kg were seized in 2016.", "2016", id="told_in"
    ),
    pytest.param("A plan that runs through 2019 pays for 12 boats.", "2017", id="end_of_a_plan"),
    pytest.param("A law due to take effect in 2020 names 12 of them.", "2017", id="due_to"),
    pytest.param("Peru has 12 of them under the 1961, 1971, and 1988 treaties.", "2017", id="list"),
    pytest.param("In the year under review, 12 kg were seized.", "2017", id="under_review"),
    pytest.param("Police seized 12 kg in 2016.", "2016", id="year"),
    pytest.param("Police seized 12 kg during all of 2016.", "2016", id="all_of_a_year"),
    pytest.param("In July 2016, police seized 12 kg.", "2016-07", id="month"),
    pytest.param("On 3 July 2016 police seized 12 kg.", "2016-07", id="day"),
    pytest.param("In July, police seized 12 kg.", "2017-07", id="month_without_year"),
    pytest.param(
        "Police seized 12 kg during the first 10 months of 2016.",
        "2016-01/2016-10",
        id="first_months",
    ),
    pytest.param("Through nine months of 2016, 12 kg were seized.", "2016-01/2016-09", id="months"),
    pytest.param("In the first half of 2016, 12 kg were seized.", "2016-01/2016-06", id="half"),
    pytest.param(
        "In the second quarter of 2016, 12 kg were seized.", "2016-04/2016-06", id="quarter"
    ),
    pytest.param(
        "In the last three months of 2016, 12 kg were seized.", "2016-10/2016-12", id="last_months"
    ),
    pytest.param(
        "Between January and September 2016, police seized 12 kg.", "2016-01/2016-09", id="between"
    ),
    pytest.param(
        "From October 2015 through March 2016, police seized 12 kg.", "2015-10/2016-03", id="turn"
    ),
    pytest.param("Through December 6, 2016, police seized 12 kg.", "2016-01/2016-12", id="through"),
    pytest.param("As of early December 2016, 12 kg were seized.", "2016-01/2016-12", id="as_of"),
    pytest.param(
        "In the first months of 1396 (March 21 - August 22), police seized 12 kg.",
        "2017-03/2017-08",
        id="dates_in_parentheses",
    ),
    pytest.param(
        "From July 2015 to the end of 2016 it seized 12 kg.", "2015-07/2016-12", id="end_of"
    ),
    pytest.param(
        "As of October, police had seized 12 kg in 2016.", "2016-01/2016-10", id="year_with_bound"
    ),
    pytest.param(
        "In September, the minister claimed that police seized 12 kg.",
        "2017-01/2017-09",
        id="month_of_a_claim",
    ),
    pytest.param(
        "In 2016, 12 kg were seized, the ministry said in its May 2017 report.",
        "2016",
        id="month_of_a_report",
    ),
    pytest.param(
        "It seized 12 kg in the six months to June 2016.", "2016-01/2016-06", id="months_to"
    ),
    pytest.param("It seized 12 kg, its largest haul since 2012.", "2017", id="superlative"),
    pytest.param("As of August, 12 kg were seized.", "2017-01/2017-08", id="as_of_without_year"),
    pytest.param("Since 2014, police seized 12 kg.", "2014/2017", id="since"),
    pytest.param(
        "Since the project began in 2011, police seized 12 kg.", "2011/2017", id="since_clause"
    ),
    pytest.param("Since 2017, police seized 12 kg.", "2017", id="since_the_year_itself"),
    pytest.param("In fiscal year 2016, police seized 12 kg.", "2016", id="fiscal_year"),
    pytest.param("In FY16, police seized 12 kg.", "2016", id="fiscal_year_short"),
    pytest.param("From 2013 to 2016, police seized 12 kg.", "2013/2016", id="years"),
    pytest.param("Police seized 12 kg in the 2015-2016 season.", "2015/2016", id="season"),
    pytest.param("In just over a year, police removed 12 kg.", "2016/2017", id="over_a_year"),
    pytest.param("In the past three years, police seized 12 kg.", "2015/2017", id="past_years"),
    pytest.param(
        "In a national calendar's year (March 21, 2016 to March 20, 2017), police seized 12 kg.",
        "2016-03/2017-03",
        id="national_calendar",
    ),
    pytest.param("Police seized 12 kg.", "2017", id="nothing_said"),
]


@pytest.mark.parametrize(("text", "period"), ONE_NUMBER)
def test_one_number_takes_its_period(text: str, period: str) -> None:
    assert setting_of(text, "12").time_period == period


STANDING = [
    pytest.param("As of August 2016, 12 patients were on a waiting list.", "2016-08", id="were_on"),
    pytest.param("The clinic housed 12 residents as of August 2016.", "2016-08", id="housed"),
    pytest.param("It had treated 12 patients as of August 2016.", "2016-01/2016-08", id="treated"),
    pytest.param("As of August 2016 it admitted 12 men.", "2016-01/2016-08", id="admitted"),
]


@pytest.mark.parametrize(("text", "period"), STANDING)
def test_the_verb_tells_whether_patients_are_a_stock(text: str, period: str) -> None:
    assert setting_of(text, "12", indicator="treatment_admissions").time_period == period


STOCKS = [
    pytest.param("As of August 2017, 12 officers served.", "2017-08", id="as_of_is_the_month"),
    pytest.param("In 2016, 12 officers served.", "2016", id="year"),
]


@pytest.mark.parametrize(("text", "period"), STOCKS)
def test_a_stock_is_of_its_moment(text: str, period: str) -> None:
    assert setting_of(text, "12", indicator="agency_personnel").time_period == period


@given(st.integers(1990, 2030), st.integers(1, 12), st.booleans())
def test_a_month_parses_back(number: int, month: int, day: bool) -> None:  # noqa: FBT001 -- hypothesis draws it
    text = f"in {MONTHS[month - 1].title()} {'5, ' if day else ''}{number}, it was"
    (found,) = find_dates(text, 0, len(text))
    assert (found.first, found.last, found.day) == ((number, month), (number, month), day)


@given(st.integers(1990, 2030), st.integers(1, 12), st.integers(1, 12))
def test_a_range_of_months_parses_back(number: int, first: int, last: int) -> None:
    names = [MONTHS[month - 1].title() for month in (first, last)]
    text = f"between {names[0]} and {names[1]} {number} it was"
    (found,) = find_dates(text, 0, len(text))
    expected = months(number, first, last)
    assert (found.first, found.last) == (expected.first, expected.last)


@given(st.integers(1990, 2028), st.integers(1, 9), st.sampled_from([" to ", "-", "–", "/"]))
def test_a_range_of_years_parses_back(first: int, more: int, sign: str) -> None:
    text = f"over {first}{sign}{first + more} it was"
    (found,) = find_dates(text, 0, len(text))
    assert (found.first, found.last) == ((first, 0), (first + more, 0))


@given(st.text(max_size=200))
def test_any_text_is_read_without_error(text: str) -> None:
    spans = [(found.start, found.end) for found in find_dates(text, 0, len(text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


NO_DATES = ["$2017", "1,2017", "2017 kg of it", "No. 2017.5", "12017", "May it be", "2017%"]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert not list(find_dates("x " + text, 0, len(text) + 2))


def test_periods_are_written_as_the_codebook_asks() -> None:
    assert year(2016).code == "2016"
    assert years(2016, 2012).code == "2012/2016"
    assert up_to((2017, 10)).code == "2017-01/2017-10"
    assert hull(year(2012), months(2016, 1, 3)).code == "2012/2016"
    assert months(2017, 11, 2).shifted(-1).code == "2015-11/2016-02"
