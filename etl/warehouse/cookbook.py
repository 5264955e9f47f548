"""The cookbook's answers: each question's SQL asked of a warehouse, its table put below.

A question is a fenced `sql` block; its answer is what stands between the markers
`<!-- answer -->` and `<!-- end -->` after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl.errors import SeedError
from etl.warehouse.query import ask

if TYPE_CHECKING:
    from pathlib import Path

_ENTRY = re.compile(
    r"^### (?P<title>[^\n]+)\n(?P<text>(?:(?!^###? ).)*?)"
    r"^```sql\n(?P<sql>.*?)^```\n+<!-- answer -->\n(?P<answer>.*?)^<!-- end -->$",
    re.MULTILINE | re.DOTALL,
)
_HEADING = re.compile(r"^### ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One question of the cookbook.

    Attributes:
        title: Its heading.
        sql: The statement that answers it.
        answer: The Markdown table printed below it.
    """

    title: str
    sql: str
    answer: str


def entries(text: str) -> list[Entry]:
    """The questions of a cookbook page, in order.

    Raises:
        SeedError: A heading has no statement, or no place for its answer.
    """
    found = [
        Entry(match["title"], match["sql"].strip(), match["answer"].strip())
        for match in _ENTRY.finditer(text)
    ]
    headings = len(_HEADING.findall(text))
    if len(found) != headings:
        raise SeedError(
            f"cookbook: expected a statement and an answer under each of {headings} headings, "
            f"found {len(found)}"
        )
    return found


def answered(text: str, database: Path) -> str:
    """The page with every answer made anew from `database`.

    Raises:
        SeedError: The page is not built as it must be.
        UsageError: A statement cannot be answered.
    """
    entries(text)

    def renew(match: re.Match[str]) -> str:
        table = ask(database, match["sql"]).render("markdown").strip()
        before = match.group(0)[: match.start("answer") - match.start()]
        return f"{before}{table}\n<!-- end -->"

    return _ENTRY.sub(renew, text)


def refresh(page: Path, database: Path) -> list[str]:
    """Rewrite a cookbook page with the answers of `database`.

    Returns:
        Titles of the questions whose answers changed.
    """
    before = page.read_text(encoding="utf-8")
    after = answered(before, database)
    page.write_text(after, encoding="utf-8")
    pairs = zip(entries(before), entries(after), strict=True)
    return [new.title for old, new in pairs if old.answer != new.answer]
