"""Dates in a row's cells."""

import re

from knutepunkt.collect.clean.dates import day, moment
from knutepunkt.collect.formats.table.row import Row

BETWEEN = re.compile(r"\s*(?:[,;|\n]|\bog\b|\band\b|\bund\b|&)\s*")
OWNER = "the feed's owner: write dates as YYYY-MM-DD"


def dates_of(row: Row, target: str) -> tuple[str, ...]:
    """The ISO dates of a target, in order; an issue for text that is no date."""
    found = []
    for cell in row.all(target):
        for part in dates_in(cell):
            try:
                found.append(day(part))
            except (ValueError, OverflowError):
                row.issue(target, part, "this is no date; it was left out", OWNER)
    return tuple(sorted(set(filter(None, found))))


def dates_in(cell: str) -> list[str]:
    """The single dates of a cell; "December 24, 2026" is one."""
    try:
        return [cell] if day(cell) else []
    except (ValueError, OverflowError):
        return [part for part in BETWEEN.split(cell) if part]


def date_of(row: Row, target: str) -> str:
    """The one ISO date of a target, or ""."""
    return next(iter(dates_of(row, target)), "")


def moment_of(row: Row, target: str) -> str:
    """The ISO date or moment of a target, or "" with an issue."""
    text = row.one(target)
    try:
        return moment(text)
    except (ValueError, OverflowError):
        row.issue(target, text, "this is no date; it was left out", OWNER)
        return ""
