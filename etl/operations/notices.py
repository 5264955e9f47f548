"""Telling people how a run ended: by webhook and by e-mail, where that is set up.

Settings come from the environment alone, since some are secrets; none is ever printed.
A notice that fails is reported and changes nothing else.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from etl.operations.mail import send_mail
from etl.operations.webhook import post_webhook

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LONGEST_TEXT = 20_000
SECRETS = ("DCW_WEBHOOK_URL", "DCW_WEBHOOK_SECRET", "DCW_SMTP_PASSWORD")
WHEN = ("always", "news", "trouble", "never")


@dataclass(frozen=True, slots=True)
class Notice:
    """What to tell.

    Attributes:
        subject: One line.
        text: The run's report; cut at 20,000 characters.
        is_trouble: Whether a person should do something.
        is_news: Whether the release changed.
        details: For machines; must be JSON types.
    """

    subject: str
    text: str
    is_trouble: bool
    is_news: bool
    details: Mapping[str, Any] = field(default_factory=dict)

    @property
    def bounded_text(self) -> str:
        """The text, cut where it is too long, saying so."""
        if len(self.text) <= LONGEST_TEXT:
            return self.text
        return self.text[:LONGEST_TEXT] + f"\n[cut: {len(self.text)} characters in all]\n"


@dataclass(frozen=True, slots=True)
class Delivery:
    """How one notice went. `problem` is empty where it arrived, and holds no secret."""

    channel: str
    problem: str


def is_anyone_told(environ: Mapping[str, str] | None = None) -> bool:
    """Whether a channel is set up and may be used, so that a text is worth making."""
    env = os.environ if environ is None else environ
    has_channel = bool(env.get("DCW_WEBHOOK_URL") or env.get("DCW_MAIL_TO"))
    return has_channel and env.get("DCW_NOTICE_WHEN") != "never"


def send_notices(notice: Notice, environ: Mapping[str, str] | None = None) -> tuple[Delivery, ...]:
    """Send `notice` over every channel that is set up; never raises.

    Args:
        notice: What to tell.
        environ: `DCW_NOTICE_WHEN` (`always`, `news`: trouble too, `trouble`, `never`;
            default `news`), and the variables of `webhook` and `mail`.

    Returns:
        One delivery a channel, in a fixed order; empty where nothing was to be sent.
    """
    env = os.environ if environ is None else environ
    if not _is_wanted(notice, env.get("DCW_NOTICE_WHEN", "news")):
        return ()
    deliveries = []
    if env.get("DCW_WEBHOOK_URL"):
        deliveries.append(_deliver("webhook", post_webhook, notice, env))
    if env.get("DCW_MAIL_TO"):
        deliveries.append(_deliver("mail", send_mail, notice, env))
    return tuple(deliveries)


def _is_wanted(notice: Notice, when: str) -> bool:
    if when == "never":
        return False
    if when == "trouble":
        return notice.is_trouble
    # An unknown word must not silence the one message that matters.
    return notice.is_trouble or notice.is_news or when == "always" or when not in WHEN


def _deliver(
    channel: str,
    send: Callable[[Notice, Mapping[str, str]], None],
    notice: Notice,
    env: Mapping[str, str],
) -> Delivery:
    try:
        send(notice, env)
    except Exception as error:  # noqa: BLE001 - a failing notice never fails the run
        return Delivery(channel, without_secrets(f"{type(error).__name__}: {error}", env)[:500])
    return Delivery(channel, "")


def without_secrets(text: str, env: Mapping[str, str]) -> str:
    """`text` with the value of every variable that holds a secret masked."""
    secrets = [env[name] for name in SECRETS if env.get(name)]
    for secret in sorted(secrets, key=len, reverse=True):
        text = text.replace(secret, "***")
    return text
