"""The ledger's folder: one file of facts a report, and the evaluations' own files.

`reports.csv` says which reports these are; `<report_id>.csv` holds a report's facts,
`assessments/<report_id>.csv` its ratings and `findings/<report_id>.csv` its findings.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from etl.documents.model import Identity
from etl.errors import SeedError
from etl.ledger import assessments, check
from etl.ledger.assessments import AssessmentRow, FindingRow
from etl.ledger.problem import Problem
from etl.ledger.row import LedgerRow
from etl.ledger.table import Placed, read_table

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Row = TypeVar("Row", bound="DataclassInstance")
INDEX = "reports.csv"


@dataclass(frozen=True, slots=True)
class LedgerReport:
    """What the ledger knows of one report.

    Attributes:
        identity: Which report it is.
        sha256: Hash over its files, for telling that they changed.
    """

    identity: Identity
    facts: tuple[Placed[LedgerRow], ...]
    assessments: tuple[Placed[AssessmentRow], ...]
    findings: tuple[Placed[FindingRow], ...]
    sha256: str


@dataclass(slots=True)
class Ledger:
    """All reports of the ledger by `report_id`, and what is wrong with its rows."""

    reports: dict[str, LedgerReport] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_ledger(folder: Path) -> Ledger:
    """Read the whole ledger; it must be without fault.

    Args:
        folder: `seeds/ledger`; an absent folder is an empty ledger.

    Raises:
        SeedError: With every problem: file, row, what was expected and found.
    """
    ledger = check_ledger(folder)
    if ledger.problems:
        listed = "\n".join(f"  {problem}" for problem in ledger.problems)
        raise SeedError(f"{len(ledger.problems)} problems in the ledger:\n{listed}")
    return ledger


def check_ledger(folder: Path) -> Ledger:
    """Read the whole ledger and tell what is wrong with it.

    Raises:
        SeedError: A file is no UTF-8 table or has other columns.
    """
    ledger = Ledger()
    if not folder.is_dir():
        return ledger
    identities = _identities(folder / INDEX, ledger)
    for report_id, identity in identities.items():
        ledger.reports[report_id] = _report(folder, identity, ledger)
    _unlisted(folder, identities, ledger)
    return ledger


def _identities(path: Path, ledger: Ledger) -> dict[str, Identity]:
    found: dict[str, Identity] = {}
    for placed in _read(path, Identity, ledger):
        identity = placed.row
        built = f"{identity.series}-{identity.edition}-{identity.ref_area or 'front'}".lower()
        if identity.report_id != built or built in found:
            told = "a report_id listed above" if built in found else repr(identity.report_id)
            ledger.problems.append(
                Problem("error", "bad_report", built, placed.place, f"a new {built}", told)
            )
        found[identity.report_id] = identity
    return dict(sorted(found.items()))


def _report(folder: Path, identity: Identity, ledger: Ledger) -> LedgerReport:
    name = f"{identity.report_id}.csv"
    facts = _read(folder / name, LedgerRow, ledger)
    ratings = _read(folder / "assessments" / name, AssessmentRow, ledger)
    findings = _read(folder / "findings" / name, FindingRow, ledger)
    for placed in facts:
        ledger.problems += check.problems_of(placed, identity.report_id)
    ledger.problems += check.duplicates(facts)
    ledger.problems += assessments.assessment_problems(ratings, identity.report_id)
    ledger.problems += assessments.finding_problems(findings, identity.report_id)
    return LedgerReport(identity, facts, ratings, findings, _sha256(folder, identity))


def _read(path: Path, row_type: type[Row], ledger: Ledger) -> tuple[Placed[Row], ...]:
    """The rows of a file that may be absent; its problems go to the ledger's."""
    if not path.is_file():
        return ()
    table = read_table(path, row_type)
    ledger.problems += table.problems
    return table.rows


def _unlisted(folder: Path, identities: dict[str, Identity], ledger: Ledger) -> None:
    for path in sorted(folder.rglob("*.csv")):
        if path.name != INDEX and path.stem not in identities:
            place = path.relative_to(folder).as_posix()
            expected = f"a report that {INDEX} lists"
            ledger.problems.append(
                Problem("error", "unlisted_report", path.stem, place, expected, path.stem)
            )


def _sha256(folder: Path, identity: Identity) -> str:
    digest = hashlib.sha256(repr(identity).encode())
    for part in (".", "assessments", "findings"):
        path = folder / part / f"{identity.report_id}.csv"
        data = path.read_bytes() if path.is_file() else b""
        digest.update(f"\0{part}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()
