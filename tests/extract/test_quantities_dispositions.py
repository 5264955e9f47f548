"""Numbers that are no quantities, and why."""

from __future__ import annotations

import pytest

from tests.extract.reading import mentions_of, quantities_of

CASES = [
    pytest.param("The law passed in 2013 after a vote.", "2013", "date", id="year"),
    pytest.param("They met on December 6 in the capital.", "6", "date", id="month_day"),
    pytest.param("They met on May 10-12 in the capital.", "12", "date", id="day_range"),
    pytest.param("The plan for 2012-2016 is in force.", "2016", "date", id="year_range"),
    pytest.param("The plan for 2014-15 is in force.", "15", "date", id="short_year"),
    pytest.param("It dates from the 1990s there.", "1990", "date", id="decade"),
    pytest.param("In the first half of 2013 seizures rose.", "half", "date", id="half_of_a_year"),
    pytest.param("Within 10 months seizures rose.", "10", "duration", id="months"),
    pytest.param(
        "For three consecutive years it rose.", "three", "duration", id="consecutive_years"
    ),
    pytest.param("It is a ten-year programme there.", "ten", "duration", id="hyphen_year"),
    pytest.param("They face eight to 18 years in prison.", "eight", "penalty", id="prison_range"),
    pytest.param("They face a fine of up to $5,000 now.", "5,000", "penalty", id="fine"),
    pytest.param("The law decriminalized 10 grams of hashish.", "10", "penalty", id="limit"),
    pytest.param(
        "The law sets prison terms for moving more than 30 grams of it.", "30", "penalty", id="law"
    ),
    pytest.param("In the national year 1402 courts met.", "1402", "date", id="other_calendar"),
    pytest.param("It is 100 times as potent as that.", "100 times", "property", id="strength"),
    pytest.param("It is 50 to 100 times stronger now.", "50", "property", id="strength_range"),
    pytest.param("It is three times the size of it.", "three times", "property", id="size"),
    pytest.param("It fell and they met 14 times.", "14", "frequency", id="other_verb_times"),
    pytest.param("Prices were cut three times.", "three", "frequency", id="cut_on_three_days"),
    pytest.param("It is three times the length of it.", "three times", "geography", id="length"),
    pytest.param("It borders six neighboring countries.", "six", "geography", id="neighbours"),
    pytest.param("Most are men between 18 and 35.", "35", "age", id="men_between"),
    pytest.param("Addicts between 15 and 24 account for most.", "15", "age", id="addicts_between"),
    pytest.param("Norvians from 12 to 17 were asked.", "12", "age", id="people_of_a_country"),
    pytest.param("They help 900 users, most of them over 45.", "45", "age", id="them_over"),
    pytest.param(
        "It is a country of nearly 200 million.", "200 million", "geography", id="country_of"
    ),
    pytest.param("The city is home to 3 million people.", "3 million", "geography", id="home_to"),
    pytest.param("They are 20 percent of its land area.", "20", "geography", id="land_area"),
    pytest.param(
        "The delta is home to 18 percent of the population.", "18", "geography", id="home_share"
    ),
    pytest.param(
        "Some 40 percent of its population lives inland.", "40", "geography", id="who_lives"
    ),
    pytest.param("It covers half of the national territory.", "half", "geography", id="half_land"),
    pytest.param("Laws 17,302 and 17,319 regulate it.", "17,319", "legal_reference", id="two_laws"),
    pytest.param("Its hotline, 141, is staffed at night.", "141", "contact", id="hotline_comma"),
    pytest.param(
        "It joined all three UN drug treaties.", "three", "enumeration", id="known_treaties"
    ),
    pytest.param(
        "The two countries' police agencies meet.", "two", "pronoun", id="two_countries_own"
    ),
    pytest.param(
        "Shops may sell up to five grams per customer.",
        "five",
        "penalty",
        id="allowed_per_customer",
    ),
    pytest.param("The 15-64 age group grew.", "64", "age", id="age_group"),
    pytest.param("In a year and a half it fell.", "half", "duration", id="year_and_a_half"),
    pytest.param("The centre works 24/7 for users.", "7", "duration", id="day_and_night"),
    pytest.param("The ratio of them is 1:450.", "450", "property", id="ratio"),
    pytest.param("It came in a Piper 28 from there.", "28", "name", id="model"),
    pytest.param("Half of all users are under 25.", "25", "age", id="are_under"),
    pytest.param("Use by 12-to-65-year-olds fell.", "12", "age", id="span_with_hyphens"),
    pytest.param("They took two .38 caliber pistols.", ".38", "name", id="caliber"),
    pytest.param("Unemployment stands at 24 percent.", "24", "not_drug_control", id="unemployment"),
    pytest.param("Norvia ranked 87th of 180 countries.", "180", "ordinal", id="rank"),
    pytest.param("It had a score of 38 out of 100.", "38", "property", id="score"),
    pytest.param(
        "The minimum sentence is 10 years; the maximum is 25.", "25", "penalty", id="maximum"
    ),
    pytest.param("It cut the limit from 10 to 5 grams.", "10", "penalty", id="limit_of"),
    pytest.param("The age of users ranges from 12 to 60.", "60", "age", id="age_ranges"),
    pytest.param("They agreed on a 12-point plan there.", "12", "enumeration", id="point_plan"),
    pytest.param("Children aged 10-14 take part.", "14", "age", id="aged"),
    pytest.param("Most are 18 to 35 years old now.", "18", "age", id="years_old"),
    pytest.param("See Article 3 of the treaty.", "3", "legal_reference", id="article"),
    pytest.param(
        "Lorvale is party to the convention and its three protocols.",
        "three",
        "legal_reference",
        id="protocols",
    ),
    pytest.param("See Recommendations 11 to 15 there.", "15", "label", id="recommendations"),
    pytest.param("It must (1) train staff, (2) pay them.", "2", "label", id="list_in_text"),
    pytest.param("Students in grades 7-12 take part.", "12", "label", id="grades"),
    pytest.param("The MS-13 gang grew in the south.", "13", "name", id="gang"),
    pytest.param("They banned 4-ANPP and JWH-018 there.", "018", "name", id="chemical"),
    pytest.param("The G20 summit was held there.", "20", "name", id="glued"),
    pytest.param("It was the third largest producer.", "third", "ordinal", id="ordinal"),
    pytest.param("The 18th street gang grew.", "18th", "ordinal", id="ordinal_digits"),
    pytest.param(
        "The port handles 2 million containers a year.",
        "2 million",
        "not_drug_control",
        id="traffic",
    ),
    pytest.param(
        "Growth slowed to 3.1 percent there.", "3.1", "not_drug_control", id="economic_growth"
    ),
    pytest.param("The bill passed by 71 votes.", "71", "name", id="votes"),
    pytest.param("The raid began at 4 a.m. there.", "4", "date", id="hour"),
    pytest.param("Couriers use Interstate 37 from there.", "37", "label", id="interstate"),
    pytest.param("It scored 31 of 100 points.", "100", "property", id="points"),
    pytest.param("The new pact replaced one from 1931.", "one", "pronoun", id="replaced_one"),
    pytest.param("Few of the ports have one.", "one", "pronoun", id="have_one"),
    pytest.param("It is one of the main routes.", "one", "pronoun", id="one_of"),
    pytest.param("The two countries signed it.", "two", "pronoun", id="the_two"),
    pytest.param("Hundreds of officials were named.", "Hundreds", "vague", id="hundreds"),
    pytest.param("They took several thousand tablets.", "thousand", "vague", id="several_thousand"),
    pytest.param("They met three times in the capital.", "three", "frequency", id="times"),
    pytest.param(
        "It named four lines of effort there.", "four", "enumeration", id="lines_of_effort"
    ),
    pytest.param("Ships sail 200 nautical miles out.", "200", "geography", id="miles"),
    pytest.param("Call 202.370.5000 for help.", "202.370.5000", "contact", id="telephone"),
    pytest.param("They took 1.234,56 tons of it.", "1.234,56", "ambiguous_format", id="two_styles"),
    pytest.param("They took 2,2 tablets of it.", "2,2", "ambiguous_format", id="comma_counted"),
    pytest.param("They took 1,2,3 tons of it.", "1,2,3", "ambiguous_format", id="two_commas"),
    pytest.param("One result is a long queue.", "One", "pronoun", id="one_result"),
    pytest.param("In one raid, they took 6 kg of it.", "one", "pronoun", id="in_one_raid"),
    pytest.param("There are 40, one in each county.", "one", "pronoun", id="one_in_each"),
    pytest.param("It is in each of the five towns.", "five", "pronoun", id="each_of_the"),
    pytest.param("Two forces share the task.", "Two", "enumeration", id="share"),
    pytest.param("It is among the five busiest ports.", "five", "ordinal", id="busiest"),
    pytest.param("It joined the Nine Rivers Compact.", "Nine", "name", id="title"),
    pytest.param("Heroin of the “77” brand is sold.", "77", "name", id="mark"),
    pytest.param("It asked 15- and 16-year-olds.", "15", "age", id="two_ages"),
    pytest.param("They took 0,125 tons of it.", "0,125", "ambiguous_format", id="zero_thousands"),
    pytest.param("It was a good one for the guards.", "one", "pronoun", id="a_good_one"),
    pytest.param("They list the salts as one class.", "one", "pronoun", id="as_one"),
    pytest.param("Many use more than one drug.", "one", "pronoun", id="more_than_one"),
    pytest.param("It owes this to one case: in May, they won.", "one", "pronoun", id="one_case"),
    pytest.param("Here the two forces patrol and search on foot.", "two", "pronoun", id="the_two"),
    pytest.param("They met at the Group of 20 summit.", "20", "name", id="group_of"),
    pytest.param("As a federation of nine provinces it is slow.", "nine", "geography", id="union"),
    pytest.param("It borders four neighboring states.", "four", "geography", id="states"),
    pytest.param("Two northern senators claimed it.", "Two", "enumeration", id="speakers"),
    pytest.param("It asked pupils aged 15 and 16 there.", "16", "age", id="aged_and"),
    pytest.param("It stood at 86 for every 100,000 people.", "100,000", "rate_base", id="every"),
]


@pytest.mark.parametrize(("text", "number", "disposition"), CASES)
def test_a_number_that_is_no_quantity(text: str, number: str, disposition: str) -> None:
    start = text.rindex(number)
    found = [m for m in mentions_of(text) if m.start == start]
    assert [(m.text, m.disposition) for m in found] == [(number, disposition)]
    assert not [q for q in quantities_of(text) if q.start <= start < q.end]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("They took over 2000 tablets there.", "2000"),
        ("They took 2012 kilograms of it.", "2012"),
        ("The 23 cases were closed.", "23"),
        ("Two of his officers were held.", "Two"),
        ("It held a single seizure of it.", "single"),
        ("They searched one hectare there.", "one"),
    ],
    ids=["hedged_year", "measured_year", "the_23", "two_of", "single_seizure", "one_hectare"],
)
def test_a_number_that_looks_like_one_but_counts(text: str, number: str) -> None:
    assert [q.text for q in quantities_of(text)] == [number]


@pytest.mark.parametrize(
    ("text", "words", "unit"),
    [
        ("It did not eradicate poppy crops in 2011.", "did not eradicate poppy", "HA"),
        ("In 2016 there were no drug-related arrests.", "no drug-related arrests", "PERSONS"),
        ("No charges were filed in 2016.", "No charges", "COUNT"),
        ("There, no heroin was seized in 2016.", "no heroin", "KG"),
        ("There is no extradition treaty with it.", "no extradition treaty", "COUNT"),
        ("No senior official is known to have helped.", "No senior official", "PERSONS"),
        ("Norvia surrendered no fugitives in 2016.", "no fugitives", "PERSONS"),
        ("The province eradicated no poppy.", "no poppy", "HA"),
        ("No smuggler of note was brought to trial.", "No smuggler", "PERSONS"),
        ("It has not extradited anyone since 2012.", "has not extradited anyone", "PERSONS"),
        ("Opium poppy was not detected by the survey.", "not detected", "HA"),
        ("Surveys found no coca in the north.", "no coca", "HA"),
        ("There was not a single conviction.", "not a single conviction", "COUNT"),
        ("It has neither an extradition treaty nor any.", "neither an extradition treaty", "COUNT"),
    ],
    ids=[
        "did_not",
        "there_were_no",
        "no_charges",
        "none_seized",
        "no_treaty",
        "no_official",
        "verb_before",
        "crop_after_verb",
        "passive_behind",
        "perfect",
        "not_detected",
        "found_none",
        "not_a_single",
        "neither_treaty",
    ],
)
def test_a_zero_said_in_words(text: str, words: str, unit: str) -> None:
    (found,) = quantities_of(text)
    assert (found.text, found.value, found.unit) == (words, 0, unit)
    assert found.form == "zero_words"


@pytest.mark.parametrize(
    "text",
    [
        "It did not endorse the plan.",
        "There is no evidence of it.",
        "They do not have an extradition treaty.",
        "It did not seize significant amounts of heroin.",
        "No evidence was found.",
        "He was not found guilty of growing coca.",
        "The plan was not detected.",
    ],
    ids=["other_verb", "no_evidence", "not_have", "some", "found", "found_guilty", "no_crop"],
)
def test_a_denial_that_denies_no_figure(text: str) -> None:
    assert quantities_of(text) == []


def test_every_digit_group_is_accounted_for() -> None:
    text = "In 2013, 12 agents seized 3.5 kg, 40 percent of it on May 6, under Article 3."
    found = mentions_of(text)
    assert [m.text for m in found] == ["2013", "12", "3.5", "40", "6", "3"]
    assert all(text[m.start : m.end] == m.text for m in found)
    assert [m.disposition for m in found] == [
        "date",
        "fact",
        "fact",
        "fact",
        "date",
        "legal_reference",
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("They hold between 18 and 35 prisoners.", "18"),
        ("A network of 90,000 patrols the coast.", "90,000"),
        ("They may have made up to 500 kg per month.", "500"),
        ("Over the past five years, 12 of 40 labs were new.", "12"),
        ("They signed two treaties with Norvia.", "two"),
        ("It has 12 centers, of which only one, in Tarn, is new.", "one"),
        ("It has six regional branches.", "six"),
        ("The plants stood on one hectare of land.", "one"),
        ("Norvia granted two of the three requests it had received.", "three"),
        ("Norvia granted one of the three requests filed in 2016.", "one"),
        ("Since 2011 clerks had been fined 1,310 times.", "1,310"),
        ("A fine followed in a third of the cases and a warning in another third.", "third"),
        ("In the remaining half, nobody was held.", "half"),
        ("Of 900 murders, police blamed a third on gangs.", "third"),
        ("After inflation the budget rises by 6 percent.", "6"),
        ("A courier often takes one to three kilograms.", "one"),
        ("Rings of up to 20 persons run the trade.", "20"),
    ],
    ids=[
        "persons_counted",
        "no_place",
        "likely",
        "after_a_duration",
        "treaties_of_its_own",
        "only_one_of",
        "branches",
        "one_hectare",
        "requests_it_received",
        "one_of_the_three_it_received",
        "times_punished",
        "another_third",
        "remaining_half",
        "third_of_a_whole_ahead",
        "above_inflation",
        "a_range_of_kilograms",
        "persons_of_a_ring",
    ],
)
def test_a_number_that_only_looks_like_none(text: str, number: str) -> None:
    assert number in [quantity.text for quantity in quantities_of(text)]
