"""Layouts by name: how each report family sets out its sections."""

from __future__ import annotations

from etl.documents.layouts.base import Layout
from etl.documents.layouts.incsr_chapter import IncsrChapter
from etl.documents.layouts.mem_evaluation import MemEvaluation
from etl.documents.layouts.plain import Plain

PLAIN = Plain()
LAYOUTS: dict[str, Layout] = {
    layout.name: layout for layout in (MemEvaluation(), IncsrChapter(), PLAIN)
}
"""Every known layout, in the order in which they are tried."""


def layout_of(text: str, series: str) -> Layout:
    """The layout of the report family `series` that recognises `text`, else `plain`."""
    family = (layout for layout in LAYOUTS.values() if layout.series == series)
    return next((layout for layout in family if layout.recognises(text)), PLAIN)
