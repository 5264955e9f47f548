"""What a server answered, its body read within a limit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl.errors import FetchFailed
from etl.sources.web.pace import RETRIED_STATUSES, TryLater, retry_after

if TYPE_CHECKING:
    import httpx

OK, NOT_MODIFIED = 200, 304
REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered in the end.

    Attributes:
        url: The address that answered, after redirects.
        status: HTTP status: 200, 304, or a 4xx that repeating does not help.
        body: The bytes; empty unless the status is 200.
        etag: Version that the server gives the body, or empty.
        last_modified: Date that the server gives the body, or empty.
    """

    url: str
    status: int
    body: bytes = b""
    etag: str = ""
    last_modified: str = ""


def read_answer(url: str, response: httpx.Response, limit: int) -> Answer:
    """The answer in `response`, at most `limit` bytes of it.

    For a redirect, `url` of the answer is where it leads.

    Raises:
        TryLater: The server is in trouble or asks to wait.
        FetchFailed: The body is too large or compressed.
    """
    status = response.status_code
    if status in RETRIED_STATUSES:
        msg = f"{url}: the server answered {status}"
        raise TryLater(msg, retry_after(response))
    if status in REDIRECTS:
        return Answer(response.headers.get("location", ""), status)
    body = _body(url, response, limit) if status == OK else b""
    etag, modified = (response.headers.get(name, "") for name in ("etag", "last-modified"))
    return Answer(url, status, body, etag, modified)


def _body(url: str, response: httpx.Response, limit: int) -> bytes:
    encoding = response.headers.get("content-encoding", "identity").casefold()
    if encoding != "identity":
        msg = f"{url}: expected a plain body, found content encoding {encoding[:40]}"
        raise FetchFailed(msg)
    body = bytearray()
    for chunk in response.iter_raw():
        body += chunk
        if len(body) > limit:
            msg = f"{url}: expected at most {limit} bytes, found more"
            raise FetchFailed(msg)
    return bytes(body)
