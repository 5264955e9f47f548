"""Readers during publishes: each sees one whole release, none sees an error."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from samples.warehouse import occasion

from etl.settings import Settings
from etl.warehouse.publish import publish

# Every release holds one number everywhere: a reader that sees two saw a mixture.
READER = """
import json, sys, time
from pathlib import Path
import duckdb
stop, reads, mixtures, errors, seen = Path(sys.argv[2]), 0, 0, [], set()
while not stop.exists():
    try:
        with duckdb.connect(sys.argv[1], read_only=True) as connection:
            for _ in range(2):
                values = connection.execute(
                    "SELECT list(DISTINCT obs_value), (SELECT list(DISTINCT char_count) "
                    "FROM evidence.documents), count(*) FROM marts.fct_observations"
                ).fetchone()
                reads += 1
                seen.add(values[0][0])
                mixtures += len(values[0]) != 1 or values[0] != values[1] or values[2] != 26
    except Exception as error:
        errors.append(repr(error))
    if len(sys.argv) > 3:
        time.sleep(float(sys.argv[3]))
seen = sorted(float(one) for one in seen)
print(json.dumps({"reads": reads, "mixtures": mixtures, "errors": errors, "seen": seen}))
"""


def _stamp(settings: Settings, number: int) -> None:
    with duckdb.connect(str(settings.build_path)) as connection:
        connection.execute(f"UPDATE marts.fct_observations SET obs_value = {number}")
        connection.execute(f"UPDATE evidence.documents SET char_count = {number}")


def _publish_under_readers(
    settings: Settings, folder: Path, publishes: int
) -> list[dict[str, object]]:
    _stamp(settings, 0)
    publish(settings, occasion("run-0", "0"))
    stop = folder / "stop"
    command = [sys.executable, "-c", READER, str(settings.published_path), str(stop), "0.01"]
    readers = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    try:
        for number in range(1, publishes + 1):
            _stamp(settings, number)
            assert publish(settings, occasion(f"run-{number}", str(number))).changed
    finally:
        stop.touch()
        answers = [json.loads(reader.communicate(timeout=60)[0]) for reader in readers]
    return answers


@pytest.mark.parametrize(
    "publishes",
    [pytest.param(8, id="some_publishes"), pytest.param(100, marks=pytest.mark.slow, id="hundred")],
)
def test_four_readers_see_whole_releases(publishes: int, built: Settings, tmp_path: Path) -> None:
    answers = _publish_under_readers(built, tmp_path, publishes)
    assert [answer["errors"] for answer in answers] == [[], [], [], []]
    assert [answer["mixtures"] for answer in answers] == [0, 0, 0, 0]
    assert all(int(str(answer["reads"])) > 0 for answer in answers)


def test_a_reader_with_the_old_file_open_keeps_it(built: Settings) -> None:
    _stamp(built, 1)
    publish(built, occasion())
    program = (
        "import sys, duckdb\n"
        "c = duckdb.connect(sys.argv[1], read_only=True)\n"
        "q = 'SELECT DISTINCT obs_value::int FROM marts.fct_observations'\n"
        "print(c.execute(q).fetchall()[0][0], flush=True)\n"
        "sys.stdin.readline()\n"
        "print(c.execute(q).fetchall()[0][0], flush=True)\n"
        "c.close()\n"
        "print(duckdb.connect(sys.argv[1], read_only=True).execute(q).fetchall()[0][0])\n"
    )
    reader = subprocess.Popen(
        [sys.executable, "-c", program, str(built.published_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert reader.stdout is not None
    first = reader.stdout.readline()
    _stamp(built, 2)
    publish(built, occasion("run-2", "b"))
    rest, _ = reader.communicate("\n", timeout=60)
    assert (first + rest).split() == ["1", "1", "2"]
