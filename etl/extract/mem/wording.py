"""The lexicon tables of MEM reports, as phrases that are looked up word by word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from etl.extract.lexicon import load, reference_codes
from etl.extract.view import Phrases


@dataclass(frozen=True, slots=True)
class Wording:
    """A cue with the role that it plays in a sentence and the code it stands for."""

    cue: str
    role: str
    code: str
    example: str


@dataclass(frozen=True, slots=True)
class PolarityCue:
    """Words that deny what they are about, and the polarity they give a finding."""

    cue: str
    polarity: str
    example: str


@dataclass(frozen=True, slots=True)
class TopicCue:
    """Words that tell what a finding is about; an earlier line wins over a later one."""

    cue: str
    topic: str
    example: str


PARTICIPATION = frozenset({"party", "ratified", "signed", "not_party"})


@cache
def ratings() -> Phrases[Wording]:
    """Labels that announce a rating, and the ratings' words (`rating_wording.csv`)."""
    codes = {"role": {"label", "rating"}, "code": reference_codes("rating_scales")}
    return Phrases((row.cue, row) for row in load("rating_wording", Wording, codes=codes))


@cache
def instruments() -> Phrases[Wording]:
    """Treaties' short names and the words of taking part (`legal_instruments.csv`)."""
    known = reference_codes("legal_instruments") | PARTICIPATION
    codes = {"role": {"instrument", "participation"}, "code": known}
    return Phrases((row.cue, row) for row in load("legal_instruments", Wording, codes=codes))


@cache
def joining_words() -> tuple[str, ...]:
    """Words of taking part, one of each way to say it: without any, a text has no cue."""
    rows = load("legal_instruments", Wording)
    cues = {row.cue for row in rows if row.role == "participation"}
    shortest = {cue for cue in cues if not any(o != cue and o in cue for o in cues)}
    return tuple(sorted({max(cue.split(), key=len) for cue in shortest}))


@cache
def polarities() -> Phrases[PolarityCue]:
    """Words that deny (`finding_cues.csv`)."""
    codes = {"polarity": {"shortcoming"}}
    return Phrases((row.cue, row) for row in load("finding_cues", PolarityCue, codes=codes))


@cache
def topics() -> Phrases[tuple[int, TopicCue]]:
    """Words of topics with their place in the table (`finding_topics.csv`)."""
    codes = {"topic": reference_codes("finding_topics")}
    rows = load("finding_topics", TopicCue, codes=codes)
    return Phrases((row.cue, (place, row)) for place, row in enumerate(rows))
