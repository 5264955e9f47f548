"""Units that numbers share with their partners, and those that they must not share."""

from __future__ import annotations

import pytest

from tests.extract.reading import quantities_of


def units_of(text: str) -> dict[str, str]:
    return {q.text: q.unit for q in quantities_of(text)}


@pytest.mark.parametrize(
    ("text", "part", "unit"),
    [
        ("They grew 6,540 hectares of it, of which 4,410 were new.", "4,410", "HA"),
        ("They grew 6,540 hectares in 12 parks, of which 4,410 were new.", "4,410", "HA"),
        ("They took 14 MT of it, including 3 in May.", "3", "T"),
        ("They took 14 MT of it, including an estimated 3 seized at sea.", "3", "T"),
        ("They held 900 officers; of these, about 300 were new.", "300", "PERSONS"),
        ("They held 900 officers. Of these, 300 were new.", "300", "PERSONS"),
        ("They held 900 officers in 12 raids. Of these, 300 were new.", "300", "PERSONS"),
        ("They held 900 officers, 40 of whom were new.", "40", "PERSONS"),
        ("They took 14 MT, and 3 of which came by sea.", "3", "T"),
        ("They grew 6,540 ha, of which 4,410 were new and 1,900 were old.", "1,900", "HA"),
    ],
    ids=[
        "of_which",
        "nearest_whole_that_is_larger",
        "including",
        "verb_behind",
        "of_these",
        "sentence_before",
        "sentence_before_larger",
        "of_whom",
        "part_in_front",
        "two_parts",
    ],
)
def test_a_part_takes_the_unit_of_its_whole(text: str, part: str, unit: str) -> None:
    assert units_of(text)[part] == unit


@pytest.mark.parametrize(
    ("text", "part", "unit"),
    [
        ("They took 14 MT of it, of which 300 were new.", "300", "COUNT"),
        ("They took 14 MT in 40 raids. Of these, 3 were new.", "3", "COUNT"),
        ("They held 900 officers. In the south, 300 were new.", "300", "COUNT"),
        ("They took 14 MT of it, including 3 seizures at sea.", "3", "COUNT"),
        ("They held 900 officers, of which 40 percent were new.", "40", "PT"),
        ("They spent $14 million, of which 3 were grants.", "3", "COUNT"),
        ("They grew 6,540 ha, of which 4,410 were new and 5,900 were old.", "5,900", "COUNT"),
        ("They grew 90 ha, of which 50 were new, 30 were old and 20 were dry.", "20", "COUNT"),
    ],
    ids=[
        "larger_than_the_whole",
        "two_wholes_in_the_sentence_before",
        "no_part",
        "noun_of_its_own",
        "percent",
        "things_are_no_money",
        "more_than_the_whole_together",
        "three_parts_are_too_many",
    ],
)
def test_what_is_no_part_takes_no_unit(text: str, part: str, unit: str) -> None:
    assert units_of(text)[part] == unit


@pytest.mark.parametrize("text", ["They held 15 officers of the unit.", "They held 15 officers."])
def test_a_counted_noun_with_an_owner_stays_counted(text: str) -> None:
    assert units_of(text) == {"15": "PERSONS"}


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Courts saw 5,410 arrests, or 79 percent.", {"5,410": "PERSONS", "79": "PT"}),
        ("There were 5,410, or 79 percent, in the south.", {"5,410": "COUNT", "79": "PT"}),
        ("There were 5,410 or 79 percent in the south.", {"5,410": "COUNT", "79": "PT"}),
        (
            "It has 14,700 officers, or 1.3 per 1,000 people.",
            {"14,700": "PERSONS", "1.3": "PERSONS PER 1000"},
        ),
        (
            "It has 900 officers and trained 2 officers per 1,000 people.",
            {"900": "PERSONS", "2": "PERSONS PER 1000"},
        ),
        ("It spent $14 million, or $5 per person.", {"$14": "USD", "$5": "USD PER PERSON"}),
        (
            "Use was 5, 8, or 12 percent in the towns.",
            {"5": "PT", "8": "PT", "12": "PT"},
        ),
        (
            "It led with 18,000 pills, followed by salts with 2,400.",
            {"18,000": "TABLETS", "2,400": "TABLETS"},
        ),
        (
            "The number of seized tablets had stood at only 28,600 then.",
            {"28,600": "TABLETS"},
        ),
    ],
    ids=[
        "percent",
        "bare",
        "no_comma",
        "rate",
        "rate_apart",
        "money",
        "a_list_is_no_such",
        "pills_by_one_preposition",
        "only_of_the_subject",
    ],
)
def test_an_amount_said_in_two_ways_keeps_its_unit(text: str, units: dict[str, str]) -> None:
    assert units_of(text) == units


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("The rate fell from 12.1 to 11.9 per 100,000 people.", "12.1", "11.9"),
        ("The rate fell from 12.1 in 2015 to 11.9 per 100,000 people.", "12.1", "11.9"),
        ("The rate fell to 11.9 per 100,000 people (12.1 in 2015).", "12.1", "11.9"),
        ("It took 40 kg; the rate fell from 12.1 to 11.9 per 100,000.", "12.1", "11.9"),
    ],
    ids=["from_to", "dated", "in_brackets", "other_unit_before"],
)
def test_both_ends_of_a_move_are_rates(text: str, first: str, second: str) -> None:
    found = units_of(text)
    assert {found[first], found[second]} == {"PERSONS PER 100000"}


def test_both_ends_of_a_dated_move_have_one_unit() -> None:
    text = "They took 40 cars; hauls fell from about 310 in 2015 to some 280 kg in 2016."
    assert units_of(text) == {"40": "COUNT", "310": "KG", "280": "KG"}


@pytest.mark.parametrize(
    ("text", "part", "unit"),
    [
        ("They found 88 plots covering 5.4 hectares, up from 2,086.", "2,086", "COUNT"),
        ("They burned 1,540 hectares, whereas in 2015 the total was just 317.", "317", "HA"),
        (
            "Plants destroyed fell to 670, from the 2.5 million cut the year before.",
            "670",
            "PLANTS",
        ),
        ("They cut 670 plants, fewer than the 900 uprooted the year before.", "900", "PLANTS"),
        ("They took 12 kg of heroin, 5 of opium and 3 of hashish.", "3", "KG"),
        ("Purity averaged 45 percent, compared with 38.", "38", "PT"),
        ("Seizures of pills (1.1 million vs. 0.6 million) rose.", "0.6", "TABLETS"),
        ("They held 9 kg of it, and 40 of them were new.", "40", "COUNT"),
        ("They took 200 kg of it. This compares to 190 in 2015.", "190", "KG"),
        ("They burned 400 ha of it. The figure for 2015 was 312.", "312", "HA"),
        ("They burned 400 ha and 3 kg. This compares to 312 in 2015.", "312", "COUNT"),
        ("They took 200 cars. The number of plants cut fell to 67.", "67", "PLANTS"),
        ("They took 200 kg of it. It arrested 12 in 2015.", "12", "COUNT"),
        ("One survey saw 2,500 ha, although the second found just 1,780.", "1,780", "HA"),
        ("It sees 900 addicts; others put the number at 2,000.", "2,000", "PERSONS"),
        ("They say 9,000 people use drugs.", "9,000", "PERSONS"),
    ],
    ids=[
        "not_of_an_extent",
        "the_total",
        "subject",
        "than_the",
        "list_of",
        "compared_with",
        "in_brackets",
        "of_them_is_no_list",
        "this_compares",
        "the_figure",
        "two_units_before",
        "a_subject_of_its_own",
        "not_the_subject",
        "found",
        "put_at",
        "people_do",
    ],
)
def test_a_number_takes_the_unit_of_what_it_is_compared_with(
    text: str, part: str, unit: str
) -> None:
    assert units_of(text)[part] == unit


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("It took 3 kg, and the number of pills seized rose from 40 to 90.", "40", "TABLETS"),
        ("Pills seized numbered 9.4 million.", "9.4", "TABLETS"),
        ("Of the plants uprooted, some 300 were young.", "300", "PLANTS"),
        ("They cut 9,000 wild and cultivated poppy plants.", "9,000", "PLANTS"),
        ("They cut 600 fully grown trees and seedlings.", "600", "PLANTS"),
        ("Seizures over nine months came to 31 kg of it.", "31", "KG"),
        ("It gave them 30 night-vision devices.", "30", "COUNT"),
        ("It bought 12 year-round patrol trucks.", "12", "COUNT"),
    ],
    ids=[
        "subject_of_its_own",
        "numbered",
        "of_the_things",
        "joined_adjectives",
        "trees",
        "after_a_duration",
        "night_vision",
        "year_round",
    ],
)
def test_the_counted_things_give_the_unit(text: str, number: str, unit: str) -> None:
    assert units_of(text)[number] == unit


@pytest.mark.parametrize(
    ("text", "high"),
    [
        ("Payloads typically run from 400 to 900 kg.", 900),
        ("Prices vary from $40 to $60 per gram.", 60),
        ("Boats carry from one to two tons each.", 2),
        ("Seizures went from 400 to 900 kg.", None),
        ("It is expanding the unit from 40 to 90 agents.", None),
        ("Seizures were up from 40 kg to 90 kg.", None),
    ],
    ids=["run", "vary", "carry", "went", "expanding", "up"],
)
def test_from_one_to_another_is_a_range_where_nothing_moved(text: str, high: int | None) -> None:
    assert quantities_of(text)[0].value_high == high
