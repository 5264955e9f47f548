"""How fast and how often servers are asked: rate limit, retries, robots.txt."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt, stop_any
from tenacity.stop import stop_base
from tenacity.wait import wait_base, wait_exponential, wait_random

from etl.errors import FetchFailed

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

RETRIED_STATUSES = frozenset({408, 425, 429, 500, 502, 503, 504})


class TryLater(FetchFailed):
    """The server could not answer now.

    Attributes:
        after: Seconds that it asked to wait; None where it named none.
    """

    def __init__(self, message: str, after: float | None = None) -> None:
        super().__init__(message)
        self.after = after


@dataclass(frozen=True, slots=True)
class Patience:
    """How often a request is repeated, and how long is waited in between.

    Attributes:
        attempts: Requests in all.
        first_wait: Seconds before the second one; doubled each time, with jitter.
        longest_wait: Most seconds; a server that asks for more is left alone.
    """

    attempts: int = 4
    first_wait: float = 1.0
    longest_wait: float = 120.0

    def retrying(self) -> Retrying:
        """A tenacity loop that repeats on `TryLater`."""
        return Retrying(
            reraise=True,
            retry=retry_if_exception_type(TryLater),
            stop=stop_any(stop_after_attempt(self.attempts), _ToldTooLong(self)),
            wait=_WaitAsTold(self),
        )


class _ToldTooLong(stop_base):
    def __init__(self, patience: Patience) -> None:
        self._longest = patience.longest_wait

    def __call__(self, retry_state: RetryCallState) -> bool:
        return (_told_wait(retry_state) or 0.0) > self._longest


class _WaitAsTold(wait_base):
    def __init__(self, patience: Patience) -> None:
        growing = wait_exponential(multiplier=patience.first_wait, max=patience.longest_wait)
        self._otherwise = growing + wait_random(0, patience.first_wait)

    def __call__(self, retry_state: RetryCallState) -> float:
        told = _told_wait(retry_state)
        return self._otherwise(retry_state) if told is None else told


def _told_wait(state: RetryCallState) -> float | None:
    error = state.outcome.exception() if state.outcome else None
    return error.after if isinstance(error, TryLater) else None


def retry_after(response: httpx.Response, now: datetime | None = None) -> float | None:
    """Seconds that a `Retry-After` header asks for; None where there is none.

    Both of its forms are read: seconds, and a date (RFC 9110, 10.2.3).
    """
    text = str(response.headers.get("retry-after", "")).strip()
    if text.isdecimal():
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    seconds = (moment - (now or datetime.now(UTC))).total_seconds()
    return max(0.0, float(seconds))


class Pace:
    """Keeps requests to one host apart."""

    def __init__(self, sleep: Callable[[float], None] = time.sleep) -> None:
        self._last: dict[str, float] = {}
        self._sleep = sleep

    def wait(self, host: str, interval: float) -> None:
        """Return when `interval` seconds have passed since the last request to `host`."""
        last = self._last.get(host)
        if last is not None:
            left = last + interval - time.monotonic()
            if left > 0:
                self._sleep(left)
        self._last[host] = time.monotonic()
