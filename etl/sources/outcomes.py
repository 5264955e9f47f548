"""What became of each document that a source offered."""

from __future__ import annotations

from dataclasses import dataclass

NEW = "new"
CHANGED = "changed"
UNCHANGED = "unchanged"
WITHDRAWN = "withdrawn"
RESTORED = "restored"
WOULD_FETCH = "would_fetch"
REFUSED = "refused"
FAILED = "failed"
NEWS = frozenset({NEW, CHANGED, WITHDRAWN, RESTORED})
TROUBLE = frozenset({REFUSED, FAILED})


@dataclass(frozen=True, slots=True)
class Outcome:
    """One line of a fetch.

    Attributes:
        source_id: The source.
        place: Address or name within the source.
        status: `new`, `changed`, `unchanged`, `withdrawn`, `restored` (listed again
            as it was), `would_fetch` (dry run), `refused` (a rule of ours or the
            site's forbids it), `failed` (asked without success).
        sha256: Of the bytes, where there are any.
        message: Why, in plain words, where there is something to say.
    """

    source_id: str
    place: str
    status: str
    sha256: str = ""
    message: str = ""

    @property
    def is_news(self) -> bool:
        """Whether the warehouse has something to do about it."""
        return self.status in NEWS

    @property
    def is_trouble(self) -> bool:
        """Whether a person may have something to do about it."""
        return self.status in TROUBLE
