"""Trouble of somebody close: from who it is and what is the matter to themes for next of kin."""

import csv
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from knutepunkt.search.language.tables import DATA

ANYBODY = ""
ITSELF = "="  # Before a problem in the table: what is narrower does not count.
NEVER = "-"


@cache
def themes_when_close() -> dict[tuple[str, str], tuple[str, ...]]:
    """(Code of what is the matter, kind of person) → codes of themes for those who are close."""
    return table("close", 2)


@cache
def groups_of_people() -> dict[tuple[str, str], tuple[str, ...]]:
    """(Kind of person, nothing) → codes of target groups that whoever is close belongs to."""
    return table("close-groups", 1)


@cache
def alike() -> dict[tuple[str, str], tuple[str, ...]]:
    """(Code of a theme, nothing) → concepts of other schemes that say as much of a group."""
    return table("alike", 1)


def table(name: str, keys: int) -> dict[tuple[str, str], tuple[str, ...]]:
    """The last column by the ones before it."""
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for row in rows:
            first, second = (*row[:keys], "")[:2]
            found[first, second].append(row[-1])
    return {key: tuple(values) for key, values in found.items()}


def themes_for(problems: Iterable[str], person: str) -> tuple[str, ...]:
    """The themes for those close to such a person; the nearest problem that has any decides.

    ``problems`` are the code of what is the matter and of all above it, the nearest first.

    >>> themes_for(["alkohol", "avhengighet"], "child")
    ('foreldre-til-barn-med-rus',)
    """
    known = themes_when_close()
    exactly = ITSELF
    for problem in problems:
        for kind in (person, ANYBODY):
            if found := known.get((exactly + problem, kind)) or known.get((problem, kind)):
                return found
        exactly = NEVER
    return ()


@cache
def themes_of_such(theme: str, person: str) -> tuple[str, ...]:
    """A theme for those close to anybody, with those for who is close to such a person.

    >>> themes_of_such("parorende-til-rus", "child")
    ('parorende-til-rus', 'foreldre-til-barn-med-rus')
    >>> themes_of_such("parorende-til-rus", "partner")
    ()
    """
    known = themes_when_close()
    found = {
        other: None
        for (problem, kind), themes in known.items() if kind == ANYBODY and theme in themes
        for other in known.get((problem, person), ())
    }  # fmt: skip
    return tuple(dict.fromkeys((theme, *found))) if found else ()
