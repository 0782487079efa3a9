"""Texts: entities decoded, markup taken out, control characters and half characters removed."""

import html
import re
import unicodedata

import nh3

from knutepunkt.collect.opened import Reading

TAG = re.compile(r"<[a-zA-Z/!][^>]*>")
BREAK = re.compile(r"<\s*(?:br|/p|/div|/li|/h[1-6]|/tr)\b[^>]*>", re.IGNORECASE)
ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]+);", re.IGNORECASE)
UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u2060\ufeff\ud800-\udfff]")
SPACES = re.compile(r"[ \t\u00a0]+")
LINES = re.compile(r" *\n *(?:\n *)+")


def plain(value: object, reading: Reading | None = None) -> str:
    """A feed's value as plain text with line breaks; "" for nothing.

    Lists become comma-separated; 7.0 becomes "7". Markup is removed, its text stays.
    """
    if type(value) is str:
        text = value
    elif value is None or isinstance(value, bool):
        return "" if value is None else str(value).lower()
    elif isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    elif isinstance(value, (list, tuple)):
        return ", ".join(filter(None, (plain(item, reading) for item in value)))
    else:
        text = str(value)
    if text.isascii() and text.isprintable() and "<" not in text and "&" not in text:
        return SPACES.sub(" ", text).strip()
    return tidied(unmarked(text, reading))


def unmarked(text: str, reading: Reading | None) -> str:
    """The text of HTML, with breaks where blocks ended. Decodes entities written twice as well."""
    for _ in range(2):
        if ENTITY.search(text):
            text = html.unescape(text)
    if "<" in text and TAG.search(text):
        if reading is not None:
            reading.note("markup was removed from texts")
        text = html.unescape(nh3.clean(BREAK.sub("\n", text), tags=set()))
    return text


def tidied(text: str) -> str:
    """Composed letters, no control or half characters, single spaces, at most one empty line."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = UNWANTED.sub("", text)
    return LINES.sub("\n\n", SPACES.sub(" ", text)).strip()


def one_line(value: object, reading: Reading | None = None) -> str:
    """Plain text on one line, for names and addresses."""
    text = plain(value, reading)
    return " ".join(text.split()) if "\n" in text else text
