"""Source definitions are checked before anything is asked of anyone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from etl.errors import SeedError
from etl.settings import PROJECT_ROOT
from etl.sources.definitions import SCHEMA_PATH, Source, load_sources

INDEX: dict[str, Any] = {
    "id": "web",
    "kind": "index",
    "enabled": False,
    "publisher": "p",
    "licence": "l",
    "url": "https://reports.example/list",
    "link_pattern": r"\.pdf$",
}


def load(tmp_path: Path, *entries: dict[str, Any], **head: Any) -> tuple[Source, ...]:
    path = tmp_path / "sources.yml"
    path.write_text(yaml.safe_dump({"version": 1, "sources": list(entries)} | head))
    return load_sources(path)


def test_the_shipped_sources_are_valid_and_ask_nobody_outside() -> None:
    sources = {source.id: source for source in load_sources(PROJECT_ROOT / "sources.yml")}
    assert {"inbox", "incsr", "mem"} <= set(sources)
    enabled = [source for source in sources.values() if source.enabled]
    assert [source.kind for source in enabled] == ["inbox"]
    assert (sources["incsr"].series, sources["mem"].series) == ("INCSR", "MEM")


def test_every_field_of_the_schema_is_one_of_the_record() -> None:
    fields = json.loads(SCHEMA_PATH.read_text())["$defs"]["source"]["properties"]
    assert set(fields) | {"contact"} == set(Source.__dataclass_fields__)


def test_an_index_may_lead_only_to_its_own_host_by_default(tmp_path: Path) -> None:
    source = load(tmp_path, INDEX, contact="desk@utopia.example")[0]
    assert source.allowed_hosts == ("reports.example",)
    assert (source.allow_private, source.marks_withdrawn) == (False, True)
    assert source.contact == "desk@utopia.example"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"id": "Not Good"}, "sources/0/id"),
        ({"kind": "ftp"}, "sources/0/kind"),
        ({"enabled": "yes"}, "sources/0/enabled"),
        ({"publsher": "x"}, "publsher"),
        ({"max_bytes": 0}, "sources/0/max_bytes"),
        ({"link_pattern": "("}, "link_pattern is no regular expression"),
        ({"url": "ftp://a.example/x"}, "expected an http or https address"),
        ({"url": "https://me:secret@a.example/x"}, "must not hold a name or password"),
        ({"path": "x"}, "sources/0"),
        ({"kind": "document"}, "sources/0"),
        ({"kind": "location", "url": "http://a.example/x.pdf"}, "sources/0"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_breaks_a_rule_is_named(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    with pytest.raises(SeedError) as refusal:
        load(tmp_path, INDEX | change)
    assert "sources.yml: " in str(refusal.value)
    assert said in str(refusal.value)


@pytest.mark.parametrize("url", ["http://a.example/x.pdf", "simplecache::http://a.example/x"])
def test_a_location_cannot_go_round_the_rules_for_the_web(tmp_path: Path, url: str) -> None:
    entry = {key: value for key, value in INDEX.items() if key != "link_pattern"}
    with pytest.raises(SeedError, match="must not lead to the web"):
        load(tmp_path, entry | {"kind": "location", "url": url})


def test_two_sources_cannot_share_an_id(tmp_path: Path) -> None:
    with pytest.raises(SeedError, match="id web is used twice"):
        load(tmp_path, INDEX, INDEX)


@pytest.mark.parametrize("text", ["", "- a", "version: 1", "{", "!!python/object:os.system {}"])
def test_a_file_that_is_no_list_of_sources_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "sources.yml"
    path.write_text(text)
    with pytest.raises(SeedError):
        load_sources(path)


def test_an_absent_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SeedError, match=r"sources\.yml"):
        load_sources(tmp_path / "sources.yml")
