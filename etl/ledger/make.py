"""Makes the ledger's files of reports from their documents and what is known of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from etl.documents.model import Document
from etl.extract.results import Extraction
from etl.ledger.assessments import AssessmentRow, FindingRow
from etl.ledger.files import INDEX, LedgerReport, read_ledger
from etl.ledger.labelled import labelled_facts
from etl.ledger.locate import Hint, Sentences
from etl.ledger.row import LedgerRow
from etl.ledger.write import assessment_rows, fact_rows, finding_rows, write_index, write_rows

REVIEWED, MACHINE = "reviewed", "machine"
LABELLED_RULE = "labelled"


@dataclass(frozen=True, slots=True)
class Source:
    """One report to write: its document, and what extraction made of it."""

    document: Document
    extraction: Extraction

    @property
    def report_id(self) -> str:
        """Which report it is."""
        return self.document.identity.report_id


def make_ledger(folder: Path, sources: Iterable[Source], *, labelled: Path | None = None) -> int:
    """Write the ledger's files for some reports; those of other reports stay.

    A report that has a file in `labelled` gets exactly that file's facts, reviewed.
    Every other one gets what extraction found, as `machine`, beside the rows of its
    present ledger that a person reviewed.

    Args:
        folder: `seeds/ledger`.
        sources: The reports to write.
        labelled: Folder of hand-labelled facts, `<report_id>.csv` in the codebook's columns.

    Returns:
        How many facts were written.

    Raises:
        SeedError: The present ledger is faulty, or a fact is not where it says.
    """
    known = read_ledger(folder).reports
    identities = {report_id: report.identity for report_id, report in known.items()}
    count = 0
    for source in sources:
        rows = _facts(source, known.get(source.report_id), labelled)
        _write(folder, source, rows, REVIEWED if labelled else MACHINE)
        identities[source.report_id] = source.document.identity
        count += len(rows)
    write_index(folder / INDEX, identities.values())
    return count


def _facts(source: Source, known: LedgerReport | None, labelled: Path | None) -> list[LedgerRow]:
    path = labelled / f"{source.report_id}.csv" if labelled else None
    if path is not None and path.is_file():
        notes = dict(labelled_facts(path, rule_id=LABELLED_RULE))
        return fact_rows(source.document, notes, review=REVIEWED, note=notes.__getitem__)
    kept = [p.row for p in known.facts if p.row.review == REVIEWED] if known else []
    held = {row.observation_id for row in kept}
    found = fact_rows(source.document, source.extraction.facts, review=MACHINE)
    return _in_order(source, [*kept, *(row for row in found if row.observation_id not in held)])


def _in_order(source: Source, rows: list[LedgerRow]) -> list[LedgerRow]:
    sentences = Sentences(source.document)

    def place(row: LedgerRow) -> tuple[int, int]:
        sentence = sentences.find(Hint(row.anchor, row.occurrence, row.section, row.sentence))
        return (sentence.index if sentence else len(source.document.sentences), row.number_word)

    return sorted(rows, key=place)


def _write(folder: Path, source: Source, rows: list[LedgerRow], review: str) -> None:
    name, document, extraction = f"{source.report_id}.csv", source.document, source.extraction
    write_rows(folder / name, LedgerRow, rows)
    ratings = assessment_rows(document, extraction.assessments)
    shortcomings = [f for f in extraction.findings if f.polarity == "shortcoming"]
    findings = finding_rows(document, shortcomings, review=review)
    if ratings:
        write_rows(folder / "assessments" / name, AssessmentRow, ratings)
    if findings:
        write_rows(folder / "findings" / name, FindingRow, findings)
