"""`python -m bench.night`: a night over the corpus, and one over ten times as much, in one run."""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import islice, product
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from etl.settings import PROJECT_ROOT, Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

TIMES = 10
NAMED = 10
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
MOST = 8.0
"""Ten times the corpus may take at most so many times as long."""
PLACES, YEARS_LATER = 5, (0, 2, 4)
"""Copies of a report: of other countries, and of later editions."""


@dataclass(frozen=True, slots=True)
class Night:
    """What a night took.

    Attributes:
        seconds: Wall time from process start to exit.
        peak: Most memory that one of its processes held, in bytes.
        facts: Published.
    """

    seconds: float
    peak: int
    facts: int


def copies(corpus: Path) -> Iterator[tuple[str, bytes]]:
    """Chapters on one country again and again, moved to other countries and years.

    Left out are the few whose text calls its country mostly by other names: moved, they
    would tell of a country that they are not about, and a gate refuses that.

    Yields:
        A file's name and its bytes.
    """
    names = _countries()
    files = sorted(corpus.glob("incsr-*.txt"))
    own = sorted({path.stem[-3:] for path in files} & names.keys())
    codes = own + [code for code in names if code not in own]
    for path in files:
        series, edition, code = path.stem.split("-")
        text = path.read_text(encoding="utf-8")
        if code not in own or text.count(names[code]) < NAMED:
            continue
        for place, later in product(range(PLACES), YEARS_LATER):
            other = codes[own.index(code) + place * len(own)]
            name = f"{series}-{int(edition) + later}-{other}.txt"
            yield name, f"{_moved(text, names[code], names[other], later)}\n{name}\n".encode()


def _moved(text: str, country: str, other: str, years: int) -> str:
    """A text about another country, all its years later."""
    return YEAR.sub(lambda year: str(int(year[0]) + years), text.replace(country, other))


def _countries() -> dict[str, str]:
    query = "SELECT lower(ref_area), name FROM read_csv(?) WHERE area_kind = 'country' ORDER BY ALL"
    areas = str(PROJECT_ROOT / "seeds" / "reference" / "areas.csv")
    return dict(duckdb.execute(query, [areas]).fetchall())


def night(data: Path) -> Night:
    """Run `dcw nightly` on a data folder whose inbox is filled."""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "etl.cli", "nightly", "--json"],
        env=os.environ | {"DCW_DATA": str(data)},
        cwd=PROJECT_ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    seconds = time.monotonic() - began
    if done.returncode:
        sys.exit(f"the night ended with {done.returncode}\n{done.stderr[-3000:]}")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    with duckdb.connect(str(data / "published" / "warehouse.duckdb"), read_only=True) as found:
        row = found.execute("SELECT count(*) FROM marts.fct_observations").fetchone()
    return Night(seconds, peak, row[0] if row else 0)


def main() -> int:
    """Print both nights side by side; 1 where the greater one takes more than it may."""
    corpus = Settings.from_environment().corpus
    reports = sorted(corpus.glob("*.txt"))
    with tempfile.TemporaryDirectory() as folder:
        once, often = Path(folder) / "once", Path(folder) / "often"
        for path in reports:
            _put(once, path.name, path.read_bytes())
        for name, data in islice(copies(corpus), TIMES * len(reports)):
            _put(often, name, data)
            _put(often, Path(name).with_suffix(".yml").name, _identity(name))
        nights = [night(once), night(often)]
    small, great = nights
    print(f"{'':24}{'corpus':>12}{f'corpus x {TIMES}':>14}")
    print(f"{'facts':24}{small.facts:12,}{great.facts:14,}")
    print(f"{'seconds':24}{small.seconds:12.1f}{great.seconds:14.1f}")
    print(f"{'peak memory, MB':24}{small.peak / 1e6:12,.0f}{great.peak / 1e6:14,.0f}")
    ratio = great.seconds / small.seconds
    print(f"ratio {ratio:.1f} (at most {MOST})")
    return int(ratio > MOST)


def _identity(name: str) -> bytes:
    """A sidecar: the copy's text still names the country that it was copied from."""
    series, edition, code = Path(name).stem.split("-")
    return f"series: {series.upper()}\nedition: {edition}\nref_area: {code.upper()}\n".encode()


def _put(data: Path, name: str, text: bytes) -> None:
    inbox = data / "inbox"
    inbox.mkdir(parents=True, exist_ok=True)
    (inbox / name).write_bytes(text)


if __name__ == "__main__":
    sys.exit(main())
