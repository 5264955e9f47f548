"""The cookbook's queries run, and the answers printed below them are what comes out."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.errors import SeedError, UsageError
from etl.settings import PROJECT_ROOT, Settings
from etl.warehouse.cookbook import Entry, answered, entries, refresh
from etl.warehouse.query import ask

PAGE = PROJECT_ROOT / "docs" / "cookbook.md"
COOKBOOK = entries(PAGE.read_text(encoding="utf-8"))

SMALL = """# A page

### How many?

Counting.

```sql
select 6 * 7 as n
```

<!-- answer -->
old
<!-- end -->

### And then?

```sql
select 'x' as letter
```

<!-- answer -->
| letter |
| --- |
| x |
<!-- end -->
"""


@pytest.mark.parametrize("entry", COOKBOOK, ids=lambda entry: entry.title.split(".")[0])
def test_printed_answer_is_the_real_one(ledger_build: Settings, entry: Entry) -> None:
    now = ask(ledger_build.build_path, entry.sql).render("markdown").strip()
    assert entry.answer == now, f"{entry.title}: run `make docs`"


def test_there_are_at_least_25_different_questions() -> None:
    assert len({entry.sql for entry in COOKBOOK}) == len(COOKBOOK) >= 25


def test_refresh_puts_new_answers_and_names_what_changed(
    ledger_build: Settings, tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    page.write_text(SMALL, encoding="utf-8")
    assert refresh(page, ledger_build.build_path) == ["How many?"]
    after = page.read_text(encoding="utf-8")
    assert entries(after)[0].answer == "| n |\n| --- |\n| 42 |"
    assert answered(after, ledger_build.build_path) == after
    assert after.replace("| n |\n| --- |\n| 42 |", "old") == SMALL


@pytest.mark.parametrize(
    "broken",
    [SMALL.replace("<!-- end -->", "", 1), SMALL.replace("```sql", "```", 1)],
    ids=["no end of the answer", "no statement"],
)
def test_a_heading_without_statement_or_answer_is_refused(broken: str) -> None:
    with pytest.raises(SeedError, match="2 headings, found 1"):
        entries(broken)


def test_a_statement_that_fails_is_named(ledger_build: Settings) -> None:
    with pytest.raises(UsageError, match="no_such_table"):
        answered(SMALL.replace("select 6 * 7 as n", "from no_such_table"), ledger_build.build_path)
