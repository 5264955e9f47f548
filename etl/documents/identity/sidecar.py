"""What a sidecar says: `<name>.yml` beside the report, written by a person."""

from __future__ import annotations

from pathlib import Path

import yaml

from etl.documents.identity.records import Clues, unknown_report
from etl.documents.limits import MAX_SIDECAR_BYTES

KEYS = frozenset({"series", "edition", "edition_year", "ref_area", "title"})


def path_of(document: Path) -> Path:
    """Where the sidecar of `document` would be."""
    return document.with_suffix(".yml")


def clues(document: Path) -> Clues:
    """The sidecar's clues; no clues where there is none.

    Raises:
        DocumentRefused: Where the sidecar is not a flat mapping of the known keys.
    """
    path = path_of(document)
    if not path.is_file():
        return Clues()
    return _clues(_mapping(path), path.name)


def _mapping(path: Path) -> dict[str, object]:
    if path.stat().st_size > MAX_SIDECAR_BYTES:
        raise unknown_report(f"a sidecar of more than {MAX_SIDECAR_BYTES} bytes", path.name)
    try:
        loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise unknown_report(f"a sidecar that is not YAML: {error}", path.name) from error
    if not isinstance(loaded, dict) or not KEYS.issuperset(map(str, loaded)):
        raise unknown_report(f"a sidecar with other keys than {sorted(KEYS)}", path.name)
    return {str(key): value for key, value in loaded.items()}


def _clues(values: dict[str, object], where: str) -> Clues:
    edition, year = values.get("edition"), values.get("edition_year")
    for name, value in (("edition", edition), ("edition_year", year)):
        if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
            raise unknown_report(f"{name} {value!r}, not a whole number", where)
    return Clues(
        series=str(values.get("series") or "").upper(),
        edition=edition if isinstance(edition, int) else None,
        edition_year=year if isinstance(year, int) else None,
        ref_area=str(values.get("ref_area") or "").upper(),
        title=str(values.get("title") or ""),
    )
