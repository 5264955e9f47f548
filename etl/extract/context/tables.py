"""The lexicon tables about times, read once."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache

from etl.extract.context.alternatives import alternation, any_of
from etl.extract.context.starts import Starting
from etl.extract.lexicon import load, reference_codes
from etl.extract.view import tokens
from etl.settings import Settings

_ABOUT = (
    r"(?:(?:about|around|roughly|nearly|almost|over|only|just|some|approximately|the|a|an)\s+){0,2}"
)
"""Hedges before a number."""
_NEVER = "(?!)"
"""A pattern that matches nothing: of no words."""

ROLES = frozenset({"until", "since", "by"})
RELATIVES = frozenset(
    {
        "previous_year",
        "last_year",
        "same_period",
        "this_year",
        "that_year",
        "current",
        "window",
        "by_then",
    }
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A line of a lexicon table: words, what they mean, and the words in use."""

    cue: str
    code: str
    example: str


@cache
def cues(table: str, *codes: str) -> tuple[Cue, ...]:
    """The lines of `seeds/lexicon/<table>.csv`, whose code must be one of `codes`."""
    return load(table, Cue, codes={"code": codes})


@cache
def period_cues() -> tuple[Cue, ...]:
    """Words that give a date its role or stand for a period themselves."""
    return cues("periods", *sorted(ROLES | RELATIVES))


@cache
def relative_periods() -> Starting:
    """Finds words that stand for a period."""
    return any_of(relative_codes(), r"(?<!\w)", r"(?!\w)")


@cache
def relative_codes() -> dict[str, str]:
    """The code of `RELATIVES` of each word for a period."""
    return {row.cue: row.code for row in period_cues() if row.code in RELATIVES}


@cache
def role_before_date() -> re.Pattern[str]:
    """Finds the role's words that end where a date begins."""
    roles = [row.cue for row in period_cues() if row.code in ROLES]
    return re.compile(
        rf"\b({alternation(roles)})\s+(?:(?:the|early|mid|late|end|month|of|first|last|opening|closing|final|days?|weeks?|start|beginning|middle)[\s-]+)*$",
        re.IGNORECASE,
    )


@cache
def role_codes() -> dict[str, str]:
    """The role that each cue gives."""
    return {row.cue: row.code for row in period_cues() if row.code in ROLES}


@cache
def year_words() -> dict[str, frozenset[str]]:
    """Words beside which a year is that of a title (`title`) or of its making (`making`)."""
    rows = cues("year_words", "title", "making")
    return {
        code: frozenset(row.cue for row in rows if row.code == code) for code in ("title", "making")
    }


@cache
def a_paper() -> re.Pattern[str]:
    """Finds one law, treaty or plan ("under a 1998 treaty")."""
    nouns = alternation(year_words()["title"])
    return re.compile(
        rf"\b(?:an?|the|its|their|this|that)\s+(?:[\w-]+\s+){{0,4}}(?:{nouns})\b", re.IGNORECASE
    )


@cache
def comparison_openers() -> Starting:
    """Words after which the other side of a comparison stands.

    Group `plain` always opens it, `amount` only where a noun of amount follows,
    `change` only where a word of change stands before.
    """
    codes = ("opens", "opens_before_amount", "opens_after_change")
    openers = [row.cue for row in _comparisons() if row.code in codes]
    return Starting(_opening(), (*openers, "on", "against"), narrow=_opening)


@cache
def _opening(first: str = "") -> re.Pattern[str]:
    """The pattern of the words that open comparisons; only of those that begin with `first`."""
    by_code: dict[str, list[str]] = {}
    for row in _comparisons():
        if row.code == "amount" or tokens(row.cue, 0, len(row.cue))[0].word.startswith(first):
            by_code.setdefault(row.code, []).append(row.cue)
    plain, before_amount, after_change = (
        alternation(by_code.get(code, ())) or _NEVER
        for code in ("opens", "opens_before_amount", "opens_after_change")
    )
    return re.compile(
        rf"(?:\b|(?=,))(?:(?P<plain>{plain})(?!\w)"
        rf"|(?P<amount>(?:{before_amount})\s+(?:(?:\w+\s+){{0,2}}"
        rf"(?:{alternation(by_code['amount'])})\b|(?={_ABOUT}[$€£]?\d)))"
        rf"|(?P<change>{after_change}"
        r"|on(?=\s+(?:19|20)\d\d\b))(?!\w)"
        rf"|(?P<beside>(?:(?<=\d\s)|(?<=percent\s)|(?<=\b(?:kg|MT|ha)\s))against(?=\s+{_ABOUT}[$€£]?\d)))",
        re.IGNORECASE,
    )


@cache
def change_words() -> re.Pattern[str]:
    """Words that tell of growth or decline."""
    words = alternation(row.cue for row in _comparisons() if row.code == "change")
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


@cache
def _comparisons() -> tuple[Cue, ...]:
    return cues(
        "comparisons", "opens", "opens_before_amount", "opens_after_change", "change", "amount"
    )


@cache
def giving_words(code: str) -> frozenset[str]:
    """Words of giving, by what they do in a sentence on aid.

    Nouns: `aid` (what somebody is taught or given with), `fund` (what pays for it), `worth`
    (what is itself an amount of aid), `giver` (who gives, by what is theirs). Verbs: `gives`,
    `paid` and `funded` (behind a hyphen), `given` (by the giver), `passes` (from or by the
    giver), `studies` (abroad), `receives`, `handed` (to those who are given or taught).
    """
    codes = (
        *("aid", "fund", "worth", "giver", "gives", "paid", "funded"),
        *("given", "passes", "studies", "receives", "handed"),
    )
    rows = load("giving_words", Cue, key=("cue", "code"), codes={"code": codes})
    return frozenset(row.cue for row in rows if row.code == code)


@cache
def stock_indicators() -> frozenset[str]:
    """Indicators of an amount at a moment, for which "as of August" means August alone."""
    return frozenset(row["indicator"] for row in _indicators() if row["measures"] == "stock")


@cache
def event_indicators() -> frozenset[str]:
    """Indicators of what forces and courts did over a time."""
    return frozenset(
        row["indicator"]
        for row in _indicators()
        if row["measures"] == "flow" and row["dimension"] in {"supply", "control"}
    )


@cache
def national_indicators() -> frozenset[str]:
    """Indicators of a country's institutions and partners, wherever their people and goods are."""
    told = {"institutional", "cooperation", "evaluation"}
    rows = (row["indicator"] for row in _indicators() if row["dimension"] in told)
    return frozenset(rows) | {"prevention_participants", "demand_reduction_budget"}


@cache
def family_of(indicator: str) -> str:
    """What an indicator is about, which it shares with others: its mart."""
    mart = next((row["mart"] for row in _indicators() if row["indicator"] == indicator), "")
    return "supply" if mart in {"supply_crops", "supply_production"} else mart


@cache
def told_of_events() -> frozenset[str]:
    """Indicators that one event gives together: its drugs, their purity, its arrests."""
    return event_indicators() | {"drug_purity"}


@cache
def _indicators() -> tuple[dict[str, str], ...]:
    file = Settings.from_environment().seeds / "reference" / "indicators.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


@dataclass(frozen=True, slots=True)
class LocalIndicator:
    """An indicator of events that happen at a place, which may lie abroad."""

    indicator: str
    example: str


@cache
def local_indicators() -> frozenset[str]:
    """Indicators whose area is where the event took place."""
    codes = {"indicator": reference_codes("indicators")}
    rows = load("local_indicators", LocalIndicator, key=("indicator",), codes=codes)
    return frozenset(row.indicator for row in rows)


@cache
def tense_words() -> dict[str, frozenset[str]]:
    """Verb forms of the present, of the past, and those that leave no doubt of it."""
    codes = ("present", "past", "surely_past")
    rows = cues("tenses", *codes)
    return {code: frozenset(row.cue for row in rows if row.code == code) for code in codes}
