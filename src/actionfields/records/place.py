"""Where in a source a row can be looked up; every row that was read out of a source carries it."""

from dataclasses import dataclass
from typing import Any

from actionfields.columns import choice, reference, references, text


def certainty() -> Any:
    """How sure the coder is of the row."""
    return choice("How sure the coder is.", "high", "medium", "low")


def sources() -> Any:
    """The sources a row rests on."""
    return references("sources", "The sources the row rests on.")


def coder() -> Any:
    """Who coded the row."""
    return reference("coders", "Who coded the row.", required=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a row can be looked up, as exactly as the coded edition allows."""

    section: str = text("The heading or headings above the passage.")
    page: str = text("The page or pages, parted by semicolons.")
    page_basis: str = choice("Whether the page number is printed or counted.", "printed", "counted")
    lines: str = text("The lines of the coded text file, such as 194-198;225.")
    note: str = text("What a reader of the row must know.")
