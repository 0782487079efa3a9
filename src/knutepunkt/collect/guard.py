"""Keeps the fetcher away from addresses inside: a name is looked up once, checked, and pinned."""

import ipaddress
import socket
import ssl
import time
from collections.abc import Iterable
from contextlib import suppress

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
        "5f00::/16",  # segment routing inside one network
        "3fff::/20",  # documentation
        "192.0.0.0/24",  # kept for protocols
        "192.88.99.0/24",  # the relays of 2002::/16
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
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        return is_public(str(address.ipv4_mapped))
    if any(address in network for network in TRANSLATED):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def looked_up(host: str, port: int) -> list[str]:
    """The addresses of a host, in the order of the system."""
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore.ConnectError(f"{host} has no address") from error
    if not answers:
        raise httpcore.ConnectError(f"{host} has no address")
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))


class TooSlow(Exception):  # noqa: N818 - it says what the server is
    """The whole fetch takes longer than it may."""


class TimedStream(httpcore.NetworkStream):
    """A connection that ends at a moment, however slowly the server drips."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: float) -> None:
        self.inner = inner
        self.deadline = deadline

    def left(self, timeout: float | None) -> float:
        """Seconds that the next step may take. Raises TooSlow when there are none."""
        seconds = self.deadline - time.monotonic()
        if seconds <= 0:
            raise TooSlow
        return min(seconds, timeout or seconds)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what has come."""
        return self.inner.read(max_bytes, self.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of it."""
        self.inner.write(buffer, self.left(timeout))

    def close(self) -> None:
        """End the connection."""
        self.inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted; its certificate is for the name, not the address."""
        inner = self.inner.start_tls(ssl_context, server_hostname, self.left(timeout))
        return TimedStream(inner, self.deadline)

    def get_extra_info(self, info: str) -> object:
        """What httpcore asks of a connection."""
        return self.inner.get_extra_info(info)


class PinnedBackend(httpcore.NetworkBackend):
    """Connects to an address that was checked, never to a name that could answer otherwise."""

    def __init__(self, trusted_hosts: frozenset[str], deadline: float) -> None:
        self.trusted_hosts = trusted_hosts
        self.deadline = deadline
        self.inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first of a host's addresses that answers, once all were found allowed."""
        addresses = looked_up(host, port)
        is_trusted = host.lower() in self.trusted_hosts
        if not is_trusted and (port not in PORTS or not all(map(is_public, addresses))):
            raise Refused(
                f"{host} is not on the open internet; you: add --allow-private if you trust the "
                "address."
            )
        for address in addresses[:-1]:
            with suppress(httpcore.ConnectError, httpcore.ConnectTimeout):
                return self.connected(address, port, timeout, local_address, socket_options)
        return self.connected(addresses[-1], port, timeout, local_address, socket_options)

    def connected(
        self,
        address: str,
        port: int,
        timeout: float | None,
        local_address: str | None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None,
    ) -> httpcore.NetworkStream:
        """A connection to one address, for as long as the fetch may take."""
        inner = self.inner.connect_tcp(address, port, timeout, local_address, socket_options)
        return TimedStream(inner, self.deadline)

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

    def __init__(self, trusted_hosts: frozenset[str], deadline: float) -> None:
        super().__init__(retries=0)
        backend = PinnedBackend(trusted_hosts, deadline)
        # httpx has no public door for this; tests/collect/test_guard.py notices if it moves.
        self._pool._network_backend = backend
