"""A group as the index takes it in: plain values, made from the directory by ``documents``."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from knutepunkt.search.index.numbers import Numbers
from knutepunkt.search.meaning import Token

IN_PERSON, ONLINE, HYBRID = 1, 2, 4
FORMAT_BITS = {"in-person": IN_PERSON, "online": ONLINE, "hybrid": HYBRID}


class Level(IntEnum):
    """Where a group has a token; the highest counts (docs/explanation/ranking.md)."""

    MARK = 0
    TEXT = 1
    PLACE = 2
    ORGANISATION = 3
    TOLD = 4
    LABEL = 5
    ABOVE = 6
    CONCEPT = 7
    NAME = 8


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


class Words(NamedTuple):
    """What a group says: for each level from the lowest on the numbers of its tokens, four bytes
    each. ``numbers`` says which token has which; groups that come together mostly share it.
    """

    numbers: Numbers[Token]
    levels: tuple[bytes, ...]

    def by_level(self) -> Iterator[tuple[Level, list[Token]]]:
        """The tokens again; a token that is at several levels comes at each."""
        tokens = list(self.numbers)
        for level, said in zip(Level, self.levels, strict=True):
            yield level, [tokens[number] for number in array("I", said)]


def as_words(said: Iterable[tuple[Level, Iterable[Token]]], numbers: Numbers[Token]) -> Words:
    """Tokens by level as numbers; a level that is not named has none."""
    levels = [b""] * len(Level)
    for level, tokens in said:
        levels[level] += numbered(tokens, numbers)
    return Words(numbers, tuple(levels))


def numbered(tokens: Iterable[Token], numbers: Numbers[Token]) -> bytes:
    """The numbers of some tokens, four bytes each."""
    return array("I", map(numbers.__getitem__, tokens)).tobytes()


class Record(NamedTuple):
    """A group. The lowest level of its ``words`` are tokens that only restrict.

    ``facets`` are the marks and concepts that are counted, each once; ``name_key`` sorts names;
    ``confirmed`` is the ordinal of a day, 0 for never; ``is_open`` says that new people may come.
    ``rows`` are in the order of the item's meetings, and never none. ``item`` is what a result
    shows, as JSON. ``begins`` are the beginnings of the words of its name, ``organisation_begins``
    those of its organisation's, each once (``language.beginnings``).
    """

    pk: int
    uid: str
    name_key: bytes
    words: Words
    facets: Sequence[Token]
    confirmed: int
    is_open: bool
    rows: Sequence[Row]
    item: bytes
    begins: Sequence[bytes] = ()
    organisation_begins: Sequence[bytes] = ()
