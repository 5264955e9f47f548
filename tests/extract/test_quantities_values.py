"""Numbers as reports write them, with the value, unit and span that they must have."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.extract.reading import quantities_of

CASES = [
    pytest.param("Police seized 1,930 MT of cocaine.", "1,930", "1930", None, "T", id="thousands"),
    pytest.param("Police seized 13.96 kg of heroin.", "13.96", "13.96", None, "KG", id="decimals"),
    pytest.param("It received $11.6 million in aid.", "$11.6", "11600000", None, "USD", id="money"),
    pytest.param("It received €3 billion in aid.", "€3", "3000000000", None, "EUR", id="euro_sign"),
    pytest.param("It received R$2.5 million in aid.", "R$2.5", "2500000", None, "BRL", id="real"),
    pytest.param(
        "It spent 9.7 billion Mexican pesos.", "9.7", "9700000000", None, "MXN", id="peso"
    ),
    pytest.param("It spent USD 5,000 on it.", "USD 5,000", "5000", None, "USD", id="code_in_front"),
    pytest.param(
        "Some 32,000 to 45,000 addicts live there.", "32,000", "32000", "45000", "PERSONS", id="to"
    ),
    pytest.param(
        "Each moves between 250 and 400 kilograms.", "250", "250", "400", "KG", id="between"
    ),
    pytest.param(
        "About 80,000-90,000 youth use it.", "80,000", "80000", "90000", "PERSONS", id="dash"
    ),
    pytest.param(
        "They moved between 150 MT and 180 MT.", "150", "150", "180", "T", id="unit_twice"
    ),
    pytest.param(
        "They moved 2 to 3 million tablets.",
        "2",
        "2000000",
        "3000000",
        "TABLETS",
        id="magnitude_last",
    ),
    pytest.param("It gave NNP 3.1 billion córdobas.", "3.1", "3100000000", None, "NIO", id="nio"),
    pytest.param("It spent 90 million Czech koruna.", "90", "90000000", None, "CZK", id="koruna"),
    pytest.param("It spent FCFA 2 billion on it.", "FCFA 2", "2000000000", None, "XOF", id="cfa"),
    pytest.param("It spent S/ 300 million on it.", "S/ 300", "300000000", None, "PEN", id="sol"),
    pytest.param("It cost AU$3 million to run.", "AU$3", "3000000", None, "AUD", id="au_dollar"),
    pytest.param(
        "It cost three quarters of a million euros.",
        "three quarters of a million",
        "750000",
        None,
        "EUR",
        id="part_of_a_million",
    ),
    pytest.param("They took 1 500 kg of it.", "1 500", "1500", None, "KG", id="space"),
    pytest.param("They ate 1 250 000 pills.", "1 250 000", "1250000", None, "TABLETS", id="spaces"),
    pytest.param("Seven of 10 children use it.", "Seven of 10", "70", None, "PT", id="seven_of_10"),
    pytest.param("They closed 3 pharmaceutical plants.", "3", "3", None, "COUNT", id="factories"),
    pytest.param("They took over a ton of it.", "a", "1", None, "TONS", id="over_a_ton"),
    pytest.param("A quarter-ton was left.", "quarter", "0.25", None, "TONS", id="quarter_ton"),
    pytest.param(
        "It is 4.5 percent in towns and 1.9 among women.", "1.9", "1.9", None, "PT", id="among"
    ),
    pytest.param(
        "One user in four is a woman.", "One user in four", "25", None, "PT", id="one_user_in"
    ),
    pytest.param("They took two or three kilograms.", "two", "2", "3", "KG", id="or"),
    pytest.param(
        "Roughly a third of that amount stays.", "third", "33.33333333", None, "PT", id="third"
    ),
    pytest.param("Only half of the beds are in use.", "half", "50", None, "PT", id="half"),
    pytest.param(
        "Two-thirds of the cases are old.", "Two-thirds", "66.66666667", None, "PT", id="two_thirds"
    ),
    pytest.param("It bought half a ton of it.", "half", "0.5", None, "TONS", id="half_a_ton"),
    pytest.param(
        "It is one-half of 1 percent of staff.",
        "one-half of 1",
        "0.5",
        None,
        "PT",
        id="half_percent",
    ),
    pytest.param(
        "It took two and one-half tons.", "two and one-half", "2.5", None, "TONS", id="two_half"
    ),
    pytest.param(
        "Three-quarters of a ton was left.",
        "Three-quarters",
        "0.75",
        None,
        "TONS",
        id="part_of_a_ton",
    ),
    pytest.param(
        "Barely a third ended in court.", "third", "33.33333333", None, "PT", id="third_did"
    ),
    pytest.param(
        "It was five times those of 2015.", "five times", "400", None, "PT", id="times_those"
    ),
    pytest.param("It gave NOK 10 million for this.", "NOK 10", "10000000", None, "NOK", id="krone"),
    pytest.param(
        "It taught a two-week class to 35 police.", "35", "35", None, "PERSONS", id="police"
    ),
    pytest.param(
        "They built four police stations.", "four", "4", None, "COUNT", id="police_stations"
    ),
    pytest.param("They run six women's shelters.", "six", "6", None, "COUNT", id="owned"),
    pytest.param(
        "A kilogram changes hands there for $950.",
        "$950",
        "950",
        None,
        "USD PER KG",
        id="changes_hands",
    ),
    pytest.param("A gram fetches 40 euros in clubs.", "40", "40", None, "EUR PER G", id="fetches"),
    pytest.param(
        "A single blue pill goes for $15.", "$15", "15", None, "USD PER TABLET", id="single_pill"
    ),
    pytest.param("Opium pills: 5,390 tablets", "5,390", "5390", None, "TABLETS", id="list_item"),
    pytest.param("Laboratories dismantled: 19", "19", "19", None, "COUNT", id="bare_list_item"),
    pytest.param("They dumped it on 290 occasions.", "290", "290", None, "COUNT", id="occasions"),
    pytest.param("It took a ton and a half of it.", "half", "1.5", None, "TONS", id="ton_and_half"),
    pytest.param(
        "Twelve thousand five hundred cases.",
        "Twelve",
        "12500",
        None,
        "COUNT",
        id="thousand_and_hundreds",
    ),
    pytest.param(
        "It made $400-600 million, 2-3 percent of it.",
        "$400",
        "400000000",
        "600000000",
        "USD",
        id="money_range_before_a_percentage",
    ),
    pytest.param("They took .75 kg of it.", ".75", "0.75", None, "KG", id="leading_point"),
    pytest.param("They took $.50 for each.", "$.50", "0.50", None, "USD", id="half_a_dollar"),
    pytest.param("It cost $3.4m last year.", "$3.4", "3400000", None, "USD", id="short_million"),
    pytest.param("Seizures rose by a factor of six.", "six", "500", None, "PT", id="factor"),
    pytest.param("Prices fell by a factor of two.", "two", "50", None, "PT", id="factor_down"),
    pytest.param("It has three 33-foot boats now.", "three", "3", None, "COUNT", id="sized"),
    pytest.param("A dose costs 35 cents there.", "35", "0.35", None, "USD PER DOSE", id="cents"),
    pytest.param(
        "One-in-four prisoners wait.", "One-in-four", "25", None, "PT", id="hyphened_ratio"
    ),
    pytest.param("Seizures doubled in 2015.", "doubled", "100", None, "PT", id="doubled"),
    pytest.param("Seizures tripled in 2015.", "tripled", "200", None, "PT", id="tripled"),
    pytest.param(
        "The price saw a six-fold increase.", "six-fold", "500", None, "PT", id="six_fold"
    ),
    pytest.param(
        "Seizures decreased nearly two-fold.", "two-fold", "50", None, "PT", id="two_fold_down"
    ),
    pytest.param("It was twice the amount of 2015.", "twice", "100", None, "PT", id="twice_the"),
    pytest.param(
        "It was three times as high as before.", "three times", "200", None, "PT", id="three_times"
    ),
    pytest.param("Seizures rose 14 times.", "14 times", "1300", None, "PT", id="rose_times"),
    pytest.param(
        "Seizures increased by about 1.5 times.", "1.5 times", "50", None, "PT", id="one_and_half"
    ),
    pytest.param(
        "It saw a 14 times increase.", "14 times", "1300", None, "PT", id="times_increase"
    ),
    pytest.param("Seizures rose 14-fold.", "14-fold", "1300", None, "PT", id="rose_fold"),
    pytest.param("Seizures fell four times.", "four times", "75", None, "PT", id="fell_times"),
    pytest.param("Seizures rose 2 to 3 times.", "2", "100", "200", "PT", id="rose_times_range"),
    pytest.param("A dozen officers were dismissed.", "dozen", "12", None, "PERSONS", id="dozen"),
    pytest.param(
        "Two dozen officers were dismissed.", "Two", "24", None, "PERSONS", id="two_dozen"
    ),
    pytest.param(
        "One in five students used it.", "One in five", "20", None, "PT", id="one_in_five"
    ),
    pytest.param(
        "Nine out of 10 students used it.", "Nine out of 10", "90", None, "PT", id="nine_out_of_10"
    ),
    pytest.param("It holds twenty-five officers.", "twenty-five", "25", None, "PERSONS", id="tens"),
    pytest.param(
        "It holds two hundred and six cases.",
        "two hundred and six",
        "206",
        None,
        "COUNT",
        id="hundreds",
    ),
    pytest.param(
        "It holds two and a half million tablets.",
        "two and a half",
        "2500000",
        None,
        "TABLETS",
        id="and_a_half",
    ),
    pytest.param(
        "A kilogram costs $2,000 per kilogram.", "$2,000", "2000", None, "USD PER KG", id="price"
    ),
    pytest.param(
        "It sells for $40 a gram there.", "$40", "40", None, "USD PER G", id="price_a_gram"
    ),
    pytest.param(
        "It fell to 45 per 100,000 people.", "45", "45", None, "PERSONS PER 100000", id="per_100000"
    ),
    pytest.param(
        "They burned 200,000 MDMA (ecstasy) tablets.",
        "200,000",
        "200000",
        None,
        "TABLETS",
        id="bracket_in_noun",
    ),
    pytest.param(
        "They pulled up 75,000 coca plants.", "75,000", "75000", None, "PLANTS", id="plants"
    ),
    pytest.param(
        "They took 5,448 dosage units of LSD.", "5,448", "5448", None, "DOSES", id="doses"
    ),
    pytest.param("They took 14,828 liters of acid.", "14,828", "14828", None, "L", id="liters"),
    pytest.param("They took 40 acres of it.", "40", "40", None, "ACRES", id="acres"),
    pytest.param("They took 40 square meters of it.", "40", "40", None, "M2", id="square_meters"),
    pytest.param("Use rose to 8.6% of adults.", "8.6", "8.6", None, "PT", id="percent_sign"),
    pytest.param("They took 2,2 MT of it.", "2,2", "2.2", None, "T", id="decimal_comma"),
    pytest.param("Use rose to 12,34 percent.", "12,34", "12.34", None, "PT", id="comma_percent"),
    pytest.param(
        "It spent 2,5 million dollars.", "2,5", "2500000", None, "USD", id="comma_million"
    ),
    pytest.param("They took 2,2 to 3,5 MT.", "2,2", "2.2", "3.5", "T", id="comma_range"),
    pytest.param("They took ١٬٩٣٠ plants.", "١٬٩٣٠", "1930", None, "PLANTS", id="arabic_digits"),
]


@pytest.mark.parametrize(("text", "number", "value", "high", "unit"), CASES)
def test_a_number_is_read(text: str, number: str, value: str, high: str | None, unit: str) -> None:
    found = [q for q in quantities_of(text) if q.start == text.index(number)]
    assert [q.text for q in found] == [number]
    assert found[0].value == Decimal(value)
    assert found[0].value_high == (None if high is None else Decimal(high))
    assert found[0].unit == unit
    assert text[found[0].start : found[0].end] == number
