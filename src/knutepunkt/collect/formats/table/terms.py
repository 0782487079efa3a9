"""Terms of a row: each word as the source wrote it, in the scheme that its column names."""

import re
from functools import lru_cache

from knutepunkt.collect.clean.modes import mode_in
from knutepunkt.collect.drafts import Mode, Term
from knutepunkt.collect.formats.table.row import Row
from knutepunkt.collect.formats.table.values import is_no, is_yes

# Each mark parts words, but for the bar in "and/or".
PARTS = re.compile(r"\s*(?:[,;|\n]|/(?!(?:or|eller|oder)\b))\s*", re.IGNORECASE)
SHORT = 80
GROUP_TERMS = ("theme", "target_group", "working_form", "organisation_form")
MEETING_TERMS = ("format", "language", "openness", "accessibility")


def parts(text: str) -> tuple[str, ...]:
    """The single words of a cell, each once."""
    return short_parts(text) if len(text) <= SHORT else parted(text)


def parted(text: str) -> tuple[str, ...]:
    """The words between commas, semicolons, slashes, bars and line breaks."""
    return tuple(dict.fromkeys(part for part in PARTS.split(text) if part))


short_parts = lru_cache(maxsize=2000)(parted)  # a list says the same few words row after row


def group_terms(row: Row) -> tuple[Term, ...]:
    """What holds for the group whenever it meets."""
    return tuple(term for target in GROUP_TERMS for term in scheme_terms(row, target))


def meeting_terms(row: Row) -> tuple[Term, ...]:
    """What may differ from one meeting of a group to the next."""
    told = [term for target in MEETING_TERMS for term in scheme_terms(row, target)]
    local = [Term("local", word, word) for cell in row.all("term") for word in parts(cell)]
    return (*told, *local, *yes_terms(row))


def scheme_terms(row: Row, target: str) -> list[Term]:
    """The words of a target's columns; the mapping's meaning of a word becomes its label."""
    cells = row.all(target)
    if not cells:
        return []
    meanings = row.mapping.values.get(target, {})
    words = dict.fromkeys(word for cell in cells for word in parts(cell))
    scheme = target.replace("_", "-")
    return [Term(scheme, word, meanings.get(word.lower(), word)) for word in words]


def yes_terms(row: Row) -> list[Term]:
    """A term with the column's name for each column that says yes, or says anything but no."""
    words = [
        name if is_yes(value) else f"{name}: {value}"
        for name, value in row.pairs("yes_no")
        if not is_no(value)
    ]
    return [Term("local", word, word) for word in words]


def mode_of(row: Row) -> Mode:
    """In person, online or hybrid, when the row's words on format say so; else ""."""
    cells = row.all("format")
    if not cells:
        return ""
    meanings = row.mapping.values.get("format", {})
    words = [word for cell in cells for word in (cell, *parts(cell))]
    said = {mode_in(meanings.get(word.lower(), word)) for word in words} - {""}
    return (
        "hybrid" if {"in-person", "online"} <= said or "hybrid" in said else min(said, default="")
    )
