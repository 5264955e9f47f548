"""The concept tables: each kind of useless or wrong line is refused."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from etl.errors import SeedError
from etl.extract import lexicon as tables
from etl.extract.concepts.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PLANTED = [
    pytest.param("indicators", "flown,noun,no_such,mass,,4,", "no_such", id="unknown_code"),
    pytest.param("indicators", "flown,above,arrests,,,4,", "above", id="unknown_place"),
    pytest.param("indicators", "flown,noun,arrests,yards,,4,", "yards", id="unknown_unit"),
    pytest.param("indicators", "flown,noun,arrests,,no_class,4,", "no_class", id="unknown_class"),
    pytest.param("indicators", "flown,noun,arrests,area,,4,", "never match", id="unit_cannot_fit"),
    pytest.param("indicators", "flown,noun,arrests,,,0,", "speaks for nothing", id="no_weight"),
    pytest.param("indicators", "so-called,noun,arrests,,,4,", "never match", id="hyphen"),
    pytest.param("indicators", "Flown,noun,arrests,,,4,", "never match", id="capital"),
    pytest.param("indicators", "arrests,noun,arrests,count|percent,,9,", "already", id="duplicate"),
    pytest.param("indicators", "<no_kin>,noun,arrests,,,4,", "no_kin", id="unknown_family"),
    pytest.param("cue_families", "Snatched,seize", "never match", id="family_capital"),
    pytest.param("cue_families", "netted,find\nnetted,find", "already", id="family_twice"),
    pytest.param("substances", "moonrock,no_such,", "no_such", id="unknown_substance"),
    pytest.param("substances", "heroin,heroin,", "already", id="substance_twice"),
    pytest.param("changes", "wax,sideways,1,,", "sideways", id="unknown_side"),
    pytest.param("grammar", "wherefore,pronoun", "pronoun", id="unknown_role"),
    pytest.param("substance_forms", "heroin,no_such,opium", "no_such", id="unknown_form"),
    pytest.param("substance_groups", "no_group,heroin", "no_group", id="unknown_group"),
    pytest.param("indicator_parts", "arrests,no_such", "no_such", id="unknown_part"),
    pytest.param("unit_defaults", "volume,no_such", "no_such", id="unknown_default"),
]


@pytest.fixture
def load_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Loads the project's tables with one line added to one of them."""

    def load(table: str, line: str) -> None:
        shutil.copytree(tables.folder(), tmp_path, dirs_exist_ok=True)
        with (tmp_path / f"{table}.csv").open("a", encoding="utf-8") as handle:
            handle.write(f"{line}\n")
        monkeypatch.setattr(tables, "folder", lambda: tmp_path)
        lexicon.__wrapped__()

    return load


@pytest.mark.parametrize(("table", "line", "said"), PLANTED)
def test_a_planted_line_is_refused(
    load_with: Callable[[str, str], None], table: str, line: str, said: str
) -> None:
    with pytest.raises(SeedError, match=said):
        load_with(table, line)


def test_a_good_line_is_taken(load_with: Callable[[str, str], None]) -> None:
    load_with("indicators", "flown,governor,trafficked_mass,mass,,4,")
