"""The guard of the fetcher: nothing inside is ever reached, whatever a name or address pretends."""

import _socket
import socket
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from knutepunkt.collect import guard
from knutepunkt.collect.guard import GuardedTransport, PinnedBackend, Refused, is_public
from knutepunkt.collect.limits import DEFAULT

INSIDE = (
    "127.0.0.1", "127.8.8.8", "0.1.2.3", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "100.100.100.200", "192.0.0.8", "192.0.2.1", "198.18.0.1", "198.51.100.1",
    "203.0.113.1", "192.88.99.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
    "64:ff9b:1::7f00:1", "2002:7f00:1::", "2001::1", "2001:db8::1", "3fff::1", "5f00::1", "fc00::1",
    "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "100::1", "", "localhost",
    "1",
)  # fmt: skip
WRITTEN_ODDLY = (
    "127.1", "0x7f.1", "0x7f000001", "2130706433", "017700000001", "0177.0.0.1", "0", "127.0.0.1.",
    "１２７.０.０.１", "①②⑦.⓪.⓪.①", "[::1]", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]",
    "[fe80::1%25lo]",
)  # fmt: skip
Answers = list[tuple[Any, ...]]


def answer(*addresses: str) -> Answers:
    """What a resolver says: one row for each address."""
    return [
        (socket.AF_INET6 if ":" in a else socket.AF_INET, 1, 6, "", (a, 443)) for a in addresses
    ]


@pytest.fixture
def resolver(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Says what the resolver answers, look-up by look-up; gives the names it was asked for."""

    def answering(*turns: Answers) -> list[str]:
        asked: list[str] = []

        def getaddrinfo(host: str, *rest: Any, **more: Any) -> Answers:
            asked.append(host)
            return turns[min(len(asked), len(turns)) - 1]

        monkeypatch.setattr(guard.socket, "getaddrinfo", getaddrinfo)
        return asked

    return answering


def transport(*trusted: str) -> GuardedTransport:
    return GuardedTransport(frozenset(trusted), deadline=float("inf"))


def get(url: str, *trusted: str) -> httpx.Response:
    with httpx.Client(transport=transport(*trusted), trust_env=False) as client:
        return client.get(url)


@pytest.mark.parametrize("address", INSIDE)
def test_address_inside_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.215.14", "2606:4700::1111", "2a02:c0::1"])
def test_address_outside_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("host", WRITTEN_ODDLY)
def test_own_machine_written_oddly_is_refused(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def numeric_only(name: str, port: int, **more: Any) -> Answers:
        return _socket.getaddrinfo(name, port, flags=socket.AI_NUMERICHOST, **more)

    monkeypatch.setattr(guard.socket, "getaddrinfo", numeric_only)

    with pytest.raises((Refused, httpx.ConnectError, httpx.InvalidURL)):
        get(f"http://{host}/")


@pytest.mark.parametrize("address", [a for a in INSIDE if ":" in a or "." in a])
def test_name_that_leads_inside_is_refused(
    address: str, resolver: Callable[..., list[str]]
) -> None:
    resolver(answer(address))

    with pytest.raises(Refused):
        get("http://feed.example/")


def test_name_that_leads_inside_and_outside_is_refused(
    resolver: Callable[..., list[str]],
) -> None:
    resolver(answer("1.1.1.1", "10.0.0.1"))

    with pytest.raises(Refused):
        get("https://feed.example/")


def test_name_is_looked_up_once_and_pinned(
    resolver: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = resolver(answer("1.1.1.1"), answer("127.0.0.1"))
    connected: list[str] = []

    def connect(backend: PinnedBackend, address: str, *rest: Any) -> None:
        connected.append(address)
        raise Refused("seen")

    monkeypatch.setattr(PinnedBackend, "connected", connect)

    with pytest.raises(Refused):
        get("https://feed.example/")
    assert (asked, connected) == (["feed.example"], ["1.1.1.1"])


def test_name_without_an_address_cannot_be_connected_to(
    resolver: Callable[..., list[str]],
) -> None:
    resolver([])

    with pytest.raises(httpx.ConnectError):
        get("http://feed.example/")


@pytest.mark.parametrize("port", [22, 25, 6379, 8080, 1])
def test_other_ports_are_refused(port: int, resolver: Callable[..., list[str]]) -> None:
    resolver(answer("1.1.1.1"))

    with pytest.raises(Refused):
        get(f"http://feed.example:{port}/")


def test_socket_of_this_machine_is_refused() -> None:
    backend = PinnedBackend(frozenset(), DEFAULT.fetch_seconds)

    with pytest.raises(Refused):
        backend.connect_unix_socket("/run/docker.sock")


def test_transport_uses_the_guard() -> None:
    assert isinstance(transport()._pool._network_backend, PinnedBackend)
