"""Names of countries, their peoples and their parts, read once."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from etl.errors import SeedError
from etl.extract.lexicon import load
from etl.extract.view import Phrases
from etl.settings import Settings

_LETTERS = str.maketrans({"đ": "d", "ł": "l", "ø": "o", "ı": "i", "ð": "d", "ħ": "h", "ə": "a"})
"""Letters that Unicode does not take apart into a plain one and a mark."""
_PART_CODE = re.compile(r"[A-Z]{3}-[A-Z0-9]+(?:-[A-Z0-9]+)*")


@dataclass(frozen=True, slots=True)
class AreaName:
    """A word for a country (`name`), its people and things (`demonym`) or a `city` known abroad.

    A word without a code holds a country's name but stands for none ("South American").
    """

    cue: str
    code: str
    kind: str


@dataclass(frozen=True, slots=True)
class SubArea:
    """A part of a country: code, English name, ISO 3166-1 alpha-3 of the country, kind."""

    code: str
    name: str
    parent: str
    kind: str


@dataclass(frozen=True, slots=True)
class SubAreaName:
    """Another word for a part of a country."""

    cue: str
    code: str


@dataclass(frozen=True, slots=True)
class Members:
    """A group that one report covers, and the countries and territories in it."""

    code: str
    members: tuple[str, ...]


@cache
def members_of(code: str) -> frozenset[str]:
    """What is at home in a report: its country, or the members of its group."""
    groups = {row.code: row.members for row in load("area_members", Members, key=("code",))}
    return frozenset({code, *groups.get(code, ())})


@cache
def countries() -> Phrases[AreaName]:
    """Names of countries and their peoples."""
    rows = load("areas", AreaName, codes={"kind": ("name", "demonym", "city")})
    return Phrases((row.cue, row) for row in rows)


def part_file() -> Path:
    """The list of the parts of countries."""
    return Settings.from_environment().seeds / "reference" / "sub_areas.csv"


@cache
def sub_areas() -> dict[str, SubArea]:
    """Every known part of a country, by code.

    Raises:
        SeedError: Where a code does not start with its country's.
    """
    path = part_file()
    rows = load("sub_areas", SubArea, key=("code",), path=path)
    for row in rows:
        if not _PART_CODE.fullmatch(row.code) or row.code[:3] != row.parent:
            raise SeedError(f"{path.name}: {row.code!r} is no part of {row.parent!r}")
    return {row.code: row for row in rows}


@cache
def parts_of(country: str) -> Phrases[str]:
    """Words for the parts of one country, each with its code."""
    return Phrases(_cues_by_country().get(country, {}).items())


@cache
def _cues_by_country() -> dict[str, dict[str, str]]:
    cues: dict[str, dict[str, str]] = defaultdict(dict)
    known = sub_areas()
    for row in known.values():
        for cue in {row.name.lower(), folded(row.name)}:
            cues[row.parent].setdefault(cue, row.code)
    for alias in load("sub_area_names", SubAreaName, codes={"code": known.keys()}):
        cues[alias.code[:3]][alias.cue] = alias.code
    return cues


def folded(name: str) -> str:
    """Lower case without accents."""
    return "".join(_bare(name.lower()))


def part_code(country: str, name: str) -> str:
    """`COL-NORTE-DE-SANTANDER` for a part that a text names."""
    return f"{country}-" + re.sub(r"[^A-Z0-9]+", "-", folded(name).upper()).strip("-")


def _bare(name: str) -> Iterator[str]:
    for char in unicodedata.normalize("NFKD", name.translate(_LETTERS)):
        if not unicodedata.combining(char):
            yield char
