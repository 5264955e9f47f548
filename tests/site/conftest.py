"""A published warehouse with hostile text in it, and a real browser where there is one."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from samples.hostile import HOSTILE
from samples.staging import staging
from samples.warehouse import build, occasion, settings

from etl.settings import Settings
from etl.warehouse.publish import publish


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Two releases whose quotes, ids, issues and results try to leave their place."""
    made = settings(tmp_path_factory.mktemp("hostile"))
    staging(made.staging_path)
    build(made.build_path, made.staging_path)
    publish(made, occasion("run-1", "a"))
    with duckdb.connect(str(made.build_path)) as connection:
        _poison(connection)
    with duckdb.connect(":memory:") as connection:
        connection.execute(f"ATTACH '{made.staging_path}' AS durable")
        _log(connection)
    publish(made, occasion("run-2", "b"))
    return made


def _poison(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(
        "UPDATE marts.fct_observations SET quote = $h || substr(quote, 1, number_start - "
        "quote_start) || $h || substr(quote, number_start - quote_start + 1), "
        "quote_end = quote_end + 2 * length($h), number_start = number_start + 2 * length($h), "
        "number_end = number_end + 2 * length($h), substance = $h, rule_id = $h",
        {"h": HOSTILE},
    )
    connection.execute("DELETE FROM marts.fct_observations WHERE indicator = 'arrests'")
    connection.execute("UPDATE audit.number_mentions SET disposition = 'unexplained'")
    connection.execute("UPDATE evidence.sentences SET sentence_text = $h", {"h": HOSTILE})


def _log(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(
        "INSERT INTO durable.ops.runs (run_id, command, started_at, finished_at, status, versions, "
        "message) VALUES ('run-2', $h, TIMESTAMP '2026-01-02 03:04:05', "
        "TIMESTAMP '2026-01-02 03:04:15', 'succeeded', '{}', $h)",
        {"h": HOSTILE},
    )
    connection.execute(
        "INSERT INTO durable.ops.issues SELECT 'run-2', i, 'error', $h, $h, $h, $h, $h "
        "FROM range(50) AS t (i)",
        {"h": HOSTILE},
    )


@pytest.fixture(scope="session")
def browse(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], str]:
    """Renders a page in headless Chromium and gives the DOM that came of it."""
    program = shutil.which("chromium")
    if program is None:
        reason = "no chromium on the PATH: pages are not rendered"
        if os.environ.get("DCW_REQUIRE_CHROMIUM") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    profile = tmp_path_factory.mktemp("chromium")

    def dom(path: Path) -> str:
        done = subprocess.run(
            [
                str(program),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                f"--user-data-dir={profile}",
                "--dump-dom",
                path.as_uri(),
            ],
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
            env={**os.environ, "HOME": str(profile)},
        )
        return done.stdout

    return dom
