"""Whatever a text says, a setting is well formed and the same each time."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from etl.errors import DocumentRefused
from tests.extract.setting import setting_of

PIECES = (
    "police seized|12 kg|and|, compared to|from|to|over|since|in 2016|in May 2015|during|as of|by"
    "|the same period|the previous year|between January and May|(|)|;|,|.|respectively|In 2013,"
    "|NBB|the Ministry of Rain (MOR)|according to UNODC|in Puno|in Chile|U.S.|will|an estimated"
    "|goal|2015-2016|through October|a decrease|three percent|of which|this|reported that"
    "|half the number|six months to June 2016"
).split("|")
MOMENT = r"\d{4}(?:-(?:0[1-9]|1[0-2]))?"
PERIOD = re.compile(rf"{MOMENT}(?:/{MOMENT})?")
AREA = re.compile(r"(?:[A-Z]{3}(?:-[A-Z0-9]+)*(?:;[A-Z]{3}(?:-[A-Z0-9]+)*)*)?")
ESTIMATOR = re.compile(r"(?:[A-Z][A-Z0-9_/&-]*)?")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=25))
def test_any_sentence_gives_a_well_formed_setting(pieces: list[str]) -> None:
    text = "Reports tell that " + " ".join(pieces) + " 987 kg in all."
    try:
        found = setting_of(text, "987")
    except DocumentRefused:
        return
    assert PERIOD.fullmatch(found.time_period)
    ends = found.time_period.split("/")
    assert ends == sorted(ends)
    assert AREA.fullmatch(found.ref_area)
    assert ESTIMATOR.fullmatch(found.estimator)
    assert found.status in {"actual", "estimate", "target"}
    assert found.time_basis in {"stated", "inherited", "report"}
    assert found == setting_of(text, "987")
