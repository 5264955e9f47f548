"""Rules for numbers that are part of a name or an address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.extract.quantities.line import Line
from etl.extract.quantities.numbers import HYPHENS
from etl.extract.quantities.numerals import is_year
from etl.extract.quantities.records import Measure, Number
from etl.extract.quantities.tables import word_list

CONTACT = re.compile(r"://|www\.|@|\.(?:org|gov|com|net|int)\b", re.IGNORECASE)
PHONE = re.compile(r"\+?\(?\d{1,4}\)?(?:[-. ]\d{2,4}){2,4}")
STREET = re.compile(
    r"\d{1,5} [A-Z][\w.]{0,20}(?: [A-Z][\w.]{0,20}){0,2} (?:STREET|Street|Avenue|AVENUE|Road|Blvd)"
)
POSTCODE = re.compile(r"\b(?:DC|NY|VA|MD) \d{5}\b")
POSTCODE_DIGITS = 5
DIGIT = re.compile(r"\d")
COMPOUND = re.compile(r"\w{3,}(?:ine|one|ol|ate|ide|anil|nyl|hyl|pyl|tyl|pene)s?")
DATE_PARTS = 3
_QUOTES = frozenset("'\"“”‘’«»")
_CLUBS = frozenset({"group", "club", "committee", "council", "gang"})
CLUB_WORDS = 2
THOUSANDS = 3
"""A last group of three digits may be thousands: no telephone number for sure."""
WORD_LENGTH = 4
"""Shorter letters right behind digits make a name ("5F"); longer ones lost their space."""


def _chunk(line: Line, number: Number) -> str:
    """The run of characters without white space around a number, at most 80 a side."""
    before = line.text[number.start - 1 : number.start]
    after = line.text[number.stop : number.stop + 1]
    if before.isspace() and after.isspace():
        return line.text[number.start : number.stop]
    left = line.text[max(line.start, number.start - 80) : number.start].split()
    right = line.text[number.stop : min(line.end, number.stop + 80)].split()
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
    for pattern in _addresses(line, number):
        for match in pattern.finditer(around):
            if match.start() <= at and end <= match.end() and _is_contact(match.group()):
                return "contact"
    return None


def _addresses(line: Line, number: Number) -> Iterator[re.Pattern[str]]:
    """What a number may be a part of: one of a telephone number has digits beside or a dot."""
    written = line.text[number.start : number.stop]
    beside = line.text[max(0, number.start - 3) : number.start]
    if "." in written or DIGIT.search(beside + line.text[number.stop : number.stop + 3]):
        yield PHONE
    yield STREET
    if len(written) == POSTCODE_DIGITS:
        yield POSTCODE


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
        one = before in {"a", "an"}
        model = one or before == "the" or line.number_at(number.first - 2) is not None
        titled = one and line.title(number.first - 1) and front.isalpha()
        titled = titled and front not in word_list("months")
        named = acronym and model and found.scale == "noun" and not number.magnified
        return named or (titled and found.scale in {"noun", "bare"})
    if front == "-":
        joined = before.isalpha() and before != "to" and line.glued(number.first - 1)
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


def title_or_mark(line: Line, number: Number, found: Measure) -> str | None:
    """As in "the Five Points Alliance", "the Group of 20", and in a mark put in quotes, "06"."""
    first, last = number.first, number.last
    if line.word(first - 1) == "of" and line.word(first - 2) in _CLUBS and first > CLUB_WORDS:
        return "name" if line.title(first - 2) and found.scale in {"bare", "noun"} else None
    quoted = line.word(first - 1) in _QUOTES and line.word(last) in _QUOTES
    if number.digits:
        return "name" if quoted and line.glued(first) and line.glued(last) else None
    inside = number.role == "cardinal" and first > 0 and line.word(first - 1).isalpha()
    inside = inside and line.title(last)
    spelled = line.title(first) and not line.capital(first) and line.word(last).isalpha()
    return "name" if inside and spelled and not line.heading else None
