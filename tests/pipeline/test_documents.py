"""What the documentation prints is what comes out."""

from __future__ import annotations

import json
import re

import pytest

from etl.settings import PROJECT_ROOT, Settings
from tests.conftest import dcw

pytestmark = pytest.mark.xdist_group("peru")


def test_every_printed_answer_and_the_dictionary_are_those_of_a_fresh_build(
    from_ledger: Settings,
) -> None:
    done = dcw("docs", "--dry-run", "--json", data=from_ledger.data)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["changed"] == [], "run `make docs`"


def test_the_example_of_the_readme_is_real_output(from_ledger: Settings) -> None:
    readme = (PROJECT_ROOT / "README.md").read_text(encoding="utf-8")
    match = re.search(r"--explain\n```\n\n```\n(.*?)```", readme, re.DOTALL)
    assert match is not None
    shown = [line for line in match[1].splitlines() if line.strip() not in {"", "…"}]
    done = dcw("extract", "examples/incsr-2024-xaa.txt", "--explain", data=from_ledger.data)
    missing = [line for line in shown if line not in done.stdout.splitlines()]
    assert len(shown) > 10
    assert not missing
