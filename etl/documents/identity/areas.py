"""Country codes, and the names under which the reports print them."""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import cache
from pathlib import Path

from babel import Locale
from babel.core import get_global

from etl.errors import SeedError
from etl.settings import PROJECT_ROOT

REPORT_AREAS = PROJECT_ROOT / "seeds" / "lexicon" / "report_areas.csv"
_USER_ASSIGNED = re.compile(r"X[A-Z]{2}|Q[M-Z][A-Z]|AA[A-Z]|ZZ[A-Z]")
_WITHDRAWN = frozenset("ANT ASC BUR CPT DDR DGA FXX NTZ QUU SCG SUN TAA TMP YMD YUG ZAR".split())
_NOT_LETTERS = re.compile(r"[^a-z]+")


def folded(name: str) -> str:
    """A name without case, accents, punctuation and leading article, for comparison."""
    bare = unicodedata.normalize("NFKD", name.casefold()).replace("&", " and ")
    ascii_only = "".join(char for char in bare if not unicodedata.combining(char))
    return _NOT_LETTERS.sub(" ", ascii_only).strip().removeprefix("the ")


@cache
def iso_codes() -> frozenset[str]:
    """All ISO 3166-1 alpha-3 codes of countries and territories."""
    territories = Locale("en").territories
    return frozenset(
        code
        for code, two in get_global("territory_aliases").items()
        if len(code) == 3 and code.isalpha() and len(two) == 1 and two[0] in territories
        if code not in _WITHDRAWN and not is_user_assigned(code)
    )


@cache
def report_areas(path: Path = REPORT_AREAS) -> dict[str, str]:
    """Names that reports use for an area beside its ISO name, folded, to codes.

    Raises:
        SeedError: Where the table repeats a name or holds a malformed code.
    """
    found: dict[str, str] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for line, row in enumerate(csv.DictReader(lines), start=2):
            name, code = folded(row["name"]), row["ref_area"]
            if name in found or not re.fullmatch(r"[A-Z]{3}", code):
                raise SeedError(f"{path.name} line {line}: repeated name or bad code: {row}")
            found[name] = code
    return found


@cache
def _iso_names() -> dict[str, str]:
    territories = Locale("en").territories
    aliases = get_global("territory_aliases")
    return {folded(territories[aliases[code][0]]): code for code in sorted(iso_codes())}


def is_known(code: str) -> bool:
    """Whether `code` is an ISO alpha-3 code or one that `report_areas.csv` adds."""
    return code in iso_codes() or code in report_areas().values()


def is_user_assigned(code: str) -> bool:
    """Whether ISO 3166-1 leaves the alpha-3 `code` to its users (such as XAA)."""
    return _USER_ASSIGNED.fullmatch(code) is not None


def area_of(name: str) -> str:
    """Code of the country or area called `name` in a report; empty where unknown."""
    key = folded(name)
    return report_areas().get(key) or _iso_names().get(key, "")
