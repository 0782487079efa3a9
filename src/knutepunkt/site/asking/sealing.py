"""What somebody asked, sealed into an address: unreadable, unforgeable, and soon forgotten.

AES-256-GCM under a key derived from the node's secret (HKDF, RFC 5869). The moment of sealing
stands inside, so an address does not tell when it was made; the text is padded, so its length
tells next to nothing of what is inside.
"""

import base64
import binascii
import os
from functools import lru_cache
from typing import Any, TypeVar

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

LASTS = 2 * 3600
BLOCK = 96
NONCE = 12
LONGEST = 8000
Value = TypeVar("Value")


class Forgotten(Exception):  # noqa: N818 - it says what became of the question
    """The address is too old, or was never made here."""


@lru_cache(maxsize=8)
def cipher(secret: str, purpose: str) -> AESGCM:
    """The cipher for one purpose; an address made for another does not open."""
    key = HKDF(SHA256(), 32, salt=None, info=f"knutepunkt {purpose}".encode())
    return AESGCM(key.derive(secret.encode()))


@lru_cache(maxsize=8)
def reader(kind: Any) -> msgspec.msgpack.Decoder[Any]:
    """What reads values of a kind, each with the moment it was sealed."""
    return msgspec.msgpack.Decoder(tuple[int, kind])


def sealed(value: object, purpose: str, now: float) -> str:
    """A value as part of an address. ``now`` is seconds since 1970."""
    plain = msgspec.msgpack.encode((int(now), value))
    padded = plain + b"\x80" + bytes(-(len(plain) + 1) % BLOCK)
    nonce = os.urandom(NONCE)
    box = nonce + cipher(settings.SECRET_KEY, purpose).encrypt(nonce, padded, None)
    return base64.urlsafe_b64encode(box).decode("ascii").rstrip("=")


def opened(address: str, kind: type[Value], purpose: str, now: float) -> Value:
    """The value an address holds. Raises Forgotten."""
    if len(address) > LONGEST:
        raise Forgotten
    made: int
    value: Value
    try:
        box = base64.urlsafe_b64decode(address + "=" * (-len(address) % 4))
        padded = cipher(settings.SECRET_KEY, purpose).decrypt(box[:NONCE], box[NONCE:], None)
        plain = padded[: padded.rindex(b"\x80")]
        made, value = reader(kind).decode(plain)  # type: ignore[arg-type]  # types are hashable
    except (InvalidTag, ValueError, binascii.Error, msgspec.DecodeError) as error:
        raise Forgotten from error
    if not made - 60 <= now <= made + LASTS:
        raise Forgotten
    return value
