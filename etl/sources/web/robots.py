"""What a site's robots.txt asks of us (RFC 9309)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_DELAY = 60.0
LARGEST = 512_000


class Robots:
    """The rules of each site, read once a visit.

    A missing file (4xx) allows everything; a server in trouble (5xx) forbids
    everything, as the standard says.
    """

    def __init__(self, agent: str, ask: Callable[[str], tuple[int, bytes]]) -> None:
        self._agent = agent
        self._ask = ask
        self._sites: dict[str, RobotFileParser] = {}

    def allows(self, url: str) -> bool:
        """Whether the site lets us ask for `url`."""
        return self._site(url).can_fetch(self._agent, url)

    def delay(self, url: str) -> float:
        """Seconds between requests that the site asks for, within reason; 0 for none."""
        told = self._site(url).crawl_delay(self._agent)
        return min(float(told or 0), LONGEST_DELAY)

    def _site(self, url: str) -> RobotFileParser:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._sites:
            self._sites[site] = _parse(*self._ask(f"{site}/robots.txt"))
        return self._sites[site]


def _parse(status: int, body: bytes) -> RobotFileParser:
    parser = RobotFileParser()
    ok, server_error = 200, 500
    lines = body.decode("utf-8", "replace").splitlines() if status == ok else []
    parser.parse(["User-agent: *", "Disallow: /"] if status >= server_error else lines)
    return parser
