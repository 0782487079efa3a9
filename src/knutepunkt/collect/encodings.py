"""Finds out how a text file is encoded, by reading it once in small pieces."""

import codecs
from pathlib import Path

CHUNK = 1024 * 1024
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def encoding_of(path: Path) -> str:
    """UTF-8 or UTF-16 (with or without a mark), else Windows-1252.

    A file that is UTF-8 but for a few broken bytes counts as UTF-8.
    """
    with path.open("rb") as file:
        start = file.read(4096)
    for mark, name in MARKS:
        if start.startswith(mark):
            return name
    if name := unmarked_utf16(start):
        return name
    return "utf-8-sig" if is_utf8(path) else "cp1252"


def unmarked_utf16(start: bytes) -> str:
    """The kind of UTF-16 when every other byte of western text is zero, else ""."""
    half = max(len(start) // 2, 1)
    if start[1::2].count(0) > half * 0.7:
        return "utf-16-le"
    return "utf-16-be" if start[::2].count(0) > half * 0.7 else ""


def is_utf8(path: Path) -> bool:
    """Say whether all, or at least most, bytes above ASCII make whole UTF-8 characters."""
    return is_sound_utf8(path) or is_mostly_utf8(path)


def is_sound_utf8(path: Path) -> bool:
    """Say whether every byte belongs to a UTF-8 character, as in most files."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                decoder.decode(chunk)
    except UnicodeDecodeError:
        return False
    return True


def is_mostly_utf8(path: Path) -> bool:
    """Say whether more characters above ASCII are whole than broken, by counting them."""
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    whole = broken = 0
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            text = decoder.decode(chunk)
            if not text.isascii():
                foreign = len(text) - len(text.encode("ascii", "ignore"))
                strays = len(text) - len(text.encode("utf-8", "ignore").decode())
                broken, whole = broken + strays, whole + foreign - strays
    return broken == 0 or whole > broken
