"""One request for one address: checked at each hop, limited in size and time, repeated."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING, Self
from urllib.parse import urljoin, urlsplit

import httpcore
import httpx

import etl
from etl.errors import FetchFailed
from etl.sources.web.answers import OK, REDIRECTS, Answer, read_answer
from etl.sources.web.pace import Pace, Patience, TryLater
from etl.sources.web.robots import LARGEST, Robots
from etl.sources.web.transport import CONNECT_SECONDS, Deadline, GuardedTransport

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from etl.sources.definitions import Source

AGENT = "drug-control-warehouse"
MOSTREDIRECTS = 5
READ_SECONDS = 30.0


class Client:
    """Asks for the addresses of one source; use it in a `with` block."""

    def __init__(
        self,
        source: Source,
        *,
        patience: Patience | None = None,
        pace: Pace | None = None,
        context: ssl.SSLContext | None = None,
    ) -> None:
        self._source = source
        self._patience = patience or Patience()
        self._pace = pace or Pace()
        self._deadline = Deadline()
        self._robots = Robots(AGENT, self._ask_robots)
        self._http = httpx.Client(
            transport=GuardedTransport(
                self._deadline,
                allow_private=source.allow_private,
                context=context or ssl.create_default_context(),
            ),
            timeout=httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS),
            headers=_headers(source.contact),
            follow_redirects=False,
            trust_env=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._http.close()

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Ask for `url`, following redirects, repeating where that may help.

        Args:
            url: Where to start.
            headers: Conditions, such as `If-None-Match`.

        Raises:
            FetchFailed: A rule forbids it, a limit was reached, or all attempts failed.
        """
        for _ in range(MOSTREDIRECTS + 1):
            self._check(url)
            if not self._robots.allows(url):
                msg = f"{url}: the site's robots.txt forbids it"
                raise FetchFailed(msg)
            delay = self._robots.delay(url)
            answer = self._ask(url, headers or {}, self._source.max_bytes, delay)
            if answer.status not in REDIRECTS:
                return answer
            url = redirected(url, answer.url)
        msg = f"{url}: more than {MOSTREDIRECTS} redirects"
        raise FetchFailed(msg)

    def _check(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or parts.username or parts.password:
            msg = f"{url[:200]}: expected a plain http or https address"
            raise FetchFailed(msg)
        if (parts.hostname or "").casefold() not in self._source.allowed_hosts:
            allowed = ", ".join(self._source.allowed_hosts)
            msg = f"{url[:200]}: expected a host among {allowed}, found {parts.hostname}"
            raise FetchFailed(msg)

    def _ask_robots(self, url: str) -> tuple[int, bytes]:
        for _ in range(MOSTREDIRECTS + 1):
            self._check(url)
            answer = self._ask(url, {}, LARGEST)
            if answer.status not in REDIRECTS:
                return answer.status, answer.body
            url = redirected(url, answer.url)
        return OK, b""

    def _ask(self, url: str, headers: Mapping[str, str], limit: int, delay: float = 0.0) -> Answer:
        interval = max(self._source.min_interval_seconds, delay)
        for attempt in self._patience.retrying():
            with attempt:
                self._pace.wait(urlsplit(url).netloc, interval)
                return self._attempt(url, headers, limit)
        raise AssertionError  # pragma: no cover -- the loop returns or raises

    def _attempt(self, url: str, headers: Mapping[str, str], limit: int) -> Answer:
        self._deadline.start(self._source.timeout_seconds)
        try:
            with self._http.stream("GET", url, headers=dict(headers)) as response:
                return read_answer(url, response, limit)
        except (httpx.TransportError, httpcore.TimeoutException) as error:
            msg = f"{url}: {type(error).__name__}: {error}"
            if _is_certificate_error(error):
                raise FetchFailed(msg) from error
            raise TryLater(msg) from error
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            msg = f"{url}: {type(error).__name__}: {error}"
            raise FetchFailed(msg) from error


def _headers(contact: str) -> dict[str, str]:
    about = f"{AGENT}/{etl.__version__}"
    # A compressed body could be a thousand times what came over the wire.
    return {
        "User-Agent": f"{about} ({contact})" if contact else about,
        "Accept-Encoding": "identity",
    }


def redirected(url: str, location: str) -> str:
    """The address that a redirect from `url` leads to; never from https to http.

    Raises:
        FetchFailed: It leads nowhere, or to an address without TLS.
    """
    target = urljoin(url, location)
    if not location or (url.startswith("https:") and not target.startswith("https:")):
        msg = f"{url}: redirected to {target[:200]!r}, which is no better address"
        raise FetchFailed(msg)
    return target


def _is_certificate_error(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False
