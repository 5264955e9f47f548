"""The nightly run as Dagster assets: its steps, each dbt model, and the gates as checks.

The run itself stays `dcw nightly`, with its lock, its gates and its atomic publish:
Dagster starts it, shows what it made, and keeps the schedule.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb
from dagster_dbt import build_dbt_asset_specs

from etl.settings import Settings

SETTINGS = Settings.from_environment()
BIN = Path(sys.executable).parent
LOCKED = 6
GROUP = "warehouse"
_RESULTS = """
SELECT suite, severity, note, unexpected_count FROM ops.expectation_results
WHERE run_id = (SELECT run_id FROM ops.runs ORDER BY started_at DESC, run_id DESC LIMIT 1)
AND NOT success ORDER BY suite, expectation_id
"""


@cache
def manifest() -> dict[str, Any]:
    """The manifest of the dbt project, made by `dbt parse`; no database is opened for it."""
    target = SETTINGS.data / "build" / "dagster"
    target.mkdir(parents=True, exist_ok=True)
    command = [str(BIN / "dbt"), "--quiet", "parse", "--target-path", str(target)]
    subprocess.run([*command, "--profiles-dir", "."], cwd=SETTINGS.root, check=True)  # noqa: S603 - our own command
    content: dict[str, Any] = json.loads((target / "manifest.json").read_text("utf-8"))
    return content


def suites() -> dict[str, str]:
    """The expectation suites, and the asset that each one checks."""
    names = sorted(path.stem for path in (SETTINGS.root / "expectations").glob("*.json"))
    return {name: "staging" if name.startswith("staging") else "release" for name in names}


def specs() -> list[dg.AssetSpec]:
    """Archive, staging file, every dbt model and seed, release; each after what it needs."""
    models = [_model(spec) for spec in build_dbt_asset_specs(manifest=manifest())]
    found = [
        dg.AssetSpec("archive", group_name=GROUP, description="Raw documents by sha256."),
        dg.AssetSpec("staging", deps=["archive"], group_name=GROUP, description="What was read."),
        *models,
        dg.AssetSpec("release", deps=[spec.key for spec in models], group_name=GROUP),
    ]
    by_key = {spec.key: spec for spec in found}
    needs = {spec.key: [dep.asset_key for dep in spec.deps] for spec in found}
    return [by_key[key] for key in TopologicalSorter(needs).static_order()]


def _model(spec: dg.AssetSpec) -> dg.AssetSpec:
    own = {model.key for model in build_dbt_asset_specs(manifest=manifest())}
    kept = [dep for dep in spec.deps if dep.asset_key in own]
    outside = len(kept) < len(spec.deps)
    return spec.replace_attributes(deps=[*kept, "staging"] if outside else kept)


def check_specs() -> list[dg.AssetCheckSpec]:
    """One check a suite."""
    return [dg.AssetCheckSpec(suite, asset=asset) for suite, asset in suites().items()]


def failures() -> dict[str, list[dict[str, Any]]]:
    """What did not hold in the last run, by suite."""
    with duckdb.connect(str(SETTINGS.staging_path), read_only=True) as connection:
        rows = connection.execute(_RESULTS).fetchall()
    found: dict[str, list[dict[str, Any]]] = {}
    for suite, severity, note, count in rows:
        failed = {"severity": severity, "note": note, "unexpected": count}
        found.setdefault(suite, []).append(failed)
    return found


def check_results() -> Iterator[dg.AssetCheckResult]:
    """The gates of the last run as Dagster's checks."""
    failed = failures()
    for suite, asset in suites().items():
        rows = failed.get(suite, [])
        critical = any(row["severity"] == "critical" for row in rows)
        yield dg.AssetCheckResult(
            check_name=suite,
            asset_key=asset,
            passed=not rows,
            severity=dg.AssetCheckSeverity.ERROR if critical else dg.AssetCheckSeverity.WARN,
            metadata={"failed": dg.MetadataValue.json(rows)},
        )


@dg.multi_asset(specs=specs(), check_specs=check_specs(), name="nightly_run")
def nightly_run(context: dg.AssetExecutionContext) -> Iterator[Any]:
    """Run `dcw nightly`, then tell Dagster what it made and how its gates went."""
    done = subprocess.run(  # noqa: S603 - our own command
        [str(BIN / "dcw"), "nightly", "--json"],
        cwd=SETTINGS.root,
        env=os.environ | {"DCW_DATA": str(SETTINGS.data)},
        capture_output=True,
        text=True,
        check=False,
    )
    context.log.info(done.stdout[-10_000:])
    if done.returncode == LOCKED:
        raise dg.Failure(f"another run is at work: {done.stderr[-500:]}", allow_retries=True)
    if done.returncode == 0:
        yield from (dg.MaterializeResult(asset_key=spec.key) for spec in specs())
    yield from check_results()
    if done.returncode != 0:
        raise dg.Failure(f"exit code {done.returncode}: {done.stderr[-2000:]}", allow_retries=False)


NIGHTLY = dg.define_asset_job("nightly", selection=dg.AssetSelection.all())

defs = dg.Definitions(
    assets=[nightly_run],
    jobs=[NIGHTLY],
    schedules=[dg.ScheduleDefinition(job=NIGHTLY, cron_schedule="30 2 * * *", name="every_night")],
)
