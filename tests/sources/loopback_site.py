"""A real HTTP server on loopback that misbehaves as told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from etl.sources.definitions import Source

Reply = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """Routes of the server and the requests that it saw.

    Attributes:
        seen: (path, headers) of each request, in order; robots.txt left out.
    """

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self.server = server
        self.routes: dict[str, list[Reply]] = defaultdict(list)
        self.seen: list[tuple[str, dict[str, str]]] = []
        self.robots_seen = 0
        self.scheme = "http"

    def url(self, path: str = "/report.txt", host: str = "127.0.0.1") -> str:
        """A whole address of this server."""
        return f"{self.scheme}://{host}:{self.server.server_address[1]}{path}"

    def on(self, path: str, *replies: Reply) -> None:
        """Answer the requests for `path` with `replies` in turn, the last one for ever."""
        self.routes[path] = list(replies)

    def asked(self, path: str) -> int:
        """How many requests came for `path`."""
        return sum(1 for seen, _ in self.seen if seen == path)

    def reply(self, handler: BaseHTTPRequestHandler) -> None:
        """Note the request and answer it as told."""
        if handler.path == "/robots.txt":
            self.robots_seen += 1
        else:
            self.seen.append((handler.path, dict(handler.headers)))
        replies = self.routes.get(handler.path) or [send(404)]
        (replies.pop(0) if len(replies) > 1 else replies[0])(handler)


def send(status: int = 200, body: bytes = b"", **headers: str) -> Reply:
    """An ordinary answer; `_` in a header's name stands for `-`."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        if "content_length" not in headers and status not in {204, 304}:
            handler.send_header("content-length", str(len(body)))
        handler.end_headers()
        with suppress(OSError):
            handler.wfile.write(body)

    return reply


def make_server() -> ThreadingHTTPServer:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.server.site.reply(self)  # type: ignore[attr-defined]

        def log_message(self, *_: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    return server


def web_source(site: Site, **changes: Any) -> Source:
    """A source of this server that may be asked quickly."""
    values: dict[str, Any] = {
        "id": "web",
        "kind": "document",
        "enabled": True,
        "publisher": "p",
        "licence": "l",
        "url": site.url(),
        "allowed_hosts": ("127.0.0.1",),
        "allow_private": True,
        "min_interval_seconds": 0.0,
        "timeout_seconds": 5.0,
        "max_bytes": 100_000,
    }
    return Source(**(values | changes))
