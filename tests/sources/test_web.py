"""Asking a real server that misbehaves: every way ends, within its limits, told in words."""

from __future__ import annotations

import itertools
import socket
import ssl
import threading
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from loopback_site import Site, send, web_source

from etl.errors import FetchFailed
from etl.sources.archive import Archive
from etl.sources.definitions import Source
from etl.sources.fetch import fetch_all
from etl.sources.outcomes import Outcome
from etl.sources.web import transport
from etl.sources.web.addresses import is_public
from etl.sources.web.client import redirected
from etl.sources.web.pace import Patience, retry_after

NOW = datetime(2026, 5, 1, tzinfo=UTC)
TEXT = b"Ten plants were destroyed in Utopia in 2012."
QUICK = Patience(attempts=3, first_wait=0.01, longest_wait=0.5)


def fetch(tmp_path: Path, source: Source, **options: Any) -> list[Outcome]:
    archive = Archive(tmp_path / "archive")
    return fetch_all([source], data=tmp_path, archive=archive, now=NOW, patience=QUICK, **options)


def only(outcomes: list[Outcome]) -> Outcome:
    assert len(outcomes) == 1, outcomes
    return outcomes[0]


def test_a_document_is_fetched_once_and_then_asked_for_conditionally(
    site: Site, tmp_path: Path
) -> None:
    site.on(
        "/report.txt",
        send(200, TEXT, etag='"v1"', last_modified="Fri, 01 May 2026 00:00:00 GMT"),
        send(304),
    )
    first = only(fetch(tmp_path, web_source(site)))
    before = {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*") if p.suffix != ".lock"}
    second = only(fetch(tmp_path, web_source(site)))
    after = {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*") if p.suffix != ".lock"}
    assert (first.status, second.status) == ("new", "unchanged")
    assert Archive(tmp_path / "archive").get(first.sha256) == TEXT
    conditions = {k.casefold(): v for k, v in site.seen[1][1].items()}
    assert conditions["if-none-match"] == '"v1"'
    assert conditions["if-modified-since"] == "Fri, 01 May 2026 00:00:00 GMT"
    assert after == before


def test_conditions_are_not_sent_for_bytes_that_the_archive_lost(
    site: Site, tmp_path: Path
) -> None:
    site.on("/report.txt", send(200, TEXT, etag='"v1"'))
    fetch(tmp_path, web_source(site))
    (tmp_path / "archive" / "index.jsonl").unlink()
    again = only(fetch(tmp_path, web_source(site)))
    assert again.status == "new"
    assert "if-none-match" not in {name.casefold() for name in site.seen[1][1]}


def test_a_changed_document_is_archived_beside_the_old_one(site: Site, tmp_path: Path) -> None:
    site.on("/report.txt", send(200, TEXT), send(200, TEXT + b" More."))
    first, second = (only(fetch(tmp_path, web_source(site))) for _ in range(2))
    assert second.status == "changed"
    archive = Archive(tmp_path / "archive")
    assert archive.get(first.sha256) != archive.get(second.sha256)
    assert [event.sha256 for event in archive.current()] == [second.sha256]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_server_in_trouble_is_asked_again(site: Site, tmp_path: Path, status: int) -> None:
    site.on("/report.txt", send(status), send(status), send(200, TEXT))
    assert only(fetch(tmp_path, web_source(site))).status == "new"
    assert site.asked("/report.txt") == 3


def test_attempts_are_bounded_and_the_reason_is_told(site: Site, tmp_path: Path) -> None:
    site.on("/report.txt", send(503))
    outcome = only(fetch(tmp_path, web_source(site)))
    assert outcome.status == "failed"
    assert "503" in outcome.message
    assert site.asked("/report.txt") == QUICK.attempts


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_a_plain_refusal_is_not_repeated(site: Site, tmp_path: Path, status: int) -> None:
    site.on("/report.txt", send(status))
    outcome = only(fetch(tmp_path, web_source(site)))
    assert (outcome.status, str(status) in outcome.message) == ("failed", True)
    assert site.asked("/report.txt") == 1


def test_retry_after_is_waited_for(site: Site, tmp_path: Path) -> None:
    moments: list[float] = []

    def note(handler: Any) -> None:
        moments.append(time.monotonic())
        reply = send(503, retry_after="1") if len(moments) == 1 else send(200, TEXT)
        reply(handler)

    site.on("/report.txt", note)
    archive = Archive(tmp_path / "archive")
    patience = Patience(attempts=2, first_wait=0.01, longest_wait=2)
    found = fetch_all(
        [web_source(site)], data=tmp_path, archive=archive, now=NOW, patience=patience
    )
    assert only(found).status == "new"
    assert moments[1] - moments[0] >= 0.99


def test_a_server_that_asks_for_too_long_a_wait_is_left_alone(site: Site, tmp_path: Path) -> None:
    site.on("/report.txt", send(429, retry_after="86400"))
    assert only(fetch(tmp_path, web_source(site))).status == "failed"
    assert site.asked("/report.txt") == 1


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("7", 7.0),
        (format_datetime(NOW + timedelta(seconds=90), usegmt=True), 90.0),
        (format_datetime(NOW - timedelta(seconds=90), usegmt=True), 0.0),
        ("soon", None),
        ("", None),
        ("-5", None),
    ],
    ids=["seconds", "date", "past", "words", "absent", "negative"],
)
def test_both_forms_of_retry_after_are_read(header: str, seconds: float | None) -> None:
    response = httpx.Response(503, headers={"retry-after": header})
    assert retry_after(response, NOW) == seconds


def test_too_large_a_body_is_refused_however_it_is_sent(site: Site, tmp_path: Path) -> None:
    def endless(handler: Any) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            for _ in range(10_000):
                handler.wfile.write(b"x" * 10_000)
        except OSError:
            return

    site.on("/report.txt", endless)
    outcome = only(fetch(tmp_path, web_source(site)))
    assert outcome.status == "failed"
    assert "at most 100000 bytes" in outcome.message
    assert not (tmp_path / "archive").exists()


def test_a_body_cut_short_is_never_taken_for_the_document(site: Site, tmp_path: Path) -> None:
    site.on("/report.txt", send(200, TEXT[:20], content_length=str(len(TEXT))), send(200, TEXT))
    outcome = only(fetch(tmp_path, web_source(site)))
    assert Archive(tmp_path / "archive").get(outcome.sha256) == TEXT
    assert len(Archive(tmp_path / "archive").list()) == 1


@pytest.mark.parametrize("part", ["head", "body"])
def test_a_server_that_drips_is_left_at_the_time_limit(
    site: Site, tmp_path: Path, part: str
) -> None:
    over = threading.Event()

    def drip(handler: Any) -> None:
        start = b"HTTP/1.1 200 OK\r\nX-Long: " if part == "head" else b"HTTP/1.1 200 OK\r\n\r\n"
        try:
            handler.wfile.write(start)
            while not over.wait(0.05):
                handler.wfile.write(b"x")
                handler.wfile.flush()
        except OSError:
            return

    site.on("/report.txt", drip)
    began = time.monotonic()
    outcome = only(fetch(tmp_path, web_source(site, timeout_seconds=0.3)))
    over.set()
    assert outcome.status == "failed"
    assert "ReadTimeout" in outcome.message
    assert time.monotonic() - began < 10


def test_a_server_that_accepts_and_says_nothing_is_left(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        site = Site.__new__(Site)
        site.server = type("S", (), {"server_address": ("127.0.0.1", port)})()
        site.scheme = "http"
        outcome = only(fetch(tmp_path, web_source(site, timeout_seconds=0.2)))
    assert outcome.status == "failed"


def test_a_server_that_hangs_up_is_asked_again(site: Site, tmp_path: Path) -> None:
    def hang_up(handler: Any) -> None:
        handler.connection.shutdown(socket.SHUT_RDWR)

    site.on("/report.txt", hang_up, send(200, TEXT))
    assert only(fetch(tmp_path, web_source(site))).status == "new"


def test_a_compressed_body_is_refused_unread(site: Site, tmp_path: Path) -> None:
    site.on("/report.txt", send(200, b"\x1f\x8b" + b"0" * 50, content_encoding="gzip"))
    outcome = only(fetch(tmp_path, web_source(site)))
    assert "content encoding gzip" in outcome.message
    assert {k.casefold(): v for k, v in site.seen[0][1].items()}["accept-encoding"] == "identity"


def test_redirects_are_followed_within_the_allowed_hosts(site: Site, tmp_path: Path) -> None:
    site.on("/report.txt", send(302, location="/there.txt"))
    site.on("/there.txt", send(200, TEXT))
    assert only(fetch(tmp_path, web_source(site))).status == "new"


@pytest.mark.parametrize(
    ("location", "said"),
    [
        ("http://elsewhere.example/x", "expected a host among 127.0.0.1"),
        ("file:///etc/passwd", "plain http or https"),
        ("http://user:pw@127.0.0.1/x", "plain http or https"),
        ("", "no better address"),
        ("/report.txt", "more than 5 redirects"),
    ],
    ids=["other-host", "file", "credentials", "nowhere", "loop"],
)
def test_redirects_to_anywhere_else_are_not(
    site: Site, tmp_path: Path, location: str, said: str
) -> None:
    site.on("/report.txt", send(302, location=location))
    outcome = only(fetch(tmp_path, web_source(site)))
    assert outcome.status == "failed"
    assert said in outcome.message


def test_private_addresses_are_not_asked_unless_allowed(site: Site, tmp_path: Path) -> None:
    site.on("/report.txt", send(200, TEXT))
    outcome = only(fetch(tmp_path, web_source(site, allow_private=False)))
    assert "expected a public address, found 127.0.0.1" in outcome.message
    assert (site.seen, site.robots_seen) == ([], 0)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.9", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 -- an address to refuse
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:  # noqa: FBT001
    assert is_public(address) is public


def test_a_name_is_resolved_once_and_the_checked_address_is_used(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.on("/report.txt", send(200, TEXT))
    asked: list[str] = []

    def rebind(host: str, _port: int, *, allow_private: bool) -> str:
        asked.append(host)
        assert allow_private
        return "127.0.0.1"

    monkeypatch.setattr(transport, "public_address", rebind)
    source = web_source(
        site, url=site.url(host="report.invalid"), allowed_hosts=("report.invalid",)
    )
    outcome = only(fetch(tmp_path, source))
    # report.invalid never resolves: only the address that was handed over can have answered.
    assert outcome.status == "new"
    assert asked == ["report.invalid", "report.invalid"]
    assert site.seen[0][1]["Host"].startswith("report.invalid:")


def test_a_name_that_does_not_resolve_says_so(site: Site, tmp_path: Path) -> None:
    source = web_source(
        site, url=site.url(host="report.invalid"), allowed_hosts=("report.invalid",)
    )
    outcome = only(fetch(tmp_path, source))
    assert outcome.status == "failed"
    assert "does not resolve" in outcome.message


def test_a_certificate_that_nobody_vouches_for_is_refused_at_once(
    site: Site, tmp_path: Path, certificate: Path
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
    site.scheme = "https"
    site.on("/report.txt", send(200, TEXT))
    outcome = only(fetch(tmp_path, web_source(site)))
    assert outcome.status == "failed"
    assert "CERTIFICATE_VERIFY_FAILED" in outcome.message
    assert site.seen == []


def test_an_https_address_is_not_redirected_to_http() -> None:
    with pytest.raises(FetchFailed, match="no better address"):
        redirected("https://a.example/x", "http://a.example/x")
    assert redirected("http://a.example/x", "https://a.example/y") == "https://a.example/y"


def test_robots_txt_is_obeyed(site: Site, tmp_path: Path) -> None:
    site.on("/robots.txt", send(200, b"User-agent: *\nDisallow: /report"))
    outcome = only(fetch(tmp_path, web_source(site)))
    assert "robots.txt forbids" in outcome.message
    assert site.seen == []


def test_a_site_whose_robots_txt_fails_is_not_asked(site: Site, tmp_path: Path) -> None:
    site.on("/robots.txt", send(501))
    site.on("/report.txt", send(200, TEXT))
    assert only(fetch(tmp_path, web_source(site))).status == "failed"
    assert site.seen == []


def test_requests_keep_their_distance(site: Site, tmp_path: Path) -> None:
    moments: list[float] = []

    def note(handler: Any) -> None:
        moments.append(time.monotonic())
        send(200, b'<html><a href="a.txt">a</a><a href="b.txt">b</a>' + TEXT)(handler)

    for path in ("/", "/a.txt", "/b.txt"):
        site.on(path, note)
    site.on("/robots.txt", send(200, b"User-agent: *\nCrawl-delay: 0.0\n"))
    source = web_source(
        site, kind="index", url=site.url("/"), link_pattern=r"\.txt$", min_interval_seconds=0.2
    )
    assert [outcome.status for outcome in fetch(tmp_path, source)] == ["new", "new"]
    gaps = [later - earlier for earlier, later in itertools.pairwise(moments)]
    # Half the interval: the server notes a request when its thread gets to run.
    assert min(gaps) >= 0.1


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"\x00\x01\x02binary", "application/octet-stream"),
        (b"", "application/octet-stream"),
        (b"<!DOCTYPE html><p>Please log in", "text/html"),
        (b"%PDF-1.7 ...", "application/pdf"),
    ],
    ids=["binary", "empty", "login-page", "pdf"],
)
def test_a_body_is_what_its_bytes_say_not_its_header(
    site: Site, tmp_path: Path, body: bytes, kind: str
) -> None:
    site.on("/report.txt", send(200, body, content_type="text/plain"))
    outcome = only(fetch(tmp_path, web_source(site, media_types=("text/plain",))))
    assert outcome.status == "refused"
    assert outcome.message == f"expected text/plain, found {kind}"


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
