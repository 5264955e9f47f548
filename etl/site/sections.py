"""Lists that are cut at a length and say how much was left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Capped(Generic[Item]):
    """The first items of a list and how many more there are."""

    items: tuple[Item, ...]
    more: int

    @property
    def total(self) -> int:
        """How many there are in all."""
        return len(self.items) + self.more


def capped(items: Iterable[Item], limit: int, total: int | None = None) -> Capped[Item]:
    """At most `limit` of `items`; `total` where they were cut before."""
    listed = list(items)
    count = len(listed) if total is None else total
    return Capped(tuple(listed[:limit]), max(0, count - limit))
