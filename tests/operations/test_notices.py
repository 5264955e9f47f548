"""Notices arrive at real servers, and a failing one never fails the run."""

from __future__ import annotations

import hashlib
import hmac
import json
import socket
import threading
from collections.abc import Iterator
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from etl.operations.notices import Notice, is_anyone_told, send_notices

NOTICE = Notice(
    subject="Night refused:\n 1 gate",
    text="Área cultivada: 12 hectáreas\n",
    is_trouble=True,
    is_news=False,
    details={"exit_code": 5},
)


class Hook:
    """What a web server was sent, and what it answers."""

    def __init__(self) -> None:
        self.status = 200
        self.requests: list[tuple[dict[str, str], bytes]] = []
        self.url = ""


@pytest.fixture
def hook() -> Iterator[Hook]:
    seen = Hook()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            seen.requests.append((dict(self.headers), body))
            self.send_response(seen.status)
            self.send_header("location", "/elsewhere")
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            return

    server = HTTPServer(("127.0.0.1", 0), Handler)
    seen.url = f"http://127.0.0.1:{server.server_address[1]}/hook/t0ken"
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield seen
    server.shutdown()
    server.server_close()


class Postbox:
    """What a mail server was sent, and whether it refuses."""

    def __init__(self) -> None:
        self.letters: list[Any] = []
        self.refusal = ""

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        """Take a letter, or refuse it."""
        if self.refusal:
            return self.refusal
        self.letters.append((envelope, message_from_bytes(envelope.content, policy=policy.default)))
        return "250 OK"


@pytest.fixture
def postbox() -> Iterator[tuple[Postbox, dict[str, str]]]:
    box = Postbox()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    yield (
        box,
        {
            "DCW_MAIL_TO": "desk@utopia.example, night@utopia.example",
            "DCW_MAIL_FROM": "dcw@utopia.example",
            "DCW_SMTP_HOST": "127.0.0.1",
            "DCW_SMTP_PORT": str(port),
            "DCW_SMTP_TLS": "none",
        },
    )
    controller.stop()


def test_a_webhook_gets_the_report_as_signed_json(hook: Hook) -> None:
    env = {"DCW_WEBHOOK_URL": hook.url, "DCW_WEBHOOK_SECRET": "s3cret"}
    deliveries = send_notices(NOTICE, env)
    assert [(d.channel, d.problem) for d in deliveries] == [("webhook", "")]
    headers, body = hook.requests[0]
    assert json.loads(body)["text"] == NOTICE.text
    assert json.loads(body)["details"] == {"exit_code": 5}
    expected = hmac.new(b"s3cret", body, hashlib.sha256).hexdigest()
    assert headers["X-DCW-Signature"] == f"sha256={expected}"


@pytest.mark.parametrize("status", [302, 403, 500])
def test_a_webhook_that_refuses_is_reported_without_its_address(hook: Hook, status: int) -> None:
    hook.status = status
    deliveries = send_notices(NOTICE, {"DCW_WEBHOOK_URL": hook.url})
    assert deliveries[0].problem == f"DcwError: the webhook answered {status}"
    assert len(hook.requests) == 1


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/t0ken", "ftp://x/t0ken", "https://[t0ken", "http://t0ken.invalid/"]
)
def test_a_webhook_that_cannot_be_reached_is_reported_without_its_address(url: str) -> None:
    deliveries = send_notices(NOTICE, {"DCW_WEBHOOK_URL": url})
    assert deliveries[0].problem
    assert url not in deliveries[0].problem


def test_mail_reaches_everybody_with_its_characters(
    postbox: tuple[Postbox, dict[str, str]],
) -> None:
    box, env = postbox
    assert [d.problem for d in send_notices(NOTICE, env)] == [""]
    envelope, letter = box.letters[0]
    assert envelope.rcpt_tos == ["desk@utopia.example", "night@utopia.example"]
    assert letter["Subject"] == "Night refused: 1 gate"
    assert "Área cultivada" in letter.get_content()


def test_a_mail_server_that_refuses_is_reported(postbox: tuple[Postbox, dict[str, str]]) -> None:
    box, env = postbox
    box.refusal = "554 no"
    assert "554" in send_notices(NOTICE, env)[0].problem


def test_a_password_is_neither_sent_in_the_clear_nor_printed(
    postbox: tuple[Postbox, dict[str, str]],
) -> None:
    box, env = postbox
    env |= {"DCW_SMTP_USER": "u", "DCW_SMTP_PASSWORD": "hunter22"}
    plain = send_notices(NOTICE, env)[0].problem
    starttls = send_notices(NOTICE, env | {"DCW_SMTP_TLS": "starttls"})[0].problem
    assert "not sent without TLS" in plain
    assert starttls
    assert "hunter22" not in plain + starttls
    assert box.letters == []


def test_one_channel_that_fails_does_not_stop_the_other(
    hook: Hook, postbox: tuple[Postbox, dict[str, str]]
) -> None:
    hook.status = 500
    box, env = postbox
    deliveries = send_notices(NOTICE, env | {"DCW_WEBHOOK_URL": hook.url})
    assert [(d.channel, bool(d.problem)) for d in deliveries] == [
        ("webhook", True),
        ("mail", False),
    ]
    assert len(box.letters) == 1


@pytest.mark.parametrize(
    ("when", "trouble", "news", "sent"),
    [
        ("always", False, False, True),
        ("news", False, False, False),
        ("news", False, True, True),
        ("news", True, False, True),
        ("trouble", False, True, False),
        ("trouble", True, False, True),
        ("never", True, True, False),
        ("a typo", True, False, True),
    ],
)
def test_when_a_notice_is_sent(
    hook: Hook,
    when: str,
    trouble: bool,  # noqa: FBT001 - a parameter of the table above
    news: bool,  # noqa: FBT001 - a parameter of the table above
    sent: bool,  # noqa: FBT001 - a parameter of the table above
) -> None:
    notice = Notice("s", "t", is_trouble=trouble, is_news=news)
    deliveries = send_notices(notice, {"DCW_WEBHOOK_URL": hook.url, "DCW_NOTICE_WHEN": when})
    assert (len(deliveries), len(hook.requests)) == ((1, 1) if sent else (0, 0))


def test_nothing_is_sent_where_nothing_is_set_up() -> None:
    assert send_notices(NOTICE, {}) == ()


@pytest.mark.parametrize(
    ("env", "told"),
    [
        ({}, False),
        ({"DCW_WEBHOOK_URL": "http://utopia.example"}, True),
        ({"DCW_MAIL_TO": "desk@utopia.example"}, True),
        ({"DCW_MAIL_TO": "desk@utopia.example", "DCW_NOTICE_WHEN": "never"}, False),
        ({"DCW_WEBHOOK_URL": "http://utopia.example", "DCW_NOTICE_WHEN": "a typo"}, True),
        ({"DCW_NOTICE_WHEN": "always"}, False),
    ],
)
def test_who_is_told(env: dict[str, str], told: bool) -> None:  # noqa: FBT001 - from the table
    assert is_anyone_told(env) is told


def test_a_long_report_is_cut_and_says_so(hook: Hook) -> None:
    notice = Notice("s", "x" * 50_000, is_trouble=True, is_news=False)
    send_notices(notice, {"DCW_WEBHOOK_URL": hook.url})
    text = json.loads(hook.requests[0][1])["text"]
    assert len(text) < 20_100
    assert "50000 characters in all" in text
