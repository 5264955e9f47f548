"""Rules for numbers that name or point: labels, laws, contacts, names, limits."""

from __future__ import annotations

import re

from etl.extract.quantities.line import Line
from etl.extract.quantities.measures import Measure
from etl.extract.quantities.numbers import HYPHENS, Number
from etl.extract.quantities.numerals import is_year
from etl.extract.quantities.tables import DispositionCue, dispositions, word_list

CONTACT = re.compile(r"://|www\.|@|\.(?:org|gov|com|net|int)\b", re.IGNORECASE)
PHONE = re.compile(r"\+?\(?\d{1,4}\)?(?:[-. ]\d{2,4}){2,4}")
STREET = re.compile(
    r"\d{1,5} [A-Z][\w.]{0,20}(?: [A-Z][\w.]{0,20}){0,2} (?:STREET|Street|Avenue|AVENUE|Road|Blvd)"
)
POSTCODE = re.compile(r"\b(?:DC|NY|VA|MD) \d{5}\b")
COMPOUND = re.compile(r"\w{4,}(?:ine|one|ol|ate|ide|anil|amine|phenyl|methyl)s?|[a-z]?anpp|npp")
LAST_ENUMERATOR = 30


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
    return len(groups) != 3 or not any(is_year(group) for group in groups)


def part_of_a_name(line: Line, number: Number, found: Measure) -> str | None:
    """ "G20", "MS-13", "4-ANPP", "1,4-butanediol"."""
    if not number.digits or found.scale == "money":
        return None
    front, before = line.word(number.first - 1), line.word(number.first - 2)
    if line.glued(number.first):
        if front.isalpha() or front == "_":
            return "name"
        if front == "-" and before.isalpha() and line.glued(number.first - 1):
            return "name"
    if found.scale == "measure" or not line.glued(number.last):
        return None
    word = line.word(number.last)
    if word.isalpha() and word not in {"st", "nd", "rd", "th", "s"}:
        return "name"
    joined = word in HYPHENS and line.glued(number.last + 1)
    behind = line.word(number.last + 1)
    chemical = line.capital(number.last + 1) or COMPOUND.fullmatch(behind) is not None
    return "name" if joined and behind.isalpha() and chemical else None


def list_label(line: Line, number: Number, found: Measure) -> str | None:
    """The number of a heading, of a list item, or "(2)" in running text."""
    if line.heading:
        return "date" if is_year(line.word(number.first)) else "label"
    if not number.digits or found.scale in {"money", "measure"} or number.magnified:
        return None
    opens = number.first == 0 and line.word(number.last) in {".", ")", ":"}
    if opens and number.value is not None and number.value <= LAST_ENUMERATOR:
        return "label"
    bracketed = line.word(number.first - 1) == "(" and line.word(number.last) == ")"
    small = number.value is not None and number.value <= LAST_ENUMERATOR
    follows = line.word(number.last + 1)
    return "label" if bracketed and small and follows.isalpha() and follows != "and" else None


def rate_base(line: Line, number: Number, _found: Measure) -> str | None:
    """The 100,000 of "per 100,000 people"."""
    return "rate_base" if line.word(number.first - 1) == "per" else None


def _holds(row: DispositionCue, line: Line, number: Number) -> bool:
    if row.form == "one":
        return line.word(number.first) == "one" and number.last == number.first + 1
    return row.form == "any" or (row.form == "digits") == number.digits


def cue_behind(line: Line, number: Number, found: Measure) -> str | None:
    """A word behind the number says what it is (`dispositions.csv`)."""
    if found.scale in {"money", "measure"} or not line.word(number.last):
        return None
    hit = dispositions("after").at(line.tokens, number.last)
    return hit.row.disposition if hit is not None and _holds(hit.row, line, number) else None


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
    return "penalty" if limits or personal else None
