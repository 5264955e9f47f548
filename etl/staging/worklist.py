"""Which files have to be read: new and changed ones, and stored ones that are outdated."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path

from etl.ledger.problem import Problem
from etl.staging.exclusions import passed_over
from etl.staging.inventory import Inventory, file_sha256
from etl.staging.reading import Input
from etl.staging.refusals import CLAIMED, Key, Refusals, key_of

Stored = Callable[[str], Path | None]
"""Finds a document in the archive by the sha256 of its bytes."""


@dataclass(slots=True)
class Worklist:
    """What is to be done, and what need not be.

    Attributes:
        todo: Files to read, in order, with the keys that their refusals would have.
        unchanged: Names of files that staging holds as they are.
        taken: File of each report that staging holds from these.
        still_refused: Files that are refused as they were before.
        excluded: Files that a person decided against.
        unreadable: Files that cannot be opened.
        gone: Documents to be read again that the archive does not have.
    """

    todo: list[tuple[Input, Key]] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    taken: dict[str, str] = field(default_factory=dict)
    still_refused: list[Problem] = field(default_factory=list)
    excluded: list[Problem] = field(default_factory=list)
    unreadable: list[Problem] = field(default_factory=list)
    gone: list[Problem] = field(default_factory=list)


def make_worklist(
    inputs: Sequence[Input],
    inventory: Inventory,
    refusals: Refusals,
    stored: Stored,
    *,
    withdrawn: AbstractSet[str] = frozenset(),
    excluded: Mapping[str, str] | None = None,
    force: bool = False,
) -> Worklist:
    """Compare files with what staging holds.

    Args:
        inputs: Files at hand, in the order in which they may claim a report; the same
            bytes twice are one.
        inventory: What staging holds.
        refusals: What it refused before.
        stored: Finds documents that came in earlier.
        withdrawn: sha256 of documents that give way to any other of their report.
        excluded: Reason by sha256 of documents that are not to be loaded.
        force: Whether everything is to be read anew.
    """
    work = Worklist()
    barred = excluded or {}
    hashed = _without(barred, _hashed(inputs, work), work)
    current = set() if force else inventory.current_documents()
    work.unchanged = [source.called.name for sha, source in hashed if sha in current]
    work.taken = inventory.files_of({sha for sha, _ in hashed} & current - withdrawn)
    seen = set(current)
    for sha, source in hashed:
        if sha in seen:
            continue
        seen.add(sha)
        key = key_of(source, sha)
        refusal = None if force else refusals.still(key, work.taken)
        if refusal is None:
            work.todo.append((source, key))
        elif not (refusal.code == CLAIMED and sha in withdrawn):
            work.still_refused.append(refusal)
    work.todo += _outdated(inventory, stored, {sha for sha, _ in hashed} | barred.keys(), work)
    return work


def _without(
    barred: Mapping[str, str], hashed: Sequence[tuple[str, Input]], work: Worklist
) -> list[tuple[str, Input]]:
    """The files that nobody decided against; the others are noted."""
    for sha, source in hashed:
        if sha in barred:
            work.excluded.append(passed_over(source.called.name, barred[sha]))
    return [(sha, source) for sha, source in hashed if sha not in barred]


def _hashed(inputs: Sequence[Input], work: Worklist) -> list[tuple[str, Input]]:
    """The inputs with the hashes of their bytes, in their order."""
    hashed: list[tuple[str, Input]] = []
    for source in inputs:
        try:
            hashed.append((file_sha256(source.path), source))
        except OSError as error:
            name, found = source.called.name, error.strerror or str(error)
            work.unreadable.append(Problem("error", "unreadable", None, name, "a file", found))
    return hashed


def _outdated(
    inventory: Inventory, stored: Stored, at_hand: set[str], work: Worklist
) -> Iterator[tuple[Input, Key]]:
    for sha, name in sorted(inventory.outdated_documents().items()):
        if sha in at_hand:
            continue
        path = stored(sha)
        if path is None:
            expected = "the document in the archive, to read it again"
            work.gone.append(Problem("warning", "document_gone", None, name, expected, "none"))
        else:
            source = Input(path, name, again=True)
            yield source, key_of(source, sha)
