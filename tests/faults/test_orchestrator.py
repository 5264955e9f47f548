"""The Dagster integration, started for real where it is installed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from etl.settings import PROJECT_ROOT

DEFINITIONS = PROJECT_ROOT / "deploy" / "dagster" / "definitions.py"
PYTHON = os.environ.get("DCW_ORCHESTRATOR_PYTHON", sys.executable)


def dagster(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    home.mkdir(exist_ok=True)
    (home / "dagster.yaml").write_text("telemetry: {enabled: false}\n")
    environ = os.environ | {"DAGSTER_HOME": str(home), "DCW_DATA": str(home.parent / "data")}
    return subprocess.run(
        [PYTHON, "-m", "dagster", *words],
        env=environ,
        cwd=PROJECT_ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


@pytest.fixture(autouse=True)
def installed() -> None:
    asked = subprocess.run([PYTHON, "-c", "import dagster, dagster_dbt"], check=False)
    if asked.returncode:
        pytest.skip("Dagster is not installed: `make orchestrator` adds it")


@pytest.mark.slow
def test_dagster_runs_a_night_and_shows_its_gates(tmp_path: Path) -> None:
    home = tmp_path / "home"
    listed = dagster(home, "schedule", "list", "-f", str(DEFINITIONS))
    assert "every_night" in listed.stdout, listed.stderr[-2000:]
    done = dagster(home, "job", "execute", "-f", str(DEFINITIONS), "-j", "nightly")
    said = done.stdout + done.stderr
    assert done.returncode == 0, said[-4000:]
    for asset in ("archive", "staging", "marts fct_observations", "release"):
        assert f"ASSET_MATERIALIZATION - Materialized value {asset}." in said
    assert "ASSET_CHECK_EVALUATION" in said
    assert (tmp_path / "data" / "published" / "warehouse.duckdb").is_file()
