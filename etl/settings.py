"""Where things are: paths and options, from the environment with stated defaults."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PROJECT_ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Settings:
    """Paths and options of one run.

    Attributes:
        root: The project's folder, with the dbt project and the seeds (`DCW_ROOT`).
        data: Folder of everything that runs make (`DCW_DATA`, default `data` under root).
        corpus: Folder of real reports for tests and checks (`DCW_CORPUS`).
        releases_kept: How many published releases stay (`DCW_RELEASES_KEPT`).
        workers: Processes that read documents side by side (`DCW_WORKERS`).
    """

    root: Path
    data: Path
    corpus: Path
    releases_kept: int = 5
    workers: int = 2

    @property
    def staging_path(self) -> Path:
        """The durable DuckDB file of what was read (owned by Alembic).

        Not named after a schema in it: DuckDB calls a file's catalog by its stem, and
        `staging.reports` would be ambiguous in a catalog `staging`.
        """
        return self.data / "durable.duckdb"

    @property
    def build_path(self) -> Path:
        """The DuckDB file that dbt builds anew in each run."""
        return self.data / "build" / "warehouse.duckdb"

    @property
    def published_path(self) -> Path:
        """The DuckDB file that analysts read."""
        return self.data / "published" / "warehouse.duckdb"

    @property
    def releases(self) -> Path:
        """Folder of the kept releases and their manifests."""
        return self.data / "releases"

    @property
    def archive(self) -> Path:
        """Folder of raw bytes by sha256."""
        return self.data / "archive"

    @property
    def pages(self) -> Path:
        """Folder of the static pages of the last run: its report, the gates, the dictionary."""
        return self.data / "pages"

    @property
    def seeds(self) -> Path:
        """Folder of code lists, lexicon and ledger."""
        return self.root / "seeds"

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """Read the settings from environment variables (the process's own by default)."""
        env = os.environ if environ is None else environ
        root = Path(env.get("DCW_ROOT", PROJECT_ROOT)).resolve()
        return cls(
            root=root,
            data=Path(env.get("DCW_DATA", root / "data")).resolve(),
            corpus=Path(env.get("DCW_CORPUS", root.parent / "shared" / "reports")).resolve(),
            releases_kept=int(env.get("DCW_RELEASES_KEPT", "5")),
            workers=int(env.get("DCW_WORKERS", str(os.cpu_count() or 1))),
        )
