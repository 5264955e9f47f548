"""The public extractor that we are compared with: quantulum3, in an environment of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from etl.settings import Settings

if TYPE_CHECKING:
    from decimal import Decimal

LOCK = Path(__file__).resolve().parent.parent / "requirements" / "bench-peer.txt"
UNITS = {
    "HA": {"hectare"},
    "T": {"tonne", "metric ton", "ton", "metric tonne"},
    "KG": {"kilogram"},
    "G": {"gram"},
    "L": {"litre"},
    "PT": {"percentage"},
    "USD": {"dollar", "united states dollar", "us dollar"},
    "EUR": {"euro"},
    "GBP": {"pound sterling"},
}
"""What the peer calls our units. Things that are counted are right as `dimensionless`."""


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity that the peer read."""

    value: float
    uncertainty: float | None
    unit: str
    start: int
    end: int


def run(sentences: list[str]) -> tuple[float, list[list[Found]]]:
    """Seconds the peer took, and what it found in each sentence."""
    python = _environment() / "bin" / "python"
    worker = Path(__file__).with_name("peer_worker.py")
    done = subprocess.run(
        [str(python), str(worker)],
        input=json.dumps(sentences),
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(done.stdout)
    return told["seconds"], [[Found(*q) for q in one] for one in told["found"]]


def value_agrees(found: Found, value: Decimal, high: Decimal | None) -> bool:
    """Whether its value is the labelled one; a range is its midpoint and half-width."""
    if high is None:
        return _close(abs(found.value), abs(float(value)))
    middle, half = float(value + high) / 2, float(high - value) / 2
    return _close(found.value, middle) and _close(found.uncertainty or 0.0, half)


def unit_agrees(found: Found, unit: str) -> bool:
    """Whether its unit says the same as the labelled one."""
    if " PER " in unit:
        return "per" in found.unit
    if unit in UNITS:
        return found.unit in UNITS[unit]
    return found.unit == "dimensionless" or len(unit) == len("USD")


def _close(a: float, b: float) -> bool:
    return abs(a - b) <= 0.005 * max(abs(a), abs(b), 1e-9)


def _environment() -> Path:
    folder = Settings.from_environment().data / "bench" / "peer"
    uv = Path(sys.executable).with_name("uv")
    if not (folder / ".ready").exists():
        subprocess.run([uv, "venv", "--quiet", "--clear", folder], check=True)
        install: list[str | Path] = [
            uv,
            "pip",
            "install",
            "--quiet",
            "--python",
            folder / "bin" / "python",
        ]
        subprocess.run([*install, "--require-hashes", "-r", LOCK], check=True)
        (folder / ".ready").touch()
    return folder
