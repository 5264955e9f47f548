"""How the ledger fares against the documents at hand, as data to print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from etl.ledger.problem import Problem
from etl.ledger.verify import Check

STATES = ("verified", "unverified", "not_found", "contradicted")


@dataclass(frozen=True, slots=True)
class Proof:
    """Counts by state of the ledger's facts, ratings and findings, and every wrong row.

    Attributes:
        problems: One an item that is not found or contradicted, by place: file and
            row, what the ledger says, and what the text says.
    """

    facts: Mapping[str, int]
    ratings: Mapping[str, int] = field(default_factory=dict)
    findings: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether no row is missing from its document or contradicted by it."""
        return not self.problems

    def lines(self) -> list[str]:
        """The proof in plain lines, the wrong rows last."""
        groups = (("facts", self.facts), ("ratings", self.ratings), ("findings", self.findings))
        told = [f"{name}: {_told(counts)}" for name, counts in groups if any(counts.values())]
        return told + [str(problem) for problem in self.problems]


def counted(states: Iterable[str]) -> dict[str, int]:
    """How many of each state, the states in their order, none left out."""
    counts = Counter(states)
    return {state: counts[state] for state in STATES}


def proof_of(checks: Iterable[Check]) -> Proof:
    """The proof of facts alone."""
    listed = list(checks)
    problems = tuple(problem for check in listed if (problem := check.problem))
    return Proof(counted(check.verification for check in listed), problems=problems)


def _told(counts: Mapping[str, int]) -> str:
    shown = [f"{counts[state]} {state.replace('_', ' ')}" for state in STATES if counts[state]]
    return f"{', '.join(shown)} of {sum(counts.values())}"
