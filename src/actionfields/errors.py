"""What can go wrong, as one tree: bad data, an unreadable expression, a measure that is refused."""

from dataclasses import dataclass
from typing import Any

SHOWN = 60  # letters of a cell that a sentence can hold


def quoted(cell: str) -> str:
    """A cell as a sentence shows it: cut when it is long, with a sign for what has no letter.

    >>> quoted("Ås"), quoted("a\\0b")
    ('«Ås»', '«a\ufffdb»')
    """
    told = "".join(one if one.isprintable() else "\ufffd" for one in cell[:SHOWN])
    return f"«{told}{'…' if len(cell) > SHOWN else ''}»"


class FieldError(Exception):
    """Anything the library says no to; its text is a sentence for the person at the keyboard."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with the data, where it stands, and what mends it.

    ``line`` counts from 1 with the header as line 1, as editors show it; 0 means the file itself.
    """

    file: str
    line: int
    column: str
    fault: str
    remedy: str
    row: tuple[str, int] | None = None  # the table and the row in it, counted from 0

    def __str__(self) -> str:
        parts = [self.file]
        parts += [f"line {self.line}"] if self.line else []
        parts += [f"column {self.column}"] if self.column else []
        return f"{', '.join(parts)}: {self.fault}; {self.remedy}."

    def as_json(self) -> dict[str, Any]:
        """The problem as plain values."""
        return {name: getattr(self, name) for name in ("file", "line", "column", "fault", "remedy")}


class InvalidError(FieldError):
    """The data cannot be used as they are; every wrong row is among ``problems``."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, problems)))


class RefusedError(FieldError):
    """A measure or an export is not given, because the data do not carry it; the text says why."""


class UnreadableError(FieldError):
    """An expression or a date is not written in the vocabulary; the text says what was met."""
