"""What a node says has changed: records, tombstones, and where to go on from."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from knutepunkt.collect.errors import CollectError

KIND = "changes"
VERSION = 1
LONGEST = 2000  # signs of a key or cursor: what an address holds, and an index


class Head(msgspec.Struct, frozen=True):
    """The first line: what this is, and which node says it."""

    knutepunkt: str
    version: int
    node: str
    site: str = ""


class Line(msgspec.Struct, frozen=True):
    """Any line after it, as far as a follower needs to know it.

    A tombstone has a key and is ``gone``; the last line has a ``cursor`` and says whether there is
    ``more``.
    """

    key: str = ""
    gone: bool = False
    cursor: str = ""
    more: bool = False


class Changes(msgspec.Struct, frozen=True):
    """One answer: who says it, the keys of its records and tombstones, where to go on from."""

    head: Head
    keys: list[str]
    gone: list[str]
    cursor: str
    more: bool


HEAD, LINE = msgspec.json.Decoder(Head).decode, msgspec.json.Decoder(Line).decode


def changes_in(path: Path) -> Changes:
    """What an answer says. Raises CollectError for one that is broken off or something else."""
    try:
        head, *lines = read(path)
        last = lines[-1]
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError, IndexError, RecursionError):
        raise CollectError(
            "the answer is not what a Knutepunkt node says has changed; you: check the address."
        ) from None
    if not isinstance(head, Head) or head.knutepunkt != KIND:
        raise CollectError("there is no Knutepunkt node at this address; you: check it.")
    if head.version != VERSION:
        raise CollectError(
            f"the other node speaks version {head.version} and we {VERSION}; "
            "you: bring the older node up to date."
        )
    if not isinstance(last, Line) or not last.cursor:
        raise CollectError("the answer was broken off; you: try again later. Nothing was changed.")
    if not all(is_sound(line) for line in lines):
        raise CollectError("the answer has keys or cursors that cannot be kept; the other node's "
                           "keeper: mend it. Nothing was changed.")  # fmt: skip
    told = [line for line in lines if isinstance(line, Line) and line.key]
    gone = [line.key for line in told if line.gone]
    return Changes(head, [line.key for line in told if not line.gone], gone, last.cursor, last.more)


def is_sound(line: Head | Line) -> bool:
    """Say whether a line's key and cursor can be kept and asked with."""
    texts = (line.key, line.cursor) if isinstance(line, Line) else ()
    return all(len(text) <= LONGEST and "\0" not in text for text in texts)


def read(path: Path) -> Iterator[Head | Line]:
    """The lines of an answer."""
    with path.open("rb") as file:
        for number, line in enumerate(filter(bytes.strip, file)):
            yield HEAD(line) if number == 0 else LINE(line)
