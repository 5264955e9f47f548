"""Invented reports: sentences about places that do not exist, with their facts planted.

Their codes are those of uninhabited islands, so that the code lists know them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True)
class Planted:
    """A fact planted in a sentence."""

    number: str
    indicator: str
    value: Decimal
    unit: str
    substance: str | None = None
    kind: str = "level"
    period: str = "2012"
    basis: str = "stated"
    status: str = "actual"
    qualifier: str = "exact"
    high: Decimal | None = None
    estimator: str | None = None


@dataclass(frozen=True)
class Line:
    """A sentence with its planted facts and the numbers that are none."""

    text: str
    facts: tuple[Planted, ...] = ()
    others: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Sample:
    """An invented report."""

    report_id: str
    series: str
    edition: int
    edition_year: int
    reference_year: int
    ref_area: str
    lines: tuple[Line, ...]
    ratings: tuple[str, ...] = field(default=())


_YEAR = (("2012", "date"),)
_FILLER = tuple(
    Line(f"The ministry of {name} keeps a record of this work and publishes it when it can.")
    for name in ("rivers", "hills", "harbours", "gardens", "bridges", "lamps")
)


def _fact(number: str, indicator: str, value: str, unit: str, **more: object) -> Planted:
    return Planted(number, indicator, Decimal(value), unit, **more)  # type: ignore[arg-type]


def chapter(area: str, place: str, year: int, tons: str, hectares: str) -> Sample:
    """A country chapter about `place` with eight facts."""
    before = str(year - 1)
    dated = {"period": before}
    date = ((before, "date"),)
    lines = (
        Line(
            f"In {before}, {place} seized {tons} metric tons of cocaine.",
            (_fact(tons, "seizure_mass", tons, "T", substance="cocaine", **dated),),
            date,
        ),
        Line(
            f"Growers planted {hectares} hectares of coca in {before}, an increase of 12 percent.",
            (
                _fact(
                    hectares,
                    "cultivation_area",
                    hectares.replace(",", ""),
                    "HA",
                    substance="coca",
                    **dated,
                ),
                _fact(
                    "12", "cultivation_area", "12", "PT", substance="coca", kind="change", **dated
                ),
            ),
            date,
        ),
        Line(
            f"Teams cleared 1,250 hectares of coca in {before}.",
            (_fact("1,250", "eradication_area", "1250", "HA", substance="coca", **dated),),
            date,
        ),
        Line(
            f"The {before} budget for the work was $3.2 million.",
            (_fact("$3.2", "counternarcotics_budget", "3200000", "USD", **dated),),
            date,
        ),
        Line(
            "Clinics treated 250 to 400 people.",
            (
                _fact(
                    "250",
                    "treatment_admissions",
                    "250",
                    "PERSONS",
                    high=Decimal(400),
                    qualifier="range",
                    basis="report",
                    **dated,
                ),
            ),
            (("400", "fact_part"),),
        ),
        Line(
            f"In {before} 40 percent of the cargo left by sea.",
            (_fact("40", "trafficked_share", "40", "PT", kind="share", **dated),),
            date,
        ),
        Line(
            f"Police arrested 318 people in {before}.",
            (_fact("318", "arrests", "318", "COUNT", **dated),),
            date,
        ),
        *_FILLER,
    )
    return Sample(f"incsr-{year}-{area.lower()}", "INCSR", year, year, year - 1, area, lines)


def evaluation(area: str) -> Sample:
    """An evaluation report with three rated recommendations and their tally."""
    tally = (("2", "complete"), ("1", "started"))
    lines = (
        Line("The country was given three recommendations in this round of evaluations."),
        *(
            Line(
                f"Of these, {number} stand as {rating} at the end of the round.",
                (
                    _fact(
                        number,
                        f"recommendations_{rating}",
                        number,
                        "COUNT",
                        basis="report",
                        period="2013",
                    ),
                ),
            )
            for number, rating in tally
        ),
        Line("The country did not report how it pays for the work on its borders."),
        *_FILLER,
    )
    return Sample(
        f"mem-6-{area.lower()}",
        "MEM",
        6,
        2014,
        2013,
        area,
        lines,
        ("complete", "started", "complete"),
    )


def samples() -> tuple[Sample, ...]:
    """Two editions of one country, one of another, and one evaluation."""
    return (
        chapter("BVT", "Arvania", 2018, "24.3", "4,500"),
        chapter("BVT", "Arvania", 2019, "19.8", "5,040"),
        chapter("HMD", "Borduria", 2019, "7.5", "810"),
        evaluation("BVT"),
    )
