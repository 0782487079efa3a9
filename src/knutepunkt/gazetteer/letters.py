"""Spellings of one name that are to meet: as written, as spelled, and without any marks."""

import re
import unicodedata

NEIGHBOURS = str.maketrans("äö", "æø")
UNMARKED = str.maketrans("æøåäöáàâčćđéèêíïìŋńñóòôšśŧúùüýžź", "aoaaoaaaccdeeeiiinnnooosstuuuyzz")
BETWEEN_WORDS = re.compile(r"[^\w]+|_+")


def plain(text: str) -> str:
    """Small letters, words parted by one space: `"  NORD-FRON "` → `"nord fron"`."""
    composed = unicodedata.normalize("NFC", text.casefold())
    return BETWEEN_WORDS.sub(" ", composed).strip()


def spelled(text: str) -> str:
    """The same with Swedish letters and letter pairs as Norwegian: `Aalesund` → `ålesund`."""
    letters = plain(text).translate(NEIGHBOURS)
    return letters.replace("aa", "å").replace("ae", "æ").replace("oe", "ø")


def folded(text: str) -> str:
    """A key without marks, equal for every way to write a name: `Čáhcesuolu` → `cahcesuolu`."""
    letters = plain(text).translate(UNMARKED)
    if not letters.isascii():
        parts = unicodedata.normalize("NFD", letters)
        letters = "".join(part for part in parts if not unicodedata.combining(part))
    return letters.replace("aa", "a").replace("ae", "a").replace("oe", "o")
