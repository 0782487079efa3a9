"""Passwords of online rooms: taken out at the door, never stored, published or logged."""

import json
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from knutepunkt.collect.clean.secret_words import (
    DIALLED,
    DOUBTED,
    GIVEN,
    IN_LINK,
    IN_PATH,
    NAME,
    PARTS,
    PASS,
    REMOVED,
    SECRET_KEYS,
    SPOKEN,
    TOLD,
    WEAK,
)
from knutepunkt.collect.opened import Reading

Pairs = tuple[tuple[str, str], ...]
TAKEN = "passwords of online rooms were taken out; the group gives them to those who ask"


def without_secrets(text: str, reading: Reading | None = None) -> str:
    """The text with every password replaced by three stars."""
    if not is_suspect(text.lower()):
        return text
    clean = text
    for told in (TOLD, GIVEN, SPOKEN, WEAK, IN_LINK):
        clean = told.sub(rf"\1{REMOVED}", clean)
    if clean != text and reading is not None:
        reading.note(TAKEN)
    return clean


def is_suspect(text: str) -> bool:
    """Say whether a lower-case text may hold a password: the quick look before the long one."""
    for sign, parts in PARTS.items():  # loops, for any() takes twice as long: every text is asked
        if sign in text:
            for part in parts:
                if part in text:
                    return True
    return "pass" in text and PASS.search(text) is not None


def all_without_secrets(value: object) -> object:
    """A record with every password in it replaced, also one that stands in a field of its own."""
    if isinstance(value, str):
        return number_without_secrets(value)
    if isinstance(value, list):
        return [all_without_secrets(item) for item in value]
    if isinstance(value, dict):
        return {
            name: REMOVED if item and is_secret(str(name)) else all_without_secrets(item)
            for name, item in value.items()
        }
    return value


def json_without_secrets(text: str) -> str:
    """A record that is kept as JSON, with every password in it replaced; still JSON if it was."""
    try:
        return json.dumps(all_without_secrets(json.loads(text)), ensure_ascii=False)
    except (ValueError, RecursionError):
        return without_secrets(text)


@lru_cache(1000)
def is_secret(name: str) -> bool:
    """Say whether a field holds a password, by its name ("passcode", "Møtepassord", "zoom_pw")."""
    return NAME.search(name) is not None


def without_secret_fields(pairs: Pairs, reading: Reading) -> Pairs:
    """Named texts without those whose name says that they are passwords."""
    if not any(is_secret(name) for name, _ in pairs):
        return pairs
    reading.note(TAKEN)
    return tuple((name, value) for name, value in pairs if not is_secret(name))


def link_without_secrets(url: str, reading: Reading | None = None) -> str:
    """The link without a password in its path, query, fragment or user part."""
    if url.isascii() and DOUBTED.search(url) is None:  # most are, and they are asked of often
        return url
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(key, value) for key, value in pairs if key.lower() not in SECRET_KEYS]
    host = parts.netloc.rpartition("@")[2]
    path = IN_PATH.sub("", parts.path)
    fragment = "" if IN_LINK.search(f"#{parts.fragment}") else parts.fragment
    is_as_before = (host, path, fragment) == (parts.netloc, parts.path, parts.fragment)
    if len(kept) == len(pairs) and is_as_before:
        return url
    if reading is not None:
        reading.note(TAKEN)
    return urlunsplit((parts.scheme, host, path, urlencode(kept), fragment))


def number_without_secrets(number: str, reading: Reading | None = None) -> str:
    """A number to dial, without the passcode that follows a star or the room's number sign."""
    clean = without_secrets(DIALLED.sub("", number), reading)
    if clean != number and reading is not None and REMOVED not in clean:
        reading.note(TAKEN)
    return clean
