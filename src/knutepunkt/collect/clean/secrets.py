"""Passwords of online rooms: taken out at the door, never stored, published or logged."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from knutepunkt.collect.opened import Reading

WORDS = (
    r"pass\s?words?|pass\s?codes?|pass\s?ord|pass\s?wort|kenn\s?wort|pwd|pw|pin[ -]?(?:code|kode)|"
    r"access\s+code|adgangskode|tilgangskode|møtekode|lösenord|contraseña|clave|senha|"
    r"mot\s+de\s+passe|code\s+d'accès|wachtwoord|hasło|пароль"
)
FIRST = r"(?=[pkatmlcswhп])"  # how words begin: other places are passed over at once
TOLD = re.compile(
    rf"\b{FIRST}({WORDS})\b(\s*(?:[:=#]|\bis\b|\ber\b|\bist\b|\best\b|\bes\b)+\s*)"
    r"(\"[^\"\n]{1,80}\"|'[^'\n]{1,80}'|[^\s,;<>()]+)",
    re.IGNORECASE,
)
GIVEN = re.compile(rf"\b{FIRST}({WORDS})(\s+)(?=\S*\d)([^\s,;<>()]+)", re.IGNORECASE)
IN_LINK = re.compile(
    r"([?&#](?:pwd|password|passcode|pw|pass|pin|tk|token)=)[^&#\s\"'<>]+", re.IGNORECASE
)
MARK = re.compile(r"[\s:=#]")
# Some part of every word above, so that texts without any are let through at once.
PARTS = (
    "wort", "woord", "pw", "code", "kode", "lösen", "clave", "senha", "contra", "hasło", "парол",
    "pin=", "tk=", "token",
)  # fmt: skip
PASS = re.compile(r"pass(?:=|\s?[wco]|(?<=\spass)e)")  # not "passing", "compass"
DIALLED = re.compile(r"(?<![\s,])(?=\s*,)[\s,]+\*[\d*]+#?")
SECRET_KEYS = {"pwd", "password", "passcode", "pw", "pass", "pin", "tk", "token"}
REMOVED = "***"
TAKEN = "passwords of online rooms were taken out; the group gives them to those who ask"


def without_secrets(text: str, reading: Reading | None = None) -> str:
    """The text with every password replaced by three stars."""
    if MARK.search(text) is None:
        return text
    if not is_suspect(text.lower()):
        return text
    clean = TOLD.sub(rf"\1\2{REMOVED}", text)
    clean = GIVEN.sub(rf"\1\2{REMOVED}", clean)
    clean = IN_LINK.sub(rf"\1{REMOVED}", clean)
    if clean != text and reading is not None:
        reading.note(TAKEN)
    return clean


def is_suspect(text: str) -> bool:
    """Say whether a lower-case text may hold a password: the quick look before the long one."""
    for part in PARTS:  # a loop, for any() takes twice as long and this is asked of every text
        if part in text:
            return True
    return "pass" in text and PASS.search(text) is not None


def link_without_secrets(url: str, reading: Reading | None = None) -> str:
    """The link without a password in its query, fragment or user part."""
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(key, value) for key, value in pairs if key.lower() not in SECRET_KEYS]
    host = parts.netloc.rpartition("@")[2]
    fragment = "" if IN_LINK.search(f"#{parts.fragment}") else parts.fragment
    if len(kept) == len(pairs) and host == parts.netloc and fragment == parts.fragment:
        return url
    if reading is not None:
        reading.note(TAKEN)
    return urlunsplit((parts.scheme, host, parts.path, urlencode(kept), fragment))


def number_without_secrets(number: str, reading: Reading | None = None) -> str:
    """A number to dial, without the passcode that follows a star."""
    clean = without_secrets(DIALLED.sub("", number), reading)
    if clean != number and reading is not None and REMOVED not in clean:
        reading.note(TAKEN)
    return clean
