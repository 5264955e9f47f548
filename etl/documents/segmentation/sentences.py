"""Where sentences end, decided at each stop by the words on its two sides.

A segmenter for general prose (syntok) finds the same ends on these reports but for
"MT.", "St. Maarten/St. Martin" and clauses after semicolons, at a thirtieth of the speed.

One pass of one pattern over the stops of a paragraph, so the time is linear in
its length. The abbreviations of these reports are few; they are listed here
because they are the language's, not a report's.
"""

from __future__ import annotations

import re

Span = tuple[int, int]

_CLOSERS = "\"'”’»)\\]*¹²³⁴⁵⁶⁷⁸⁹⁰"
_OPENERS = "\"'“‘«(\\[*"
STOP = re.compile(
    rf"(?<![.!?…])(?P<mark>[.!?…]++)(?P<close>[{_CLOSERS}]*+)\s++(?=(?P<next>[{_OPENERS}]*(?:[^\W_a-zß-öø-ÿ]|[•–—-])))"
)
_WORD_BEFORE = re.compile(r"[^\s(\[“\"‘—–/]+\Z")
_WORD_AFTER = re.compile(rf"[{_OPENERS}]*([^\W\d_]+(?:’s)?)")
_ACRONYM = re.compile(r"(?:^|-)(?:[^\W\d_]\.)+[^\W\d_]\Z")

NEVER_LAST = frozenset(
    "mr mrs ms dr sr jr st gen col lt maj capt cpl sgt cmdr brig adm gov sen rep hon prof rev fr "
    "messrs ing lic sra srta dra no nos art arts sec secs para paras p pp vol vols fig figs approx "
    "ca cf e.g i.e viz vs v ft op ave blvd dept univ ext est incl jan feb mar apr jun jul aug "
    "sep sept oct nov dec res doc add ser ch chap".split()
)
"""Words whose stop is part of them and that a sentence does not end with."""

SOMETIMES_LAST = frozenset("inc ltd co corp etc al bros s.a a.m p.m u.s u.n u.k d.c e.u".split())
"""Words whose stop is part of them, with which a sentence may end too."""

STARTERS = frozenset(
    "The This These Those That There It Its In On At As After Although All Also An And Another "
    "Any Are Approximately Before Between Both But By Currently Despite Due During Each Early "
    "Following For From Further Furthermore Given Government He Her His How However If Information "
    "Into Late Like Many More Moreover Most Much Nearly Nevertheless No None Nonetheless Of Once "
    "One Only Other Others Over Overall Recent She Since So Some Such Their Then They Through "
    "Thus To Two Under Until Upon We What When Where Whether Which While With Within Without "
    "Yet A Additionally Because Beginning Finally Roughly Several There’s It’s".split()
)
"""Words that begin a sentence after such a stop rather than go on with a name."""


def _ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether the stop is the end of a sentence that began at `start` or later."""
    if stop["mark"] != "." or stop["close"].strip("*\"'”’"):
        return True
    before = _WORD_BEFORE.search(text, max(start, stop.start() - 40), stop.start())
    word = before.group() if before else ""
    folded = word.rpartition("-")[2].casefold()
    if word == "Mt":
        return False
    if folded in NEVER_LAST:
        return folded in {"no", "mar"} and not _carries_on(text, stop)
    if folded in SOMETIMES_LAST or _ACRONYM.search(word) or (len(word) == 1 and word.isalpha()):
        return _starts_anew(text, stop)
    return not (word.isdigit() and not text[start : stop.start() - len(word)].strip(_OPENERS))


def _carries_on(text: str, stop: re.Match[str]) -> bool:
    """Whether a word that is also an ordinary one ("no") is an abbreviation here."""
    return text[stop.end() : stop.end() + 1].isdigit()


def _starts_anew(text: str, stop: re.Match[str]) -> bool:
    """Whether the word after the stop is one that begins sentences."""
    after = _WORD_AFTER.match(text, stop.end())
    return after is not None and after.group(1) in STARTERS


def split(text: str, start: int, end: int) -> list[Span]:
    """Spans of the sentences in `text[start:end]`, without the white space around them."""
    spans: list[Span] = []
    begin = start
    for stop in STOP.finditer(text, start, end):
        if _ends_sentence(text, begin, stop):
            spans.append((begin, stop.end("close")))
            begin = stop.end()
    tail = end - (len(text[begin:end]) - len(text[begin:end].rstrip()))
    if tail > begin:
        spans.append((begin, tail))
    return spans
