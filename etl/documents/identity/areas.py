"""Country codes, and the names under which the reports print them."""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import cache

from etl.errors import SeedError
from etl.settings import Settings

_USER_ASSIGNED = re.compile(r"X[A-Z]{2}|Q[M-Z][A-Z]|AA[A-Z]|ZZ[A-Z]")
_CODE = re.compile(r"[A-Z]{3}")
_NOT_LETTERS = re.compile(r"[^a-z]+")


def folded(name: str) -> str:
    """A name without case, accents, punctuation and leading article, for comparison."""
    bare = unicodedata.normalize("NFKD", name.casefold()).replace("&", " and ")
    ascii_only = "".join(char for char in bare if not unicodedata.combining(char))
    return _NOT_LETTERS.sub(" ", ascii_only).strip().removeprefix("the ")


def _names(table: str) -> dict[str, str]:
    """Folded name to code, of a seed with the columns `name` and `ref_area`.

    Raises:
        SeedError: Where the table is missing, repeats a name or holds a malformed code.
    """
    path = Settings.from_environment().seeds / table
    found: dict[str, str] = {}
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            for line, row in enumerate(csv.DictReader(lines), start=2):
                name, code = folded(row["name"]), row["ref_area"]
                if not name or name in found or not _CODE.fullmatch(code):
                    raise SeedError(f"{table}:{line}: repeated name or malformed code: {row}")
                found[name] = code
    except (OSError, KeyError) as error:
        raise SeedError(f"{table}: expected columns name and ref_area, found {error!r}") from error
    return found


@cache
def names() -> dict[str, str]:
    """Every known name of a country or area, folded, with its code.

    ISO's names (`areas.csv`) count before those that reports use beside them
    (`report_areas.csv`).
    """
    return _names("lexicon/report_areas.csv") | _names("reference/areas.csv")


@cache
def codes() -> frozenset[str]:
    """Every known code."""
    return frozenset(names().values())


def is_known(code: str) -> bool:
    """Whether `code` is in the list of areas or in the one of reports' own areas."""
    return code in codes()


def is_user_assigned(code: str) -> bool:
    """Whether ISO 3166-1 leaves the alpha-3 `code` to its users (such as XAA)."""
    return _USER_ASSIGNED.fullmatch(code) is not None


def area_of(name: str) -> str:
    """Code of the country or area called `name` in a report; empty where unknown."""
    return names().get(folded(name), "")
