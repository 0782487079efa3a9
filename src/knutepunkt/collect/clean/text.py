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
# Accents without letters: putting thousands of them in order takes a minute (NFC).
ORNAMENTS = re.compile(r"[^\w\s\x00-\x7f]{40,}")
# Ids, codes, dates: what every cleaning step leaves as it is, and most of what there is.
WORD = re.compile(r"(?!(?:pass|pw)[a-z]*-)[A-Za-z0-9-]*\Z", re.IGNORECASE)
MANY = 40  # bytes beyond one a letter that a row of ornaments takes at least
MOST_TAGS = 1000


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
    if is_plain(text):
        return (SPACES.sub(" ", text) if "  " in text else text).strip()
    return tidied(unmarked(text, reading))


def is_plain(text: str) -> bool:
    """Say whether a text is one line of composed letters without markup, as most are."""
    return (
        text.isprintable()
        and "<" not in text
        and "&" not in text
        and (text.isascii() or unicodedata.is_normalized("NFC", text))
    )


def unmarked(text: str, reading: Reading | None) -> str:
    """The text of HTML, with breaks where blocks ended. Decodes entities written twice as well."""
    for _ in range(2):
        if ENTITY.search(text):
            text = decoded(text)
    end = text.rfind(">") + 1  # behind it no tag can end: looking there takes long and finds none
    if end and TAG.search(text, 0, end):
        if reading is not None:
            reading.note("markup was removed from texts")
        text = without_tags(BREAK.sub("\n", text[:end]) + text[end:])
    return text


def decoded(text: str) -> str:
    """The text with its entities as letters; as it is when one has thousands of digits."""
    try:
        return html.unescape(text)
    except ValueError:
        return text


def without_tags(text: str) -> str:
    """The text between the tags. The parser takes long over tags nested by the thousand."""
    if text.count("<") > MOST_TAGS:
        return TAG.sub("", text)
    return html.unescape(nh3.clean(UNWANTED.sub("", text), tags=set()))


def tidied(text: str) -> str:
    """Composed letters, no control or half characters, single spaces, at most one empty line."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    is_printable = text.replace("\n", "").isprintable()  # then each space is a plain one
    if not is_printable:
        text = UNWANTED.sub("", text)
    if not text.isascii():
        text = composed(text)
    if "  " in text or not is_printable:
        text = SPACES.sub(" ", text)
    if "\n\n" in text or "\n " in text:
        text = LINES.sub("\n\n", text)
    return text.strip()


def composed(text: str) -> str:
    """The text with each accent on its letter (NFC)."""
    if len(text.encode()) - len(text) >= MANY:
        text = ORNAMENTS.sub(without_accents, text)
    return unicodedata.normalize("NFC", text)


def without_accents(found: re.Match[str]) -> str:
    """A row of ornaments without accents that have no letter to stand on."""
    return "".join(letter for letter in found.group() if not unicodedata.combining(letter))


def one_line(value: object, reading: Reading | None = None) -> str:
    """Plain text on one line, for names and addresses."""
    text = plain(value, reading)
    return " ".join(text.split()) if "\n" in text else text
