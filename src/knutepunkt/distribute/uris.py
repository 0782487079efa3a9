"""Addresses of the web as programs want them: URIs of RFC 3986, without letters beyond ASCII."""

import re
from functools import lru_cache
from string import ascii_letters, digits
from urllib.parse import quote

MARKS = "-._~:/?#@!$&'()*+,;="
PLAIN = frozenset(f"{ascii_letters}{digits}{MARKS}")
PARTS = re.compile(r"(\w+://)([^/?#]*)(.*)", re.DOTALL)
NUMBER = re.compile(r"\[[0-9A-Fa-f:.]+\](:\d*)?")  # of IPv6
NAME = re.compile(r"[A-Za-z0-9._-]+")
NO_ESCAPE = re.compile("%(?![0-9A-Fa-f]{2})")


@lru_cache(maxsize=4096)
def uri(address: str) -> str:
    """An address of the web as a URI; "" for what cannot be one.

    A host is written as its name in the DNS (IDNA), other letters as the bytes of UTF-8; what was
    escaped before stays.

    >>> uri("https://blåklokka.example/grupper/Tromsø?q=å%C3%A5")
    'https://xn--blklokka-b0a.example/grupper/Troms%C3%B8?q=%C3%A5%C3%A5'
    """
    if PLAIN.issuperset(address):
        return address
    parts = PARTS.fullmatch(address)
    if parts is None:
        return quoted(address)
    scheme, place, rest = parts.groups()
    user, at, host = place.rpartition("@")
    if "[" in host and not NUMBER.fullmatch(host):
        return ""
    return f"{scheme}{quoted(user)}{at}{named(host)}{quoted(rest)}"


def quoted(text: str) -> str:
    """The text with every letter and sign coded that no URI has as it is."""
    return quote(NO_ESCAPE.sub("%25", text), safe=f"{MARKS}%", errors="replace")


def named(host: str) -> str:
    """A host, with its port, as the DNS has its name; coded as bytes where that is no name."""
    if host.isascii():
        return host if NUMBER.fullmatch(host) else quoted(host)
    name, colon, port = host.partition(":")
    try:
        known = name.encode("idna").decode()
    except UnicodeError:
        return quoted(host)
    return f"{known}{colon}{quoted(port)}" if NAME.fullmatch(known) else quoted(host)
