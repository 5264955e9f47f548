"""What changed between releases, and the way back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import duckdb
import pytest
from samples.warehouse import MIDNIGHT, occasion

from etl.errors import UsageError
from etl.settings import Settings
from etl.warehouse.diff import diff
from etl.warehouse.publish import publish
from etl.warehouse.rollback import rollback, same_inputs
from etl.warehouse.shelf import current_release_id, release_file, releases


@pytest.fixture
def two(built: Settings) -> tuple[Settings, str, str]:
    """Two releases: the second has 3 facts less, 1 more, and 2 other values."""
    first = publish(built, occasion("run-1", "a")).manifest.release_id
    with duckdb.connect(str(built.build_path)) as connection:
        connection.execute(
            """
            DELETE FROM marts.fct_observations WHERE indicator = 'arrests';
            INSERT INTO marts.fct_observations BY NAME
                SELECT * REPLACE ('ffff' AS observation_id) FROM marts.fct_observations
                WHERE kind = 'share' AND report_id = 'incsr-2018-bvt';
            UPDATE marts.fct_observations SET obs_value = 7, stated_value = 7
                WHERE indicator = 'seizure_mass' AND report_id = 'incsr-2019-bvt';
            UPDATE marts.fct_observations SET substance = NULL
                WHERE indicator = 'eradication_area' AND report_id = 'incsr-2019-hmd';
            UPDATE marts.fct_observations SET extractor_version = '2';
            """
        )
    second = publish(built, occasion("run-2", "b")).manifest.release_id
    return built, first, second


def test_a_diff_is_exact(two: tuple[Settings, str, str]) -> None:
    settings, first, second = two
    found = diff(release_file(settings, first), release_file(settings, second))
    assert found.counts == {"added": 1, "changed": 2, "removed": 3}
    assert [fact["observation_id"] for fact in found.added] == ["ffff"]
    assert {fact["indicator"] for fact in found.removed} == {"arrests"}
    changes = {change.report_id: (change.before, change.after) for change in found.changed}
    assert {key: float(value) for key, value in changes["incsr-2019-bvt"][0].items()} == {
        "obs_value": 19800.0,
        "stated_value": 19.8,
    }
    assert changes["incsr-2019-hmd"] == ({"substance": "coca"}, {"substance": None})


def test_the_diff_backwards_is_its_mirror(two: tuple[Settings, str, str]) -> None:
    settings, first, second = two
    paths = release_file(settings, first), release_file(settings, second)
    there, back = diff(*paths), diff(*reversed(paths))
    assert (there.added, there.removed) == (back.removed, back.added)
    assert [one.before for one in there.changed] == [one.after for one in back.changed]


def test_a_release_does_not_differ_from_itself(two: tuple[Settings, str, str]) -> None:
    settings, first, _ = two
    file = release_file(settings, first)
    assert diff(file, Path(str(file))).counts == {"added": 0, "changed": 0, "removed": 0}


def test_a_diff_with_what_is_no_release(two: tuple[Settings, str, str], tmp_path: Path) -> None:
    settings, first, _ = two
    (tmp_path / "x.duckdb").write_text("nothing")
    with pytest.raises(UsageError, match=r"x\.duckdb"):
        diff(release_file(settings, first), tmp_path / "x.duckdb")


def test_rolling_back_publishes_the_release_before(two: tuple[Settings, str, str]) -> None:
    settings, first, second = two
    assert rollback(settings, MIDNIGHT).release_id == first
    assert current_release_id(settings.published_path) == first
    states = {one.release_id: one.withdrawn for one in releases(settings.releases)}
    assert states == {first: None, second: MIDNIGHT.isoformat()}


def test_the_next_run_does_not_undo_a_rollback(two: tuple[Settings, str, str]) -> None:
    settings, first, second = two
    assert same_inputs(settings, "b") is not None
    rollback(settings, MIDNIGHT)
    held = same_inputs(settings, "b")
    assert held is not None
    assert held.release_id == second
    assert same_inputs(settings, "news") is None
    kept = same_inputs(settings, "a")
    assert kept is not None
    assert kept.release_id == first


def test_rolling_forward_ends_the_withdrawal(two: tuple[Settings, str, str]) -> None:
    settings, first, second = two
    rollback(settings, MIDNIGHT)
    assert rollback(settings, MIDNIGHT + timedelta(days=1), second[:6]).release_id == second
    assert all(one.withdrawn is None for one in releases(settings.releases))
    assert current_release_id(settings.published_path) == second
    assert first != second


def test_a_release_after_a_rollback_follows_the_one_gone_back_to(
    two: tuple[Settings, str, str],
) -> None:
    settings, first, _ = two
    rollback(settings, MIDNIGHT)
    third = publish(settings, occasion("run-3", "c")).manifest
    assert (third.sequence, third.previous_release_id) == (3, first)
    rows = duckdb.connect(str(settings.published_path), read_only=True)
    with rows:
        found = rows.execute(
            "SELECT DISTINCT first_release_id FROM audit.fact_history WHERE observation_id = 'ffff'"
        ).fetchall()
    assert found == [(third.release_id,)]


def test_there_is_nothing_before_the_first(built: Settings) -> None:
    with pytest.raises(UsageError, match="none"):
        rollback(built, MIDNIGHT)
    publish(built, occasion())
    with pytest.raises(UsageError, match="before the current one"):
        rollback(built, MIDNIGHT)


def test_an_unknown_release_is_named(two: tuple[Settings, str, str]) -> None:
    settings, first, _ = two
    with pytest.raises(UsageError, match=rf"'zzz'.*{first}"):
        release_file(settings, "zzz")
