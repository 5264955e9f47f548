"""Builds an identity of its parts and checks each."""

from __future__ import annotations

from dataclasses import dataclass, replace

from etl.documents.identity import areas
from etl.documents.model import Identity
from etl.errors import DocumentRefused

SERIES = frozenset({"INCSR", "MEM"})
_EARLIEST, _LATEST = 1980, 2100
HOW = (
    "name the file incsr-<year>-<iso3>.txt or mem-<round>-<iso3>.txt, or put a sidecar <name>.yml "
    "beside it with series, edition, ref_area and, for the MEM, edition_year"
)


@dataclass(frozen=True, slots=True)
class Clues:
    """What one source (sidecar, file name or text) says of a report's identity.

    `None` and the empty string mean that it says nothing.
    """

    series: str = ""
    edition: int | None = None
    edition_year: int | None = None
    ref_area: str = ""
    title: str = ""

    def or_else(self, other: Clues) -> Clues:
        """These clues, gaps filled from `other` where that is of the same series."""
        if self.series and other.series and self.series != other.series:
            return self
        return replace(
            self,
            series=self.series or other.series,
            edition=self.edition if self.edition is not None else other.edition,
            edition_year=self.edition_year or other.edition_year,
            ref_area=self.ref_area or other.ref_area,
            title=self.title or other.title,
        )


def identity_of(clues: Clues, where: str, *, own_codes: bool = False) -> Identity:
    """A whole identity.

    Args:
        clues: All that is known.
        where: Name of the document, for messages.
        own_codes: Accept the codes that ISO 3166-1 leaves to its users, such as XAA.

    Raises:
        DocumentRefused: `unknown_report` with what is missing and how to supply it,
            `unknown_country` for a code that no list holds.
    """
    year = clues.edition if clues.series == "INCSR" else clues.edition_year
    missing = [
        name
        for name, value in (
            ("series", clues.series),
            ("edition", clues.edition),
            ("edition_year", year),
            ("ref_area", clues.ref_area),
        )
        if not value
    ]
    if missing or clues.edition is None or year is None:
        raise unknown_report(f"no {', '.join(missing)}", where)
    if clues.series not in SERIES or not _EARLIEST <= year <= _LATEST:
        raise unknown_report(f"series {clues.series!r} and year {year}", where)
    _check_area(clues.ref_area, where, own_codes=own_codes)
    return _identity(clues.series, clues.edition, year, clues.ref_area)


def _check_area(area: str, where: str, *, own_codes: bool) -> None:
    if not (areas.is_known(area) or (own_codes and areas.is_user_assigned(area))):
        raise DocumentRefused(
            "unknown_country",
            expected="a code of seeds/reference/areas.csv, or in a sidecar a user-assigned one",
            found=repr(area),
            where=where,
        )


def _identity(series: str, edition: int, year: int, area: str) -> Identity:
    return Identity(
        report_id=f"{series}-{edition}-{area}".lower(),
        series=series,
        edition=edition,
        edition_year=year,
        reference_year=year - 1 if series == "INCSR" else year,
        ref_area=area,
    )


def unknown_report(found: str, where: str) -> DocumentRefused:
    """The refusal of a document whose identity stays open."""
    return DocumentRefused(
        "unknown_report",
        expected=f"a report whose identity is known ({HOW})",
        found=found,
        where=where,
    )


def chapter_of_volume(edition: int, area: str) -> Identity:
    """Identity of a country chapter of an INCSR volume, or of its front matter.

    Args:
        edition: Edition year, from the volume's running header.
        area: Code of the country; empty for what is of no one country.
    """
    if area:
        return _identity("INCSR", edition, edition, area)
    return Identity(f"incsr-{edition}-front", "INCSR", edition, edition, edition - 1, "")
