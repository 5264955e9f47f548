"""A notice as plain e-mail.

`DCW_MAIL_TO` (several with commas), `DCW_MAIL_FROM`, `DCW_SMTP_HOST` (default
localhost), `DCW_SMTP_PORT`, `DCW_SMTP_TLS` (`starttls`, the default; `tls`; `none`),
`DCW_SMTP_USER` and `DCW_SMTP_PASSWORD` where the server wants them.
"""

from __future__ import annotations

import smtplib
import ssl
from email.message import EmailMessage
from typing import TYPE_CHECKING

from etl.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from etl.operations.notices import Notice

SECONDS = 15.0
_PORTS = {"starttls": 587, "tls": 465, "none": 25}


def send_mail(notice: Notice, env: Mapping[str, str]) -> None:
    """Send `notice` to everybody of `DCW_MAIL_TO`.

    Raises:
        UsageError: A setting is wrong, or a password would travel in the clear.
        smtplib.SMTPException: The server refused it.
        OSError: The server could not be reached.
    """
    tls = env.get("DCW_SMTP_TLS", "starttls")
    if tls not in _PORTS:
        msg = f"DCW_SMTP_TLS: expected one of {', '.join(_PORTS)}"
        raise UsageError(msg)
    if tls == "none" and env.get("DCW_SMTP_PASSWORD"):
        msg = "DCW_SMTP_PASSWORD is not sent without TLS: set DCW_SMTP_TLS"
        raise UsageError(msg)
    with _server(tls, env) as server:
        if env.get("DCW_SMTP_USER"):
            server.login(env["DCW_SMTP_USER"], env.get("DCW_SMTP_PASSWORD", ""))
        server.send_message(_message(notice, env))


def _server(tls: str, env: Mapping[str, str]) -> smtplib.SMTP:
    host = env.get("DCW_SMTP_HOST", "localhost")
    port = int(env.get("DCW_SMTP_PORT", str(_PORTS[tls])))
    context = ssl.create_default_context()
    if tls == "tls":
        return smtplib.SMTP_SSL(host, port, timeout=SECONDS, context=context)
    server = smtplib.SMTP(host, port, timeout=SECONDS)
    if tls == "starttls":
        server.starttls(context=context)
    return server


def _message(notice: Notice, env: Mapping[str, str]) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = " ".join(notice.subject.split())[:200]
    message["From"] = env.get("DCW_MAIL_FROM", "drug-control-warehouse@localhost")
    message["To"] = env["DCW_MAIL_TO"]
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(notice.bounded_text)
    return message
