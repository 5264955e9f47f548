"""The exceptions of the project, under one root.

Each carries an `exit_code`: what the `dcw` command ends with when it is not caught.
"""

from __future__ import annotations


class DcwError(Exception):
    """Root of every error that this project raises on purpose."""

    exit_code = 1


class UsageError(DcwError):
    """What was asked for cannot be done as asked: an unknown file, report or option."""

    exit_code = 2


class SeedError(DcwError):
    """A file that ships with the project (code list, lexicon, ledger) is wrong."""

    exit_code = 3


class DocumentRefused(DcwError):
    """A document cannot be read or is not what it says it is; the others go on.

    Attributes:
        code: Short stable name of the reason, such as `no_text` or `unknown_report`.
        expected: What a good document would have had.
        found: What this one has.
        where: File, and page, line or section where that is known.
    """

    exit_code = 4

    def __init__(self, code: str, *, expected: str, found: str, where: str) -> None:
        super().__init__(f"{where}: expected {expected}, found {found} [{code}]")
        self.code = code
        self.expected = expected
        self.found = found
        self.where = where


class GateRefused(DcwError):
    """A critical expectation failed: the build is not published."""

    exit_code = 5


class RunLocked(DcwError):
    """Another run holds the lock."""

    exit_code = 6


class PublishFailed(DcwError):
    """The release could not be put in place; the old one is intact."""

    exit_code = 7


class StagingError(DcwError):
    """The staging database is missing, locked, or of another version."""

    exit_code = 8


class FetchFailed(DcwError):
    """A source could not be fetched."""

    exit_code = 9


class BuildFailed(DcwError):
    """dbt could not build the warehouse."""

    exit_code = 10


class ArchiveDamaged(DcwError):
    """The archive of raw bytes or its index is not as it was written."""

    exit_code = 11
