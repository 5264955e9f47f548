"""Where a fetch may lead: redirects, addresses, certificates, robots and pace."""

from __future__ import annotations

import itertools
import ssl
import time
from pathlib import Path
from typing import Any

import pytest
from asking import TEXT, fetch, only
from loopback_site import Site, send, web_source

from etl.errors import FetchFailed
from etl.sources.web import transport
from etl.sources.web.addresses import is_public
from etl.sources.web.client import redirected


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
