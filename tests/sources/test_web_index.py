"""Index pages: which links are followed, what is withdrawn, what a source may ask for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from asking import TEXT, fetch, only
from loopback_site import Site, send, web_source

from etl.sources.archive import Archive
from etl.sources.definitions import Source

PAGE = b"""<html><a href="/d/one.txt#p2">1</a> <a href='two.txt'>2</a> <a href="/d/one.txt">1</a>
<a href="http://elsewhere.example/d/three.txt">3</a> <a href="about.html">no</a>
<a href="javascript:alert(1)">no</a> <a href="http://[bad">no</a> <a href="/more">more</a>"""


def index_source(site: Site, **changes: Any) -> Source:
    values = {"kind": "index", "url": site.url("/d/"), "link_pattern": r"/d/.*\.txt$"}
    return web_source(site, **(values | changes))


def test_an_index_page_yields_the_links_that_match(site: Site, tmp_path: Path) -> None:
    site.on("/d/", send(200, PAGE))
    site.on("/d/one.txt", send(200, TEXT))
    site.on("/d/two.txt", send(200, TEXT + b" two"))
    found = fetch(tmp_path, index_source(site))
    assert [(o.place.rpartition("/")[2], o.status) for o in found] == [
        ("one.txt", "new"),
        ("two.txt", "new"),
        ("three.txt", "failed"),
    ]
    assert "expected a host among" in found[2].message


def test_index_pages_are_followed_one_level_deep(site: Site, tmp_path: Path) -> None:
    site.on("/d/", send(200, b'<html><a href="/more">more</a>'))
    site.on("/more", send(200, b'<html><a href="/d/one.txt">1</a><a href="/more2">deeper</a>'))
    site.on("/d/one.txt", send(200, TEXT))
    found = fetch(tmp_path, index_source(site, page_pattern="/more"))
    assert [outcome.status for outcome in found] == ["new"]
    assert site.asked("/more2") == 0


def test_one_bad_document_does_not_stop_the_others(site: Site, tmp_path: Path) -> None:
    site.on("/d/", send(200, PAGE))
    site.on("/d/one.txt", send(500))
    site.on("/d/two.txt", send(200, TEXT))
    found = fetch(tmp_path, index_source(site))
    assert [outcome.status for outcome in found] == ["failed", "new", "failed"]


def listing(*names: str) -> bytes:
    return b"<html>" + "".join(f'<a href="/d/{name}">x</a>' for name in names).encode()


def test_a_document_that_is_listed_no_longer_is_marked_and_comes_back(
    site: Site, tmp_path: Path
) -> None:
    names = ["a.txt", "b.txt", "c.txt"]
    for name in names:
        site.on(f"/d/{name}", send(200, TEXT + name.encode()))
    site.on("/d/", send(200, listing(*names)), send(200, listing("a.txt", "b.txt")))
    fetch(tmp_path, index_source(site))
    second = fetch(tmp_path, index_source(site))
    assert [o.status for o in second] == ["unchanged", "unchanged", "withdrawn"]
    assert [e.state for e in Archive(tmp_path / "archive").current()][-1] == "withdrawn"
    site.on("/d/", send(200, listing(*names)))
    assert [o.status for o in fetch(tmp_path, index_source(site))][-1] == "restored"


def test_a_page_that_lost_most_of_its_links_withdraws_nothing(site: Site, tmp_path: Path) -> None:
    names = ["a.txt", "b.txt", "c.txt"]
    for name in names:
        site.on(f"/d/{name}", send(200, TEXT + name.encode()))
    site.on("/d/", send(200, listing(*names)), send(200, listing("a.txt")))
    fetch(tmp_path, index_source(site))
    second = fetch(tmp_path, index_source(site))
    assert "2 of 3 documents are listed no longer; none marked" in second[-1].message
    assert {e.state for e in Archive(tmp_path / "archive").current()} == {"listed"}


def test_a_page_that_cannot_be_read_withdraws_nothing(site: Site, tmp_path: Path) -> None:
    site.on("/d/", send(200, listing("a.txt")), send(404))
    site.on("/d/a.txt", send(200, TEXT))
    fetch(tmp_path, index_source(site))
    assert only(fetch(tmp_path, index_source(site))).status == "failed"
    assert {e.state for e in Archive(tmp_path / "archive").current()} == {"listed"}


def test_a_document_that_is_gone_is_marked_withdrawn(site: Site, tmp_path: Path) -> None:
    site.on("/report.txt", send(200, TEXT), send(410))
    fetch(tmp_path, web_source(site))
    assert only(fetch(tmp_path, web_source(site))).status == "withdrawn"


def test_a_dry_run_downloads_no_document_and_writes_nothing(site: Site, tmp_path: Path) -> None:
    site.on("/d/", send(200, listing("a.txt", "b.txt")))
    found = fetch(tmp_path, index_source(site), dry_run=True)
    assert [outcome.status for outcome in found] == ["would_fetch", "would_fetch"]
    assert [path for path, _ in site.seen] == ["/d/"]
    assert list(tmp_path.iterdir()) == []


def test_a_source_that_is_not_enabled_is_not_asked_for_anything(site: Site, tmp_path: Path) -> None:
    assert fetch(tmp_path, web_source(site, enabled=False)) == []
    assert (site.seen, site.robots_seen) == ([], 0)


def test_more_links_than_allowed_are_cut_and_said(site: Site, tmp_path: Path) -> None:
    site.on("/d/", send(200, listing("a.txt", "b.txt")))
    site.on("/d/a.txt", send(200, TEXT))
    found = fetch(tmp_path, index_source(site, max_documents=1))
    assert [outcome.status for outcome in found] == ["refused", "new"]
    assert "2 links match" in found[0].message


def test_the_contact_is_sent_and_proxies_of_the_environment_are_not_used(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    site.on("/report.txt", send(200, TEXT))
    assert only(fetch(tmp_path, web_source(site, contact="desk@utopia.example"))).status == "new"
    assert "(desk@utopia.example)" in site.seen[0][1]["User-Agent"]
