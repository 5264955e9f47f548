"""Connections that go only to checked addresses and end by a deadline.

httpx limits each read; a server that sends a byte now and then would stay within
that for ever. Here every read and write also has what is left of the whole request.
"""

from __future__ import annotations

import socket
import time
from typing import TYPE_CHECKING, Any

import httpcore
import httpx

from etl.sources.web.addresses import public_address

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable

CONNECT_SECONDS = 10.0


class Deadline:
    """When the request under way must be over."""

    def __init__(self) -> None:
        self._at = float("inf")

    def start(self, seconds: float) -> None:
        """Give the next request `seconds`."""
        self._at = time.monotonic() + seconds

    def limit(self, timeout: float | None) -> float:
        """`timeout`, or what is left where that is less.

        Raises:
            httpcore.ReadTimeout: Nothing is left.
        """
        left = self._at - time.monotonic()
        if left <= 0:
            msg = "the request took longer than its time limit"
            raise httpcore.ReadTimeout(msg)
        return left if timeout is None else min(timeout, left)


class GuardedTransport(httpx.HTTPTransport):
    """httpx's transport on a network that resolves, checks and pins addresses."""

    def __init__(self, deadline: Deadline, *, allow_private: bool, context: ssl.SSLContext) -> None:
        super().__init__(verify=context, trust_env=False)
        self._pool = httpcore.ConnectionPool(
            ssl_context=context,
            max_keepalive_connections=0,
            network_backend=_GuardedBackend(deadline, allow_private=allow_private),
        )


class _GuardedBackend(httpcore.NetworkBackend):
    def __init__(self, deadline: Deadline, *, allow_private: bool) -> None:
        self._deadline = deadline
        self._allow_private = allow_private
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        try:
            address = public_address(host, port, allow_private=self._allow_private)
        except socket.gaierror as error:
            msg = f"the name {host} does not resolve ({error.strerror})"
            raise httpcore.ConnectError(msg) from error
        limit = self._deadline.limit(timeout)
        stream = self._inner.connect_tcp(address, port, limit, local_address, socket_options)
        return _GuardedStream(stream, self._deadline)

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ARG002 -- httpcore's signature
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002 -- httpcore's signature
    ) -> httpcore.NetworkStream:
        msg = f"no connection goes to a socket of this machine: {path}"
        raise httpcore.UnsupportedProtocol(msg)


class _GuardedStream(httpcore.NetworkStream):
    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.limit(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.limit(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        limit = self._deadline.limit(timeout)
        return _GuardedStream(
            self._inner.start_tls(ssl_context, server_hostname, limit), self._deadline
        )

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
