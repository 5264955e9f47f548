"""Rules for numbers that name or point: labels, laws, contacts, names, limits."""

from __future__ import annotations

import re

from etl.extract.quantities.line import Line
from etl.extract.quantities.measures import Measure
from etl.extract.quantities.numbers import HYPHENS, Number
from etl.extract.quantities.numerals import is_year
from etl.extract.quantities.tables import DispositionCue, dispositions, qualifiers, word_list

CONTACT = re.compile(r"://|www\.|@|\.(?:org|gov|com|net|int)\b", re.IGNORECASE)
PHONE = re.compile(r"\+?\(?\d{1,4}\)?(?:[-. ]\d{2,4}){2,4}")
STREET = re.compile(
    r"\d{1,5} [A-Z][\w.]{0,20}(?: [A-Z][\w.]{0,20}){0,2} (?:STREET|Street|Avenue|AVENUE|Road|Blvd)"
)
POSTCODE = re.compile(r"\b(?:DC|NY|VA|MD) \d{5}\b")
COMPOUND = re.compile(r"\w{3,}(?:ine|one|ol|ate|ide|anil|nyl|hyl|pyl|tyl|pene)s?")
DATE_PARTS = 3
THOUSANDS = 3
"""A last group of three digits may be thousands: no telephone number for sure."""
_LABELLED = frozenset({"recommendations", "recommendation", "articles", "sections", "chapters"})
_PRICED = frozenset("price prices priced cost costs sells sell sold retails".split())
SERIES_REACH = 20
"""How far back, in tokens, a rule looks for what opens a series."""
_LAWS = frozenset({"law", "laws", "act", "code", "statute", "bill", "legislation"})
_HOLDING = frozenset({"possession", "possess", "possessing", "weighing"})
LEADERS = "....."
"""The dots between a heading and its page number in a table of contents."""
LAST_ENUMERATOR = 30
WORD_LENGTH = 4
"""Shorter letters right behind digits make a name ("5F"); longer ones lost their space."""


def _chunk(line: Line, number: Number) -> str:
    """The run of characters without white space around a number, at most 80 a side."""
    left = line.text[max(line.start, number.start - 80) : number.start].split()
    right = line.text[number.stop : min(line.end, number.stop + 80)].split()
    before = line.text[number.start - 1 : number.start]
    after = line.text[number.stop : number.stop + 1]
    head = left[-1] if left and before and not before.isspace() else ""
    tail = right[0] if right and after and not after.isspace() else ""
    return head + line.text[number.start : number.stop] + tail


def contact(line: Line, number: Number, found: Measure) -> str | None:
    """Web and mail addresses, telephone numbers, streets and postcodes."""
    if not number.digits or found.scale == "money":
        return None
    if CONTACT.search(_chunk(line, number)):
        return "contact"
    left = max(line.start, number.start - 20)
    around = line.text[left : min(line.end, number.stop + 40)]
    at, end = number.start - left, number.stop - left
    for pattern in (PHONE, STREET, POSTCODE):
        for match in pattern.finditer(around):
            if match.start() <= at and end <= match.end() and _is_contact(match.group()):
                return "contact"
    return None


def _is_contact(written: str) -> bool:
    groups = re.findall(r"\d+", written)
    dated = len(groups) == DATE_PARTS and any(is_year(group) for group in groups)
    return not dated and (written[0] in "+(" or not groups[-1] or len(groups[-1]) != THOUSANDS)


def part_of_a_name(line: Line, number: Number, found: Measure) -> str | None:
    """As in "G20", "MS-13", "CASA 235", "4-ANPP", "1,4-butanediol"."""
    if not number.digits or found.scale == "money":
        return None
    named = _named_in_front(line, number, found) or _named_behind(line, number, found)
    return "name" if named else None


def _named_in_front(line: Line, number: Number, found: Measure) -> bool:
    front, before = line.word(number.first - 1), line.word(number.first - 2)
    if not line.glued(number.first):
        acronym = len(front) > 1 and front.isalpha() and line.capital(number.first - 1)
        model = before in {"a", "an", "the"} or line.number_at(number.first - 2) is not None
        return acronym and model and found.scale == "noun"
    if front == "-":
        joined = before.isalpha() and line.glued(number.first - 1)
        return joined and found.scale != "measure"
    return front == "_" or (front.isalpha() and not _lost_space(line, number))


def _named_behind(line: Line, number: Number, found: Measure) -> bool:
    if found.scale == "measure" or not line.glued(number.last):
        return False
    word, behind = line.word(number.last), line.word(number.last + 1)
    if word == "$":
        return True
    if word.isalpha():
        return len(word) < WORD_LENGTH or line.capital(number.last)
    joined = word in HYPHENS and line.glued(number.last + 1) and behind.isalpha()
    return joined and (line.capital(number.last + 1) or COMPOUND.fullmatch(behind) is not None)


def _lost_space(line: Line, number: Number) -> bool:
    """Whether a plain word ran into a number, as in "over5 kilograms": names have capitals."""
    front = line.tokens[number.first - 1]
    return line.text[front.start : front.end].islower() and front.end - front.start > 1


def list_label(line: Line, number: Number, found: Measure) -> str | None:
    """The number of a heading, of a list item, or "(2)" in running text."""
    if line.heading and found.scale not in {"money", "measure"}:
        return "date" if is_year(line.word(number.first)) else "label"
    if not number.digits or found.scale in {"money", "measure"} or number.magnified:
        return None
    if LEADERS in line.text[max(0, number.start - len(LEADERS) - 2) : number.start]:
        return "label"
    after = line.text[number.stop : number.stop + 1]
    opens = number.first == 0 and (line.word(number.last) in {".", ")", ":"} or after == "\t")
    if opens and number.value is not None and number.value <= LAST_ENUMERATOR:
        return "label"
    front, follows = line.word(number.first - 1), line.word(number.last + 1)
    closed = line.word(number.last) == ")" and follows.isalpha() and follows != "and"
    small = number.value is not None and number.value <= LAST_ENUMERATOR
    opened = front in {"(", ":", ";"} or (front in {",", "and", "or"} and _no_bracket(line, number))
    return "label" if closed and small and opened else None


def _no_bracket(line: Line, number: Number) -> bool:
    """Whether the closing bracket behind a number closes none that was opened."""
    words = line.words(number.first - SERIES_REACH, number.first)
    return words.count("(") <= words.count(")")


def bracketed_labels(line: Line, number: Number, _found: Measure) -> str | None:
    """As in "the recommendations in this chapter (11 to 15)"."""
    place = number.first - 1
    while number.first - place < SERIES_REACH and _is_series_word(line.word(place)):
        place -= 1
    if line.word(place) != "(" or not number.digits:
        return None
    labelled = any(word in _LABELLED for word in line.words(place - 6, place))
    return "label" if labelled and line.word(number.last) in {")", "to", ",", "and", "-"} else None


def _is_series_word(word: str) -> bool:
    return word.isdecimal() or word in {"to", ",", "and", "-", "–"}


def act_of_year(line: Line, number: Number, _found: Measure) -> str | None:
    """As in "Act B.E. 2534 (1991)": another calendar's year in front of ours."""
    other = line.word(number.last) == "(" and line.word(number.last + 2) == ")"
    plain = number.digits and len(line.word(number.first)) == len("2534")
    return "legal_reference" if other and plain and is_year(line.word(number.last + 1)) else None


def rate_base(line: Line, number: Number, found: Measure) -> str | None:
    """The 100,000 of "per 100,000 people", the one of "one kilogram sells for $2,000"."""
    if line.word(number.first - 1) == "per":
        return "rate_base"
    around = set(line.words(number.first - SERIES_REACH, number.last + SERIES_REACH))
    one = number.value == 1 and found.scale == "measure" and found.unit != "PT"
    return "rate_base" if one and _PRICED & around and "$" in around else None


def _holds(row: DispositionCue, line: Line, number: Number) -> bool:
    if row.form == "one":
        return line.word(number.first) == "one" and number.last == number.first + 1
    return row.form == "any" or (row.form == "digits") == number.digits


def cue_behind(line: Line, number: Number, found: Measure) -> str | None:
    """A word behind the number says what it is (`dispositions.csv`)."""
    if found.scale in {"money", "measure"} or not line.word(number.last):
        return None
    after = dispositions("after")
    for hit in (after.at(line.tokens, number.last), after.before(line.tokens, found.last)):
        if hit is not None and hit.first >= number.last and _holds(hit.row, line, number):
            near = hit.first == number.last or hit.row.disposition == "enumeration"
            return hit.row.disposition if near else None
    return None


def cue_in_front(line: Line, number: Number, found: Measure) -> str | None:
    """A word in front of the number says what it is (`dispositions.csv`)."""
    if found.scale in {"money", "measure"} or number.first == 0:
        return None
    hit = dispositions("before").before(line.tokens, number.first)
    return hit.row.disposition if hit is not None and _holds(hit.row, line, number) else None


def unreadable(_line: Line, number: Number, _found: Measure) -> str | None:
    """Digits whose separators leave the value open: better no figure than a wrong one."""
    return "ambiguous_format" if number.value is None else None


def fine_or_limit(line: Line, number: Number, found: Measure) -> str | None:
    """A fine, or an amount that the law permits or punishes."""
    known = word_list("penalty_words")
    if found.scale == "money":
        near = line.words(number.first - 8, found.last + 4)
        return "penalty" if any(known.get(word) == "fine" for word in near) else None
    if found.unit not in {"G", "KG", "MG", "ML", "PLANTS", "DOSES", "L"}:
        return None
    near = line.words(number.first - 20, number.last + 20)
    limits = any(known.get(word) == "limit" for word in near)
    personal = " ".join(near).find("personal use") >= 0
    held = _HOLDING & set(line.words(number.first - 5, number.first))
    hedged = qualifiers("before").before(line.tokens, number.first) is not None
    hedged = hedged or line.words(found.last, found.last + 2) == ["or", "less"]
    terms = any(known.get(word) == "term" for word in near) and bool(_LAWS & set(near))
    return "penalty" if limits or personal or ((held or terms) and hedged) else None
