"""The kinds of column a table can have: how a cell is read, checked, written and described.

A record is a dataclass whose fields are made by the functions at the end, so that one definition
serves reading, writing, the descriptor and the reference page.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any

from actionfields.edtf import Moment, moment
from actionfields.errors import quoted

SEPARATOR = ";"
KEY, CODED, PLAIN = "key", "coded", "plain"
FLAGS = {"1": True, "yes": True, "true": True, "0": False, "no": False, "false": False}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what it says, and how its cells become values and back.

    ``parse`` raises ValueError with what is wrong and, after a semicolon, what mends it.
    ``store`` says how a table keeps it: ``key`` (each cell its own), ``coded`` (few different
    cells) or ``plain`` (free text). ``target`` is the table that a reference points into.
    """

    name: str
    doc: str
    kind: str
    store: str
    parse: Callable[[str], Any]
    write: Callable[[Any], str]
    target: str = ""
    many: bool = False
    required: bool = False
    choices: tuple[str, ...] = ()


def columns(record: type) -> tuple[Column, ...]:
    """The columns of a record: its own in the order of its fields, then those it shares."""
    return _columns(record)


@cache
def _columns(record: type) -> tuple[Column, ...]:
    own = record.__annotations__
    made = [Column(name=one.name, **one.metadata) for one in fields(record)]
    return tuple(sorted(made, key=lambda column: column.name not in own))


def key(doc: str) -> Any:
    """A column that names its row; no two rows share a name."""
    return _made(doc, "key", KEY, _filled, str, required=True)


def text(doc: str) -> Any:
    """Free text; an empty cell is an empty text."""
    return _made(doc, "text", PLAIN, str, str, "")


def word(doc: str, *, required: bool = False) -> Any:
    """A short word from an open list, which the codebook or the coder keeps."""
    return _made(doc, "word", CODED, _filled if required else str, str, "", required=required)


def words(doc: str) -> Any:
    """Several words, parted by semicolons."""
    return _made(doc, "words", CODED, _several, SEPARATOR.join, (), many=True)


def choice(doc: str, *choices: str, required: bool = False) -> Any:
    """One word of a closed list, since measures depend on it."""
    known = choices if required else ("", *choices)

    def parse(cell: str) -> str:
        if cell not in known:
            raise ValueError(f"{quoted(cell)} is not among the choices; write {_or(choices)}")
        return cell

    return _made(doc, "choice", CODED, parse, str, "", choices=choices, required=required)


def reference(target: str, doc: str, *, required: bool = True) -> Any:
    """The key of a row in another table."""
    parse = _filled if required else str
    return _made(doc, "reference", CODED, parse, str, "", target=target, required=required)


def references(target: str, doc: str) -> Any:
    """The keys of several rows in another table, parted by semicolons."""
    return _made(doc, "references", CODED, _several, SEPARATOR.join, (), target=target, many=True)


def whole(doc: str, low: int, high: int, *, required: bool = False) -> Any:
    """A whole number between two bounds; None when nothing is said."""

    def parse(cell: str) -> int | None:
        if not cell and not required:
            return None
        try:
            number = int(cell)
        except ValueError:
            number = low - 1
        if not low <= number <= high:
            raise ValueError(
                f"{quoted(cell)} is no whole number from {low} to {high}; write one of them"
            )
        return number

    bounds = tuple(map(str, range(low, high + 1))) if high - low < 10 else ()
    return _made(doc, "whole", CODED, parse, _number, None, choices=bounds, required=required)


def flag(doc: str) -> Any:
    """Yes or no, written 1 or 0."""

    def parse(cell: str) -> bool:
        if cell.lower() not in FLAGS:
            raise ValueError(f"{quoted(cell)} is neither 1 nor 0; write one of them")
        return FLAGS[cell.lower()]

    return _made(doc, "flag", CODED, parse, lambda value: "1" if value else "0", required=True)


def date(doc: str) -> Any:
    """A date in EDTF, as precise as the source is; None when nothing is known."""

    def parse(cell: str) -> Moment | None:
        return moment(cell) if cell else None

    return _made(doc, "date", CODED, parse, lambda value: str(value) if value else "", None)


def _made(
    doc: str,
    kind: str,
    store: str,
    parse: Callable[[str], Any],
    write: Callable[[Any], str],
    default: Any = None,
    **more: Any,
) -> Any:
    said = {"doc": doc, "kind": kind, "store": store, "parse": parse, "write": write, **more}
    if more.get("required"):
        return field(metadata=said)
    return field(default=default, metadata=said)


def _filled(cell: str) -> str:
    if not cell:
        raise ValueError("the cell is empty; fill it in")
    return cell


def _several(cell: str) -> tuple[str, ...]:
    parts = tuple(part.strip() for part in cell.split(SEPARATOR)) if cell else ()
    if "" in parts:
        raise ValueError(f"{quoted(cell)} has an empty part; take out the superfluous semicolon")
    if len(set(parts)) < len(parts):
        raise ValueError(f"{quoted(cell)} names the same twice; take one of them out")
    return parts


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _or(choices: Sequence[str]) -> str:
    *first, last = choices
    return f"{', '.join(first)} or {last}" if first else last
