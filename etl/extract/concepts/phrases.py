"""How far a counted noun phrase goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from etl.extract.concepts.lexicon import Lexicon
    from etl.extract.concepts.words import Words
    from etl.extract.model import Quantity

LONGEST_NOUN = 14
LONGEST_TAIL = 6
PRONOUNS = frozenset({"them", "these", "those", "whom", "which", "it"})
YEAR_DIGITS = 4
LONGEST_ITEM = 2
"""Most words of one item of a series that shares a noun."""
GLOSS = 3
"""Tokens of one word in brackets."""
VERB_ENDINGS = ("ing", "ed")
PARTICIPLES = frozenset(
    "begun brought built caught chosen drawn driven foreseen found given grown held hidden kept "
    "known laid left lost made paid seen sent set shown sold sown spent stolen taken torn "
    "thrown withdrawn written".split()
)
"""Participles without such an ending."""
LEADING = frozenset({"at", "to", "for", "by"})
"""Prepositions that lead from a drug to its number."""
BREAKS = frozenset(",;:().–—[]")
PERCENT = frozenset({"percent", "%"})
COUNTED = frozenset({"COUNT", "PERSONS", "TABLETS", "PLANTS", "DOSES"})
"""Units that are what is counted: their words are the noun itself."""


def noun_end(words: Words, start: int, limit: int, known: frozenset[int], lexicon: Lexicon) -> int:
    """Where the noun phrase after a number ends: at a preposition, verb or comma."""
    place = start
    if _points_back(words, start, limit, lexicon):
        return start
    while place < min(limit, start + LONGEST_NOUN):
        word = words.all[place]
        if _is_gloss(words, place, limit, lexicon):
            place += GLOSS
            continue
        if word == "," and _is_series(words, start, place, limit, lexicon):
            place += 1
            continue
        if word in BREAKS or _is_next_number(words, start, place, lexicon):
            break
        if lexicon.plays(word, "stop", "auxiliary") and place not in words.bound:
            break
        if _is_verb(words, start, place, known, lexicon):
            break
        if lexicon.plays(word, "join") and not _goes_on(words, start, place, limit, lexicon):
            break
        place += 1
    while place > start and lexicon.plays(words.all[place - 1], "filler", "partitive", "join"):
        place -= 1
    return place


def _points_back(words: Words, start: int, limit: int, lexicon: Lexicon) -> bool:
    """Whether only a pronoun says what is counted: "12 of them", "9 of whom"."""
    of, pronoun, after = (*words.all[start : start + 3], "", "", "")[:3]
    if not lexicon.plays(of, "partitive") or pronoun not in PRONOUNS or start + 1 >= limit:
        return False
    return not (pronoun in {"these", "those"} and after[:1].isalpha() and start + 2 in words.nouns)


def _is_next_number(words: Words, start: int, place: int, lexicon: Lexicon) -> bool:
    """Whether a number ends the phrase: any but a year within it ("of the 2012 harvest")."""
    word = words.all[place]
    if not word[0].isdecimal() or place + 1 in words.bound:
        return False
    bare = all(lexicon.plays(words.all[at], "partitive", "filler") for at in range(start, place))
    return bare or len(word) != YEAR_DIGITS


def _is_gloss(words: Words, place: int, limit: int, lexicon: Lexicon) -> bool:
    """Whether one word in brackets interrupts a noun phrase that goes on."""
    after = place + GLOSS
    if after >= limit or words.all[place] != "(" or words.all[after - 1] != ")":
        return False
    word = words.all[after]
    return word not in BREAKS and not lexicon.plays(word, "stop", "auxiliary", "join")


def _is_said(words: Words, place: int, lexicon: Lexicon) -> bool:
    """Whether a participle stands where the noun should: "the 40 detained in May".

    So it does right behind a percentage: "4 percent smoked hashish".
    """
    word, after = words.all[place], words.all[place + 1] if place + 1 < len(words) else "."
    ends = after in BREAKS or lexicon.plays(after, "stop", "filler")
    ends = ends or words.all[place - 1] in PERCENT
    participle = ends and (word.endswith("ed") or word in PARTICIPLES)
    verb = lexicon.plays(word, "verb") and place not in words.bound
    return (participle or verb) and place not in words.nouns


def _is_verb(words: Words, start: int, place: int, known: frozenset[int], lexicon: Lexicon) -> bool:
    """Whether a verb after a known noun ends its phrase: "cases targeting groups"."""
    tied = place in words.bound or place in words.nouns
    word = words.all[place]
    if place == start:
        verb = place not in words.bound and lexicon.plays(word, "verb") and not tied
        return verb or _is_said(words, place, lexicon)
    if place not in words.bound and lexicon.plays(word, "verb"):
        return any(at in known for at in range(start, place))
    if tied or not (word.endswith(VERB_ENDINGS) or word in PARTICIPLES):
        return False
    told = place - 1 in known and words.all[place - 1].endswith("s")
    open_ended = place + 1 not in words.nouns
    return (told or open_ended) and any(at in known for at in range(start, place))


def _goes_on(words: Words, start: int, join: int, limit: int, lexicon: Lexicon) -> bool:
    """Whether a noun phrase goes on after "and": a drug follows, or its noun is to come.

    In "13 domestic and foreign networks" only adjectives stand before "and".
    """
    if join == start:
        return False
    if join + 1 in words.named:
        return not _leads_on(words, words.named[join + 1], limit, lexicon)
    if any(at in words.nouns for at in range(start, join)):
        return False
    for at in range(join + 1, min(limit, join + LONGEST_TAIL)):
        word = words.all[at]
        if word in BREAKS or lexicon.plays(word, "stop", "auxiliary", "partitive"):
            return False
        if at in words.nouns:
            return True
    return False


def _leads_on(words: Words, start: int, limit: int, lexicon: Lexicon) -> bool:
    """Whether a drug leads to the next number: "80 percent, and cocaine for 15"."""
    return limit < len(words) and all(
        words.all[at] in LEADING or at in words.nouns or lexicon.plays(words.all[at], "filler")
        for at in range(start, limit)
    )


def _is_series(words: Words, start: int, comma: int, limit: int, lexicon: Lexicon) -> bool:
    """Whether a comma parts words that share one noun: "31 police, customs, and army posts".

    Each but the last is a word or two, none of them the plural of a noun or a verb.
    """
    if comma == start or (words.all[comma - 1].endswith("s") and comma - 1 in words.nouns):
        return False
    run, joined = 0, False
    for at in range(comma + 1, min(limit, start + LONGEST_NOUN)):
        word = words.all[at]
        if joined and at in words.nouns:
            return True
        if word == ",":
            run = 0
        elif lexicon.plays(word, "join"):
            run, joined = 0, True
        else:
            run += 1
            ends = word in BREAKS or lexicon.plays(word, "stop", "auxiliary", "partitive", "filler")
            if ends or run > LONGEST_ITEM or word.endswith(VERB_ENDINGS):
                return False
    return False


def noun_head(words: Words, start: int, end: int, quantity: Quantity, lexicon: Lexicon) -> int:
    """Where what is counted ends: "5 units of the police" counts units."""
    if quantity.unit not in COUNTED or quantity.form == "zero_words":
        return end
    for place in range(start + 1, end):
        if lexicon.plays(words.all[place], "partitive"):
            return place
    return end
