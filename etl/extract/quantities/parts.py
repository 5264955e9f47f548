"""The parts that numbers are made of: digit groups, words, fractions, magnitudes."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from etl.extract.quantities.numerals import read_digits, worth
from etl.extract.quantities.records import Part
from etl.extract.quantities.spacing import spaced
from etl.extract.view import Token

ARTICLES = frozenset({"a", "an"})
ANOTHER = frozenset({"another"})
_JOINERS = frozenset({"-", "‐", "‑", "–"})
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_BEFORE_FRACTION = frozenset(
    "by than nearly almost about approximately roughly over to only just another barely hardly "
    "scarcely fully around some under below above".split()
)
_BEHIND_FRACTION = frozenset("of were was are is had have more less fewer higher lower as".split())
_ON = frozenset({"on", "to", "in", "for", "with", "by", "at", "from"})
_ENDS = frozenset(",;.:)")
_PARTS = frozenset("half third quarter fifth tenth thirds quarters percent".split())
_SIGNS = frozenset("$€£¥")
TEN = 10
THOUSAND = 1000
_DATE_HALVES = frozenset({"first", "second", "latter", "last", "third", "fourth", "this", "each"})


def _word(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].word if 0 <= place < len(tokens) else ""


def digits(tokens: Sequence[Token], place: int) -> Part | None:
    """A digit group, with a vulgar fraction behind it if there is one."""
    if not tokens[place].is_number:
        return None
    return spaced(tokens, place) or Part(place + 1, read_digits(tokens[place].word))


def words(tokens: Sequence[Token], place: int) -> Part | None:
    """A cardinal in words below a thousand, "a dozen", "one and a half"."""
    article = tokens[place].word in ARTICLES
    if article:
        scale = worth(_word(tokens, place + 1), "hundred", "group", "magnitude")
        return None if scale is None else Part(place + 1, Decimal(1))
    part = tens(tokens, place)
    if part is None:
        scale = worth(tokens[place].word, "hundred", "group", "magnitude")
        return None if scale is None else Part(place + 1, scale)
    part = _hundreds(tokens, part)
    return _and_a_half(tokens, part)


def tens(tokens: Sequence[Token], place: int) -> Part | None:
    """A number in words below a hundred."""
    ten = worth(tokens[place].word, "tens")
    if ten is None:
        unit = worth(tokens[place].word, "unit")
        return None if unit is None else Part(place + 1, unit)
    joined = place + 2 if _word(tokens, place + 1) in _JOINERS else place + 1
    unit = worth(_word(tokens, joined), "unit")
    if unit is None or not 0 < unit < TEN:
        return Part(place + 1, ten)
    return Part(joined + 1, ten + unit)


def _hundreds(tokens: Sequence[Token], part: Part) -> Part:
    at = part.last + 1 if _word(tokens, part.last) in _JOINERS else part.last
    scale = worth(_word(tokens, at), "hundred")
    if scale is None or part.value is None:
        return part
    last, value = at + 1, part.value * scale
    after = last + 1 if _word(tokens, last) == "and" else last
    rest = tens(tokens, after) if after < len(tokens) else None
    if rest is None or rest.value is None:
        return Part(last, value)
    return Part(rest.last, value + rest.value)


def _and_a_half(tokens: Sequence[Token], part: Part) -> Part:
    if part.value is None or part.value >= TEN or _word(tokens, part.last) != "and":
        return part
    rest = _rest(tokens, part.last + 1) if part.last + 1 < len(tokens) else None
    behind = _word(tokens, rest.last) if rest is not None else ""
    if rest is None or rest.value is None or behind == "of":
        return part
    return Part(rest.last, part.value + rest.value)


def _rest(tokens: Sequence[Token], place: int) -> Part | None:
    """The "a half", "one-half" or "three quarters" of "two and a half"."""
    bottom = worth(_word(tokens, place + 1), "fraction")
    if tokens[place].word in ARTICLES and bottom is not None:
        return Part(place + 2, 1 / bottom)
    return fraction(tokens, place)


def magnitude(tokens: Sequence[Token], place: int) -> Part | None:
    """Magnitude words such as "million", "hundred thousand", "dozen"; a hyphen may lead."""
    if _word(tokens, place) == "m" and _word(tokens, place - 2) in _SIGNS:
        return Part(place + 1, Decimal(10) ** 6)
    hyphen = _word(tokens, place) in _JOINERS
    at = place + 1 if hyphen else place
    value, last = Decimal(1), at
    while (scale := worth(_word(tokens, last), "magnitude", "hundred", "group")) is not None:
        value, last = value * scale, last + 1
        if value > 10**15:
            break
    return Part(last, value) if last > at else None


def rest_of_thousands(tokens: Sequence[Token], tail: Part) -> Part | None:
    """The "five hundred" of "twelve thousand five hundred"."""
    joined = _word(tokens, tail.last) == "and"
    at = tail.last + joined
    if tail.value != THOUSAND or at >= len(tokens) or tokens[at].is_number:
        return None
    rest = None if tokens[at].word in ARTICLES else words(tokens, at)
    if rest is None or rest.value is None or not 0 < rest.value < THOUSAND:
        return None
    return rest if joined or rest.value >= THOUSAND / TEN else None


def skip_article(tokens: Sequence[Token], place: int) -> int:
    """The place behind "a" where half "a" million has one, or behind a hyphen."""
    return place + 1 if _word(tokens, place) in ARTICLES | _JOINERS else place


def of_a_magnitude(tokens: Sequence[Token], place: int) -> Part | None:
    """The "of a million" of "three quarters of a million"."""
    led = _word(tokens, place) == "of" and _word(tokens, place + 1) in ARTICLES
    return magnitude(tokens, place + 2) if led else None


def fraction(tokens: Sequence[Token], place: int) -> Part | None:
    """As in "half", "a third", "one quarter", "two-thirds": its worth as a part of one."""
    word = tokens[place].word
    if word == "half" and _word(tokens, place - 1) not in _DATE_HALVES:
        return Part(_of_one(tokens, place + 1), Decimal("0.5"))
    top = Decimal(1) if word in ARTICLES | ANOTHER else worth(word, "unit")
    if top is None or not 0 < top < TEN:
        return None
    at = place + 2 if _word(tokens, place + 1) in _JOINERS else place + 1
    bottom = worth(_word(tokens, at), "fraction")
    if bottom is None or (word in ARTICLES | ANOTHER and not _is_fraction(tokens, place, at)):
        return None
    return Part(_of_one(tokens, at + 1), top / bottom)


def is_rest_of_one(tokens: Sequence[Token], place: int) -> bool:
    """Whether "a half" at `place` is that of "a ton and a half"."""
    opened = {_word(tokens, place - 3), _word(tokens, place - 4)} & (ARTICLES | {"one"})
    return _word(tokens, place - 1) == "and" and bool(opened)


def _is_fraction(tokens: Sequence[Token], place: int, at: int) -> bool:
    """Whether "a third" at `place` is a part, not the third of a row."""
    behind = _word(tokens, at + 1)
    done = behind in _BEHIND_FRACTION or behind.endswith("ed") or behind in _JOINERS
    done = done or _word(tokens, place - 1) in _BEFORE_FRACTION
    opened = tokens[0].word in {"of", "among"} and behind in _ON
    return (
        done
        or opened
        or (behind in _ENDS and (tokens[place].word in ANOTHER or _goes_on(tokens, place)))
    )


def _goes_on(tokens: Sequence[Token], place: int) -> bool:
    """Whether a part was told before, of which "a quarter" is the next."""
    told = {token.word for token in tokens[:place]}
    return _word(tokens, place - 1) in {"in", "for"} and not _PARTS.isdisjoint(told)


def _of_one(tokens: Sequence[Token], place: int) -> int:
    """The place behind "of 1" where "one-half of 1 percent" is written so."""
    following = [_word(tokens, place + offset) for offset in range(3)]
    percent = following[2] in {"percent", "%"} and following[1] in {"1", "one", "a"}
    return place + 2 if following[0] == "of" and percent else place


def ordinal_end(tokens: Sequence[Token], place: int) -> int:
    """The place after "th" right behind digits, or after the "-fourth" of "fifty-fourth"."""
    if tokens[place - 1].is_number:
        glued = place < len(tokens) and tokens[place].start == tokens[place - 1].end
        return place + 1 if glued and tokens[place].word in _ORDINAL_ENDINGS else 0
    tens = worth(tokens[place - 1].word, "tens") is not None
    joined = _word(tokens, place) in _JOINERS and worth(_word(tokens, place + 1), "ordinal")
    return place + 2 if tens and joined else 0


def is_vague_chain(tokens: Sequence[Token], place: int) -> bool:
    """Whether "of thousands" or the like follows."""
    return _word(tokens, place) == "of" and worth(_word(tokens, place + 1), "vague") is not None


def is_calendar(tokens: Sequence[Token], place: int) -> bool:
    """Whether "half" or "quarter" at `place` is one of a year."""
    return _word(tokens, place - 1) in _DATE_HALVES
