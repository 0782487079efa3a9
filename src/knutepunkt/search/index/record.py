"""A group as the index takes it in: plain values, made from the directory by ``documents``."""

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple
from zlib import crc32

import msgspec

from knutepunkt.search.meaning import Token

ENCODE = msgspec.msgpack.Encoder().encode
IN_PERSON, ONLINE, HYBRID = 1, 2, 4
FORMAT_BITS = {"in-person": IN_PERSON, "online": ONLINE, "hybrid": HYBRID}


class Level(IntEnum):
    """Where a group has a token; the highest counts (docs/explanation/ranking.md)."""

    MARK = 0
    TEXT = 1
    PLACE = 2
    ORGANISATION = 3
    LABEL = 4
    ABOVE = 5
    CONCEPT = 6
    NAME = 7


class Times(NamedTuple):
    """On which days something takes place: RFC 5545 and ISO dates, local to a zone."""

    rrule: str = ""
    first_on: str = ""
    last_on: str = ""
    except_on: tuple[str, ...] = ()
    also_on: tuple[str, ...] = ()
    start: str = ""
    zone: str = ""


class Row(NamedTuple):
    """One meeting. ``formats`` are bits; ``is_held`` is false while it or its group rests.

    ``municipality`` and ``county`` are marks, "" for none. Degrees are as they may be shown.
    """

    times: Times | None = None
    latitude: float | None = None
    longitude: float | None = None
    municipality: Token = ""
    county: Token = ""
    formats: int = 0
    is_held: bool = True


class Record(NamedTuple):
    """A group. ``words`` are tokens by level, ascending; ``marks`` tokens that only restrict.

    ``facets`` are the marks and concepts that are counted, each once; ``name_key`` sorts names;
    ``confirmed`` is the ordinal of a day, 0 for never; ``is_open`` says that new people may come.
    ``rows`` are in the order of the item's meetings, and never none. ``item`` is what a result
    shows, as JSON. ``begins`` are the beginnings of the words of its name, ``organisation_begins``
    those of its organisation's, each once (``language.beginnings``).
    """

    pk: int
    uid: str
    name_key: bytes
    words: Sequence[tuple[Level, Sequence[Token]]]
    marks: Sequence[Token]
    facets: Sequence[Token]
    confirmed: int
    is_open: bool
    rows: Sequence[Row]
    item: bytes
    begins: Sequence[bytes] = ()
    organisation_begins: Sequence[bytes] = ()

    @property
    def content(self) -> int:
        """A sum of all the index keeps of the group."""
        rest = self.marks, self.facets, self.confirmed, self.is_open, self.rows
        return crc32(self.item, crc32(ENCODE((self.words, *rest))))
