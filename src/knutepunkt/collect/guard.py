"""Keeps the fetcher away from addresses inside: a name is looked up once, checked, and pinned."""

import ipaddress
import socket
from collections.abc import Iterable

import httpcore
import httpx

PORTS = {80, 443}
# Reaches inside through a translator, whatever ``is_global`` says of it.
TRANSLATED = tuple(
    ipaddress.ip_network(network)
    for network in (
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "2002::/16",
        "2001::/32",
        "fec0::/10",
        "::/96",
    )
)
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class Refused(Exception):  # noqa: N818 - it says what happened
    """An address must not be fetched; the sentence says what to do."""


def is_public(text: str) -> bool:
    """Say whether an IP address lies on the open internet."""
    try:
        address: Address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(str(address.ipv4_mapped))
        if any(address in network for network in TRANSLATED):
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def looked_up(host: str, port: int) -> list[str]:
    """The addresses of a host, in the order of the system."""
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise httpcore.ConnectError(f"{host} has no address") from error
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))


class PinnedBackend(httpcore.NetworkBackend):
    """Connects to an address that was checked, never to a name that could answer otherwise."""

    def __init__(self, *, may_be_private: bool, allowed_hosts: frozenset[str]) -> None:
        self.may_be_private = may_be_private
        self.allowed_hosts = allowed_hosts
        self.inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the host's first address, once all of them were found to be allowed."""
        addresses = looked_up(host, port)
        is_trusted = self.may_be_private or host.lower() in self.allowed_hosts
        if not is_trusted and (port not in PORTS or not all(map(is_public, addresses))):
            raise Refused(
                f"{host} is not on the open internet; you: add --allow-private if you trust the "
                "address."
            )
        return self.inner.connect_tcp(addresses[0], port, timeout, local_address, socket_options)

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Never: a feed does not live in a file of this machine."""
        raise Refused("a feed is fetched over http or https; you: check the address.")


class GuardedTransport(httpx.HTTPTransport):
    """An HTTP transport whose connections all go through ``PinnedBackend``."""

    def __init__(self, *, may_be_private: bool, allowed_hosts: frozenset[str]) -> None:
        super().__init__(retries=0)
        backend = PinnedBackend(may_be_private=may_be_private, allowed_hosts=allowed_hosts)
        # httpx has no public door for this; tests/collect/test_guard.py notices if it moves.
        self._pool._network_backend = backend
