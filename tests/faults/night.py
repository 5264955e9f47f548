"""Starting the real command in a process of its own, and comparing what it published."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import duckdb

from etl.settings import PROJECT_ROOT
from etl.warehouse.catalog import RUN_TABLES

EXAMPLES = PROJECT_ROOT / "examples"
COMMAND = [sys.executable, "-c", "from etl.cli import main; main()"]
Content = dict[str, str]


def environment(data: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a night on `data`, free of settings of the machine."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith("DCW_")}
    return kept | {"DCW_DATA": str(data), "DCW_WORKERS": "1"} | dict(more or {})


def start(data: Path, *words: str, env: Mapping[str, str] | None = None) -> subprocess.Popen[str]:
    """Start `dcw` in a session of its own."""
    return subprocess.Popen(
        [*COMMAND, *words],
        env=environment(data, env),
        cwd=PROJECT_ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def dcw(data: Path, *words: str, env: Mapping[str, str] | None = None, code: int | None = 0) -> str:
    """Run `dcw` to its end; returns what it said. `code` is the exit code it must have."""
    process = start(data, *words, env=env)
    said = process.communicate(timeout=300)[0]
    assert code is None or process.returncode == code, f"exit {process.returncode}\n{said[-6000:]}"
    return said


def kill_session(process: subprocess.Popen[str]) -> None:
    """End the process and everything it started, at once."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def invented(folder: Path) -> list[Path]:
    """Two invented reports under the codes of two small countries, which code lists know."""
    folder.mkdir(parents=True, exist_ok=True)
    incsr = Path(shutil.copy(EXAMPLES / "incsr-2024-xaa.txt", folder / "incsr-2024-mco.txt"))
    mem = Path(shutil.copy(EXAMPLES / "mem-6-xab.txt", folder / "mem-6-smr.txt"))
    mem.with_suffix(".yml").write_text("series: MEM\nedition: 6\nref_area: SMR\n", encoding="utf-8")
    return [incsr, mem]


def put_in_inbox(data: Path, documents: Sequence[Path]) -> None:
    """Copy documents, and sidecars beside them, into the inbox."""
    inbox = data / "inbox"
    inbox.mkdir(parents=True, exist_ok=True)
    for document in documents:
        shutil.copy(document, inbox)
        if document.with_suffix(".yml").exists():
            shutil.copy(document.with_suffix(".yml"), inbox)


def copied(data: Path, target: Path) -> Path:
    """A copy of a data folder in its present state."""
    return Path(shutil.copytree(data, target, symlinks=True))


def content(file: Path) -> Content:
    """A hash of the rows of every published table, apart from those that tell of runs."""
    with duckdb.connect(str(file), read_only=True) as connection:
        names = connection.execute(
            "SELECT schema_name || '.' || table_name FROM duckdb_tables() ORDER BY ALL"
        ).fetchall()
        found = {}
        for (name,) in names:
            if name not in RUN_TABLES:
                rows = connection.execute(f"SELECT * FROM {name} ORDER BY ALL").fetchall()
                found[name] = hashlib.sha256(repr(rows).encode()).hexdigest()
    return found


def staged(data: Path) -> Content:
    """The same of the staging file's documents and facts."""
    with duckdb.connect(str(data / "durable.duckdb"), read_only=True) as connection:
        tables = connection.execute(
            "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'staging' ORDER BY ALL"
        ).fetchall()
        return {
            name: hashlib.sha256(
                repr(
                    connection.execute(f"SELECT * FROM staging.{name} ORDER BY ALL").fetchall()
                ).encode()
            ).hexdigest()
            for (name,) in tables
        }


def ask_staging(data: Path, query: str) -> list[tuple[object, ...]]:
    """Rows of a query on the staging file."""
    with duckdb.connect(str(data / "durable.duckdb"), read_only=True) as connection:
        return connection.execute(query).fetchall()
