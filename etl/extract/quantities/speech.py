"""Rules for number words that count nothing: ordinals, pronouns, vague amounts."""

from __future__ import annotations

from etl.extract.quantities.factors import COMPARING
from etl.extract.quantities.labelling import TASK
from etl.extract.quantities.line import Line
from etl.extract.quantities.records import Measure, Number
from etl.extract.quantities.tables import word_list
from etl.extract.quantities.told import told_anew

_VAGUE_IN_FRONT = frozenset({"several", "few", "many", "couple", "multi"})
_POINTING = frozenset({"the", "these", "those", "our", "your"})
_FOLLOWS_MULTIPLE = frozenset("the that of its their in from since by what".split()) | frozenset(
    ".,;:)"
)
POINTED_WORDS = 3
_EXTENTS = frozenset({"length", "width", "distance", "territory"})
_COVER = frozenset({"covering", "covers", "cover", "occupies", "comprises", "occupying"})
_STRONG = frozenset("potent potency strong stronger strength powerful addictive toxic size".split())
_OF = frozenset({"of", "out", "among"})
_DURING = frozenset({"in", "during", "on"})
_ALONE = frozenset({"the", "as", "only", "for", "with", "was", "is"})
_STOOD_FOR = frozenset(
    "new old another this that every any such previous earlier latter former last similar larger "
    "smaller no have has had having replacing replaced replaces replace".split()
)
"""Words in front of a bare "one" that stands for what was named."""
_REST = frozenset({"remaining", "other"})
_AS_MUCH = (["much"], ["many"], ["few"], ["little"])
_ONWARD = frozenset({"to", "or", "of", "in", "out", "-", "–"})
LONGEST_DESCRIPTION = 3
_DENYING = frozenset({"not", "without", "nor", "never"})
DENIED_WORDS = 5
PAIR = 2
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_SCORES = frozenset({"score", "scored", "scores", "scoring"})
_OWNING = frozenset({"'", "'s", "’"})
_TREATIES = frozenset({"conventions", "protocols", "treaties"})
LONGEST_RANK = 100
_SUPERLATIVES = frozenset(
    "largest biggest busiest highest lowest poorest richest smallest deadliest heaviest safest "
    "worst best greatest fastest longest oldest youngest closest strongest wealthiest".split()
)
_RANKING = frozenset({"among", "one", "of", "'s", "in", "with", "amongst", "the"})
_TASKS = frozenset(
    "share shares account accounts dominate dominates explain explains divide".split()
) | {"are responsible", "is responsible", "stand out", "stands out", "are worth"}
_SAYING = frozenset("claimed said told alleged argued warned complained asserted noted".split())
KNOWN_TREATIES = 4
"""There are three drug conventions, and three protocols on organized crime."""
LAST_POINTED = 3
"""Up to here "the two countries" points at what was named; "the 23 cases" counts."""


def ordinal(_line: Line, number: Number, _found: Measure) -> str | None:
    """As in "the third largest", "18th"."""
    return "ordinal" if number.role == "ordinal" else None


def vague(line: Line, number: Number, _found: Measure) -> str | None:
    """As in "hundreds of", "several thousand": an amount that no value can stand for."""
    if number.role == "vague":
        return "vague"
    if not number.digits and line.words(number.last, number.last + 2) == ["or", "more"]:
        return "vague"
    front = line.word(number.first - 1)
    front = line.word(number.first - 2) if front in {"of", "-"} else front
    return "vague" if front in _VAGUE_IN_FRONT and not number.digits else None


def half_of_a_place(line: Line, number: Number, _found: Measure) -> str | None:
    """As in "the northern half of the island"."""
    if line.word(number.first - 1) in _REST:
        return None
    described = line.word(number.first - 1).isalpha() and line.word(number.first - 2) == "the"
    plain = line.word(number.first - 1) in word_list("function_words") or number.role != "fraction"
    return "geography" if described and not plain else None


def size_of_a_place(line: Line, number: Number, found: Measure) -> str | None:
    """As in "three times the length of the border", "20 percent of its land area"."""
    if found.unit == "PT" or number.role == "fraction":
        behind = line.words(found.last, found.last + 6)
        covers = _COVER & set(line.words(number.first - 3, number.first))
        country = covers and behind[:3] == ["of", "the", "country"]
        return "geography" if country or _of_land(behind) else None
    words = line.words(number.last, number.last + 4)
    compared = number.role in {"times", "multiple"} or "times" in words[:1]
    return "geography" if compared and _EXTENTS & set(words) else None


def _of_land(words: list[str]) -> bool:
    land = "landmass" in words or "territory" in words or "area" in words
    owned = bool({"its", "'s", "the"} & set(words[:3])) and "cultivated" not in words
    return words[:1] == ["of"] and owned and land and ("area" not in words or "land" in words)


def strength(line: Line, number: Number, _found: Measure) -> str | None:
    """As in "100 times as potent": what a thing is like, not what happened with it."""
    words = set(line.words(number.last, number.last + 4))
    return "property" if number.role == "times" and _STRONG & words else None


def rank(line: Line, number: Number, found: Measure) -> str | None:
    """As in "87th of 180 countries", "the five busiest ports", "a score of 38 out of 100"."""
    if _is_superlative(line, number):
        return "ordinal"
    front = [word for word in line.words(number.first - 6, number.first) if word not in _OF]
    if front[-1:] and front[-1] in _ORDINAL_ENDINGS and line.word(number.first - 1) in _OF:
        return "ordinal"
    points = line.word(number.last) == "points"
    scored = (found.scale == "bare" or points) and _SCORES & set(front)
    return "property" if scored else None


def _is_superlative(line: Line, number: Number) -> bool:
    word, behind = line.word(number.last), line.word(number.last + 1)
    small = number.value is not None and number.value <= LONGEST_RANK and not number.magnified
    most = word == "most" and behind.isalpha()
    most = most or (word.endswith("est") and word in _SUPERLATIVES)
    return small and most and bool(_RANKING & set(line.words(number.first - 5, number.first)))


def shared_task(line: Line, number: Number, found: Measure) -> str | None:
    """As in "two agencies share responsibility": a list to come, or an everyday remark."""
    opens = not number.first or line.word(number.first - 1) in {";", ":"}
    if not opens or number.digits or number.value is None or found.scale == "bare":
        return None
    verbs = {line.word(place) for place in range(number.last + 1, found.last + 1)}
    spoken = number.role == "cardinal" and number.value <= KNOWN_TREATIES
    if spoken and _SAYING & verbs and found.scale in {"noun", "persons"}:
        return "enumeration"
    verbs |= {" ".join(line.words(found.last, found.last + 2))}
    return "enumeration" if number.value <= KNOWN_TREATIES and verbs & _TASKS else None


def frequency(line: Line, number: Number, _found: Measure) -> str | None:
    """As in "once", and "twice" or "three times" where nothing is compared."""
    if number.role == "frequency":
        return "frequency"
    factor = line.word(number.last - 1) == "times" or line.word(number.first - 2) == "factor"
    compared = factor or line.word(number.last) in COMPARING
    return "frequency" if number.role == "times" and not compared else None


def pronoun(line: Line, number: Number, found: Measure) -> str | None:
    """As in "one" that stands for a thing: nothing is counted where no noun follows."""
    one = line.word(number.first) == "one" and number.last == number.first + 1
    if not one or TASK in line.words(number.last, number.last + 6):
        return None
    front = line.word(number.first - 1)
    if front == "not" and found.unit != "PT":
        return "pronoun"
    hedge = line.words(number.first - 2, number.first)
    if (hedge == ["at", "least"] and found.scale == "noun") or _is_any(line, number, found, hedge):
        return "pronoun"
    if front in _DURING and found.scale in {"noun", "count"}:
        return "pronoun"
    bare = line.noun_end(number.last) == number.last
    if bare and line.words(number.last, number.last + 2) in (["in", "each"], ["in", "every"]):
        return "pronoun"
    whole = front == "only" and _OF & set(line.words(number.first - 7, number.first - 1))
    stands = front in _STOOD_FOR or (front in _ALONE and not whole)
    stands = stands or (line.word(number.last) not in _ONWARD and _is_described(line, number.first))
    return "pronoun" if bare and stands else None


def _is_any(line: Line, number: Number, found: Measure, hedge: list[str]) -> bool:
    """As in "more than one drug", "as one class", "owing to one case: in May, ..."."""
    plain = line.word(number.last).isalpha() and line.word(number.last) not in _ONWARD
    if found.scale not in {"noun", "count", "persons"} or not plain:
        return False
    whole = hedge[-1:] == ["as"] and hedge[:1] not in _AS_MUCH
    return whole or hedge == ["more", "than"] or line.word(found.last) == ":"


def _is_described(line: Line, first: int) -> bool:
    """Whether an article and adjectives stand before a "one" alone: "a good one for trade"."""
    for place in range(first - 1, first - 1 - LONGEST_DESCRIPTION, -1):
        word = line.word(place)
        if word in {"a", "an"}:
            return place < first - 1
        if not word.isalpha() or word.endswith("s") or word in word_list("function_words"):
            return False
    return False


def known_pair(line: Line, number: Number, found: Measure) -> str | None:
    """As in "the two countries": points back at what was named."""
    if number.digits or number.role != "cardinal" or number.value is None:
        return None
    if TASK in line.words(number.last, number.last + 2):
        return None
    if line.words(number.first - 3, number.first) == ["each", "of", "the"]:
        return "pronoun"
    if told_anew(line, number.last, found.last):
        return None
    small = 1 <= number.value <= LAST_POINTED
    points = line.word(number.first - 1) in _POINTING
    length = next(
        (at for at, word in enumerate(line.words(found.first, found.last)) if word in _OWNING),
        found.last - found.first,
    )
    longest = POINTED_WORDS + (number.value == PAIR) * POINTED_WORDS
    counted = found.scale in {"noun", "persons", "bare"} and length <= longest
    return "pronoun" if small and points and counted else None


def known_treaties(line: Line, number: Number, found: Measure) -> str | None:
    """As in "the three UN drug control conventions": everybody's treaties are no count."""
    if number.digits or number.role != "cardinal" or number.value is None or found.scale != "noun":
        return None
    pointed = line.word(number.first - 1) in _POINTING | {"all"}
    named = _TREATIES & set(line.words(found.first, found.last))
    return "enumeration" if pointed and named and number.value <= KNOWN_TREATIES else None


def single(line: Line, number: Number, found: Measure) -> str | None:
    """As in "single" counts only before a load, a seizure or the like."""
    if number.role != "single":
        return None
    events = word_list("single_nouns")
    adverbial = line.word(number.first - 2) in {"in", "during", "on", "by"}
    denied = _DENYING & set(line.words(number.first - DENIED_WORDS, number.first))
    counted = (
        line.word(number.first - 1) == "a"
        and not (adverbial or denied)
        and any(word in events for word in line.words(found.first, found.last))
    )
    return None if counted else "pronoun"


def no_multiple(line: Line, number: Number, _found: Measure) -> str | None:
    """As in "double" as a plain adjective, "two-fold approach"."""
    behind = line.word(number.last)
    if number.role == "multiple" and line.word(number.first - 1) == "-":
        return "name"
    if number.role == "multiple" and line.word(number.first) in {"double", "triple", "quadruple"}:
        return None if behind in _FOLLOWS_MULTIPLE or not behind else "name"
    if number.role == "fold" and line.noun_end(number.last) > number.last:
        known = word_list("directions")
        return None if behind in known else "enumeration"
    return None
