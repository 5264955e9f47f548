"""The page of gate results: every expectation, what it found, and sample rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.site.render import page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.quality.results import GateReport


def gates_page(reports: Sequence[GateReport]) -> str:
    """HTML of what the gates of one run found."""
    return page("gates.html", title="Quality gates", reports=list(reports))
