"""Rules for numbers that point at a place in a text or a law, or that cannot be read."""

from __future__ import annotations

from etl.extract.quantities.line import Line
from etl.extract.quantities.numerals import is_year
from etl.extract.quantities.records import Measure, Number
from etl.extract.quantities.tables import DispositionCue, dispositions
from etl.extract.quantities.told import told_anew

_LABELLED = frozenset({"recommendations", "recommendation", "articles", "sections", "chapters"})
_LABELS_GO_ON = frozenset({")", "to", ",", "and", "-"})
SERIES_REACH = 20
"""How far back, in tokens, a rule looks for what opens a series."""
TASK = "priority"
"""Studies and items that evaluations count against how many are asked for."""
_UNITS = frozenset({"money", "measure", "count", "persons"})
_CLOSING = frozenset(". , ; : ) in since during between from over by".split())
_DONE = frozenset({"was", "were", "been", "have", "has", "had"})
MANY_TIMES = 10
LEADERS = "....."
"""The dots between a heading and its page number in a table of contents."""
LAST_ENUMERATOR = 30


def list_label(line: Line, number: Number, found: Measure) -> str | None:
    """The number of a heading, of a list item, or "(2)" in running text."""
    if line.heading and found.scale not in _UNITS and not _listed(line, number):
        return "date" if is_year(line.word(number.first)) else "label"
    if not number.digits or found.scale in {"money", "measure"} or number.magnified:
        return None
    if LEADERS in line.text[max(0, number.start - len(LEADERS) - 2) : number.start]:
        return "label"
    after = line.text[number.stop : number.stop + 1]
    opens = number.first == 0 and (line.word(number.last) in {".", ")", ":"} or after == "\t")
    if opens and number.value is not None and number.value <= LAST_ENUMERATOR:
        return "label"
    if line.word(number.last) != ")":
        return None
    front, follows = line.word(number.first - 1), line.word(number.last + 1)
    closed = follows.isalpha() and follows != "and"
    small = number.value is not None and number.value <= LAST_ENUMERATOR
    opened = front in {"(", ":", ";"} or (front in {",", "and", "or"} and _no_bracket(line, number))
    return "label" if closed and small and opened else None


def _listed(line: Line, number: Number) -> bool:
    """As in "Laboratories: 12", an item of a list that looks like a heading."""
    led = line.word(number.first - 1) == ":" and line.word(0).isalpha()
    return led and number.digits and not is_year(line.word(number.first))


def _no_bracket(line: Line, number: Number) -> bool:
    """Whether the closing bracket behind a number closes none that was opened."""
    words = line.words(number.first - SERIES_REACH, number.first)
    return words.count("(") <= words.count(")")


def bracketed_labels(line: Line, number: Number, _found: Measure) -> str | None:
    """As in "the recommendations in this chapter (11 to 15)"."""
    if not number.digits or line.word(number.last) not in _LABELS_GO_ON:
        return None
    place = number.first - 1
    while number.first - place < SERIES_REACH and _is_series_word(line.word(place)):
        place -= 1
    if line.word(place) != "(":
        return None
    labelled = any(word in _LABELLED for word in line.words(place - 6, place))
    return "label" if labelled else None


def _is_series_word(word: str) -> bool:
    return word.isdecimal() or word in {"to", ",", "and", "-", "–"}


def act_of_year(line: Line, number: Number, _found: Measure) -> str | None:
    """As in "Act B.E. 2534 (1991)": another calendar's year in front of ours."""
    if line.word(number.last) != "(":
        return None
    other = line.word(number.last + 2) == ")"
    plain = number.digits and len(line.word(number.first)) == len("2534")
    return "legal_reference" if other and plain and is_year(line.word(number.last + 1)) else None


def _holds(row: DispositionCue, line: Line, number: Number) -> bool:
    if row.form == "one":
        return line.word(number.first) == "one" and number.last == number.first + 1
    return row.form == "any" or (row.form == "digits") == number.digits


def cue_behind(line: Line, number: Number, found: Measure) -> str | None:
    """A word behind the number says what it is (`dispositions.csv`)."""
    if found.scale in {"money", "measure"} or not line.word(number.last):
        return None
    if line.word(number.first) == "one" and TASK in line.words(number.last, number.last + 6):
        return None
    if _counts_times(line, number) or _part_of_known(line, number):
        return None
    after = dispositions("after")
    for hit in (after.at(line.tokens, number.last), after.before(line.tokens, found.last)):
        if hit is None or (hit.first == number.last and line.leads(hit.last)):
            continue
        if hit.first >= number.last and _holds(hit.row, line, number):
            near = hit.first == number.last or hit.row.disposition == "enumeration"
            return hit.row.disposition if near else None
    return None


def _counts_times(line: Line, number: Number) -> bool:
    """As in "were punished 2,400 times since 2010": how often a thing was done is a count."""
    many = number.digits and number.value is not None and number.value >= MANY_TIMES
    behind = line.word(number.last + 1)
    closed = behind in _CLOSING or not behind
    done = _DONE & set(line.words(0, number.first))
    return many and line.word(number.last) == "times" and closed and bool(done)


def _part_of_known(line: Line, number: Number) -> bool:
    """As in "one of the three requests that it received": a count of them."""
    if line.words(number.last, number.last + 2) != ["of", "the"]:
        return False
    whole = line.number_at(number.last + 2)
    return whole is not None and told_anew(line, whole.last, line.noun_end(whole.last))


def cue_in_front(line: Line, number: Number, found: Measure) -> str | None:
    """A word in front of the number says what it is (`dispositions.csv`)."""
    if found.scale in {"money", "measure"} or number.first == 0:
        return None
    hit = dispositions("before").before(line.tokens, number.first)
    if hit is None and line.word(number.first - 1) in {",", "("} and number.digits:
        hit = dispositions("before").before(line.tokens, number.first - 1)
        hit = hit if hit is not None and hit.row.disposition == "contact" else None
    return hit.row.disposition if hit is not None and _holds(hit.row, line, number) else None


def unreadable(_line: Line, number: Number, _found: Measure) -> str | None:
    """Digits whose separators leave the value open: better no figure than a wrong one."""
    return "ambiguous_format" if number.value is None else None
