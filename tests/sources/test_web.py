"""Asking a real server: on conditions, again where it is in trouble, within its limits."""

from __future__ import annotations

import socket
import threading
import time
from datetime import timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from asking import NOW, QUICK, TEXT, fetch, only
from loopback_site import Site, send, web_source

from etl.sources.archive import Archive
from etl.sources.fetch import fetch_all
from etl.sources.web.pace import Patience, retry_after


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
