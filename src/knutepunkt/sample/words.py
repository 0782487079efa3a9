"""The sentences and names of the sample, from its data files, as values."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).parent / "data"
Pair = tuple[str, str]
NB, NN = 0, 1


class Sentence(NamedTuple):
    """A sentence in bokmål and nynorsk, with the number of its words in bokmål."""

    nb: str
    nn: str
    words: int

    def told(self, language: int) -> str:
        """The sentence in bokmål (0) or nynorsk (1)."""
        return self.nn if language else self.nb


Sentences = tuple[Sentence, ...]


@cache
def read(name: str) -> Mapping[str, Any]:
    """The tables of one data file."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def pairs(rows: Iterable[list[str]]) -> tuple[Pair, ...]:
    """Rows of two texts."""
    return tuple((nb, nn) for nb, nn in rows)


def sentences(rows: Iterable[list[str]]) -> Sentences:
    """Rows of two texts, counted."""
    return tuple(Sentence(nb, nn, len(nb.split())) for nb, nn in rows)


@cache
def general(name: str) -> Sentences:
    """Sentences any group could say, by what they are for."""
    return sentences(read("sentences")[name])


@cache
def by_state() -> dict[str, Sentences]:
    """What a group says of a state that is not plainly open."""
    return {state: sentences(rows) for state, rows in read("sentences")["states"].items()}


@dataclass(frozen=True, slots=True)
class Voice:
    """How groups of one family of themes speak, and whom they are for."""

    nouns: tuple[tuple[str, ...], tuple[str, ...]]
    targets: tuple[str, ...]
    said: Sentences


@cache
def voice(name: str) -> Voice:
    """The voice of a family; that of life and change for a family nobody wrote for."""
    known = (FOLDER / "families" / f"{name}.toml").exists()
    table = read(f"families/{name if known else 'livet-og-endring'}")
    nouns = table["nouns"]
    return Voice(
        (tuple(nouns["nb"]), tuple(nouns["nn"])), tuple(table["targets"]), sentences(table["said"])
    )


@dataclass(frozen=True, slots=True)
class Target:
    """Whom a group is for; ages in years, None where there is no limit."""

    code: str
    who: Pair
    is_kin: bool
    youngest: int | None
    oldest: int | None


@cache
def targets() -> dict[str, Target]:
    """Target groups by code."""
    found = {}
    for code, table in read("targets").items():
        least, most = table.get("ages", (0, 0))
        who = (table["who"][NB], table["who"][NN])
        found[code] = Target(code, who, table.get("is_kin", False), least or None, most or None)
    return found


@dataclass(frozen=True, slots=True)
class Form:
    """A way of working, and where it fits; ``only`` names families, empty for any."""

    code: str
    said: Sentence
    fits_screen: bool
    only: tuple[str, ...]


@cache
def forms() -> tuple[Form, ...]:
    """The ways of working."""
    return tuple(form(code, row) for code, row in read("forms").items())


def form(code: str, row: Mapping[str, Any]) -> Form:
    """One way of working."""
    (said,) = sentences([row["said"]])
    return Form(code, said, row.get("online", False), tuple(row.get("only", ())))


@cache
def forms_for(family: str, *, on_screen: bool) -> tuple[Form, ...]:
    """The ways of working that a family's groups may have, rarer ones where they belong."""
    fitting = [form for form in forms() if form.fits_screen or not on_screen]
    return tuple(form for form in fitting if not form.only or family in form.only)


@cache
def joining() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """How to join, by openness, in bokmål, nynorsk and English."""
    return {
        code: tuple((nb, nn, en) for nb, nn, en in rows) for code, rows in read("joining").items()
    }
