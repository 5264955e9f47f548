"""All rows that staging holds of one report, from its document and its ledger."""

from __future__ import annotations

from dataclasses import dataclass

from etl.documents.model import Document, Identity
from etl.extract.results import Extraction
from etl.ledger.files import LedgerReport
from etl.ledger.problem import Problem
from etl.ledger.verify import Check, unverified, verify
from etl.staging.evaluation import evaluation_of
from etl.staging.evidence import document_columns, section_columns, sentence_columns
from etl.staging.extracted import place_facts
from etl.staging.fingerprint import Versions, fingerprint
from etl.staging.load import Columns, Package
from etl.staging.mentions import mention_columns
from etl.staging.observations import differences, observation_columns


@dataclass(frozen=True, slots=True)
class Packed:
    """A report's rows, how its ledger fared, and what was wrong."""

    package: Package
    checks: tuple[Check, ...]
    problems: tuple[Problem, ...]


def pack_document(
    document: Document, extraction: Extraction, ledger: LedgerReport | None, versions: Versions
) -> Packed:
    """The rows of a report whose document is at hand, its ledger checked against it."""
    checks = verify(document, ledger.facts if ledger else ())
    ids = {c.span.start: c.placed.row.observation_id for c in checks if c.span}
    extracted, problems = place_facts(document, extraction.facts, ids)
    evaluation = evaluation_of(ledger, document, extraction)
    problems += [problem for check in checks if (problem := check.problem)]
    problems += [*differences(checks, extracted), *evaluation.problems, *_notices(document)]
    tables = {
        "reports": _report_columns(document.identity, document, ledger, versions),
        "documents": document_columns(document),
        "sections": section_columns(document),
        "sentences": sentence_columns(document),
        "number_mentions": mention_columns(document, extraction.mentions, checks, extracted),
        "observations": observation_columns(document, checks, extracted, versions.extractor),
        **evaluation.tables,
    }
    package = Package(document.identity.report_id, tables)
    return Packed(package, tuple(checks), tuple(problems))


def pack_ledger(ledger: LedgerReport, versions: Versions) -> Packed:
    """The rows of a report that only the ledger knows; all of them are `unverified`."""
    checks = unverified(ledger.facts)
    evaluation = evaluation_of(ledger, None, None)
    tables = {
        "reports": _report_columns(ledger.identity, None, ledger, versions),
        "observations": observation_columns(None, checks, [], ""),
        **evaluation.tables,
    }
    package = Package(ledger.identity.report_id, tables)
    return Packed(package, tuple(checks), evaluation.problems)


def _report_columns(
    identity: Identity, document: Document | None, ledger: LedgerReport | None, versions: Versions
) -> Columns:
    document_sha = document.sha256 if document else None
    ledger_sha = ledger.sha256 if ledger else None
    return {
        "report_id": [identity.report_id],
        "series": [identity.series],
        "edition": [identity.edition],
        "edition_year": [identity.edition_year],
        "reference_year": [identity.reference_year],
        "ref_area": [identity.ref_area or None],
        "title": [document.title or None if document else None],
        "document_sha256": [document_sha],
        "ledger_sha256": [ledger_sha],
        "extractor_version": [versions.extractor if document else ""],
        "lexicon_version": [versions.lexicon if document else ""],
        "fingerprint": [fingerprint(document_sha, ledger_sha, versions)],
        "status": ["active"],
    }


def _notices(document: Document) -> list[Problem]:
    """What the reader had to assume, as issues."""
    report_id = document.identity.report_id
    place = f"{report_id} ({document.file_name})"
    return [
        Problem("info", "notice", report_id, place, "a document read without assumption", notice)
        for notice in document.notices
    ]
