"""Which network addresses may be asked.

A name is resolved once and the connection goes to the very address that was checked,
so that a name server cannot answer differently between check and use.
"""

from __future__ import annotations

import ipaddress
import socket

from etl.errors import FetchFailed

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def public_address(host: str, port: int, *, allow_private: bool) -> str:
    """The address to connect to for `host`.

    Args:
        host: Name or address as it stands in the URL.
        port: Port of the connection.
        allow_private: Whether addresses of private networks will do.

    Returns:
        The first address that `host` resolves to.

    Raises:
        socket.gaierror: The name does not resolve, now or ever.
        FetchFailed: One of its addresses is not public.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [str(entry[4][0]) for entry in found]
    refused = [text for text in addresses if not allow_private and not is_public(text)]
    if refused or not addresses:
        msg = f"{host}: expected a public address, found {', '.join(refused) or 'none'}"
        raise FetchFailed(msg)
    return addresses[0]


def is_public(text: str) -> bool:
    """Whether an IP address belongs to the public internet, also what it wraps."""
    address = ipaddress.ip_address(text.partition("%")[0])
    return all(a.is_global and not a.is_multicast for a in (address, *_wrapped(address)))


def _wrapped(address: Address) -> list[ipaddress.IPv4Address]:
    if isinstance(address, ipaddress.IPv4Address):
        return []
    inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _NAT64:
        inner.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return [item for item in inner if item is not None]
