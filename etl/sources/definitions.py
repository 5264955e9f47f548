"""Source definitions: `sources.yml` read, checked against its schema, and made records."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from jsonschema import Draft202012Validator

from etl.errors import SeedError

SCHEMA_PATH = Path(__file__).with_name("sources.schema.json")
MEDIA_TYPES = ("application/pdf", "text/html", "text/plain")


@dataclass(frozen=True, slots=True)
class Source:
    """One place that documents come from; the schema describes each field.

    Attributes:
        contact: Address sent with every request, from the head of the file.
    """

    id: str
    kind: str
    enabled: bool
    publisher: str
    licence: str
    title: str = ""
    series: str = ""
    expected_every_days: int | None = None
    path: str = ""
    pattern: str = "**/*"
    url: str = ""
    link_pattern: str = ""
    page_pattern: str = ""
    allowed_hosts: tuple[str, ...] = ()
    allow_private: bool = False
    media_types: tuple[str, ...] = MEDIA_TYPES
    max_bytes: int = 50_000_000
    max_documents: int = 500
    timeout_seconds: float = 120.0
    min_interval_seconds: float = 2.0
    marks_withdrawn: bool = True
    contact: str = field(default="", compare=False)

    def origin(self, place: str) -> str:
        """How the archive names `place` of this source."""
        return f"{self.id}:{place}"


def load_sources(path: Path) -> tuple[Source, ...]:
    """The sources of one file, in its order.

    Args:
        path: A `sources.yml`.

    Raises:
        SeedError: The file is absent, no YAML, or breaks a rule; the message names
            file, field, what was expected and what was found.
    """
    content = _parse(path)
    faults = [_fault(error) for error in _validator().iter_errors(content)]
    if faults:
        raise SeedError(f"{path.name}: " + "; ".join(sorted(faults)))
    contact = content.get("contact", "")
    sources = tuple(_source(entry, contact) for entry in content["sources"])
    problems = [f"{path.name}: {problem}" for problem in _problems(sources)]
    if problems:
        raise SeedError("; ".join(problems))
    return sources


def _parse(path: Path) -> Any:
    try:
        return yaml.safe_load(path.read_text("utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        msg = f"{path}: expected a YAML file, found {error}"
        raise SeedError(msg) from error


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA_PATH.read_text("utf-8")))


def _fault(error: Any) -> str:
    place = "/".join(str(part) for part in error.absolute_path) or "top"
    return f"{place}: {error.message[:300]}"


def _source(entry: dict[str, Any], contact: str) -> Source:
    values: dict[str, Any] = {
        key: tuple(v) if isinstance(v, list) else v for key, v in entry.items()
    }
    values.setdefault("marks_withdrawn", entry["kind"] != "inbox")
    if entry["kind"] in {"document", "index"}:
        hosts = values.get("allowed_hosts") or ((urlsplit(entry["url"]).hostname or ""),)
        values["allowed_hosts"] = tuple(host.casefold() for host in hosts)
    return Source(**values, contact=contact)


def _problems(sources: tuple[Source, ...]) -> list[str]:
    ids = [source.id for source in sources]
    problems = [f"id {name} is used twice" for name in sorted({i for i in ids if ids.count(i) > 1})]
    for source in sources:
        problems += [f"{source.id}: {problem}" for problem in _address_problems(source)]
        problems += [f"{source.id}: {problem}" for problem in _pattern_problems(source)]
    return problems


def _address_problems(source: Source) -> list[str]:
    if source.kind == "inbox":
        return []
    if source.kind == "location":
        return _location_problems(source.url)
    parts = urlsplit(source.url)
    problems = []
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        problems.append(f"expected an http or https address, found {source.url!r}")
    if parts.username or parts.password:
        problems.append("an address must not hold a name or password")
    return problems


def _location_problems(url: str) -> list[str]:
    scheme = url.partition("://")[0].casefold()
    if scheme in {"http", "https"} or "::" in url:
        return ["a location must not lead to the web: use kind document or index"]
    return ["an address must not hold a name or password"] if "@" in url else []


def _pattern_problems(source: Source) -> list[str]:
    problems = []
    for name in ("link_pattern", "page_pattern"):
        try:
            re.compile(getattr(source, name))
        except re.error as error:
            problems.append(f"{name} is no regular expression: {error}")
    return problems
