"""How much one client may ask: a bucket of tokens that fills again by the second.

A bucket is known by a hash of the client's address under a key that this process made up and never
tells; it is forgotten when it is full again. No address is stored.
"""

import ipaddress
import math
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import blake2b

from django.conf import settings
from django.http import HttpRequest

MOST = 50_000
SUBNET = 64


@dataclass(slots=True)
class Buckets:
    """The buckets of this process. ``rate`` tokens a second, ``burst`` at most."""

    rate: float
    burst: float
    clock: Callable[[], float] = time.monotonic
    held: dict[bytes, tuple[float, float]] = field(default_factory=dict)
    key: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    lock: threading.Lock = field(default_factory=threading.Lock)

    def wait(self, client: str, cost: float = 1.0) -> int:
        """Take tokens for a client; returns 0, or the seconds to wait when there are too few."""
        name = blake2b(client.encode(errors="replace"), digest_size=16, key=self.key).digest()
        now = self.clock()
        with self.lock:
            level, since = self.held.pop(name, (self.burst, now))
            level = min(self.burst, level + (now - since) * self.rate)
            is_enough = level >= min(cost, self.burst)
            level = level - cost if is_enough else level
            self.forget(now)
            self.held[name] = (level, now)
        return 0 if is_enough else max(1, math.ceil((cost - level) / self.rate))

    def forget(self, now: float) -> None:
        """Drop the buckets that are full again: those used longest ago stand first."""
        for name, (level, since) in list(self.held.items())[:2]:
            if level + (now - since) * self.rate >= self.burst or len(self.held) > MOST:
                del self.held[name]


def client_of(request: HttpRequest) -> str:
    """Whom a request comes from, past the proxies this node says stand before it."""
    proxies = settings.KNUTEPUNKT_PROXIES
    passed = request.headers.get("X-Forwarded-For", "").split(",") if proxies else []
    if len(passed) >= proxies > 0:
        return household(passed[-proxies].strip())
    return household(str(request.META.get("REMOTE_ADDR", "")))


def household(address: str) -> str:
    """What one client has in hand: an IPv4 address, or all of an IPv6 subnet.

    Who has one IPv6 address has the 2**64 of its subnet (RFC 4291, section 2.5.4), and would
    otherwise have as many buckets. What is no address stands as it is.
    """
    if ":" not in address:
        return address
    try:
        whole = ipaddress.IPv6Address(address.partition("%")[0])
    except ValueError:
        return address
    if whole.ipv4_mapped is not None:
        return str(whole.ipv4_mapped)
    return str(ipaddress.IPv6Address(int(whole) >> SUBNET << SUBNET))
