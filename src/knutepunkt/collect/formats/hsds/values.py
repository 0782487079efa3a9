"""Looks into loosely typed objects: rows, texts, days, numbers."""

import re
from collections.abc import Container, Mapping
from functools import lru_cache

from knutepunkt.collect.clean.dates import day, moment
from knutepunkt.collect.clean.secrets import without_secrets
from knutepunkt.collect.clean.text import WORD, one_line, plain
from knutepunkt.collect.opened import RawRecord, Reading

Pairs = tuple[tuple[str, str], ...]
OWNER = "the feed's owner: write dates as YYYY-MM-DD"
AGE_OWNER = "the feed's owner: give ages in whole years"
OLDEST = 150
DEEPEST = 8
# Persons, and how to reach them: never in a text that is published.
PRIVATE = re.compile(r"e?mail|phone|contact|^(?:attention|updated_by|number|extension)$")
LEFT_OUT = frozenset("id metadata".split())  # who changed what is the publisher's own log
# Lists of objects; where a source writes a text instead, the text is kept.
NESTED = frozenset(
    "organization schedules languages attributes service_at_locations locations location "
    "holiday_schedules cost_options addresses accessibility".split()
)
ID = re.compile(r"_ids?$")


def row(value: object) -> RawRecord:
    """The value when it is an object, else an empty one."""
    return value if type(value) is dict or isinstance(value, Mapping) else {}


def rows(value: object) -> list[RawRecord]:
    """The objects in a list; one object alone is a list of one."""
    if value is None:
        return []
    listed = value if isinstance(value, list) else [value]
    return [item for item in listed if type(item) is dict or isinstance(item, Mapping)]


def text(value: object, reading: Reading) -> str:
    """A text with its line breaks, without secrets."""
    if value is None or (type(value) is str and WORD.match(value)):
        return value or ""
    return without_secrets(plain(value, reading), reading) if is_single(value) else ""


def line(value: object, reading: Reading) -> str:
    """A text on one line, without secrets."""
    if value is None or (type(value) is str and WORD.match(value)):
        return value or ""
    return one_line(text(value, reading))


def is_single(value: object) -> bool:
    """Say whether the value is a text or a number, and no object or list of objects."""
    if isinstance(value, str):
        return True
    listed = value if isinstance(value, list) else [value]
    return not any(isinstance(item, (Mapping, list)) for item in listed)


def told(value: object, reading: Reading, depth: int = 0) -> str:
    """Everything an object or list says, as one text, without ids, secrets and persons."""
    if depth > DEEPEST:
        return ""
    if isinstance(value, Mapping):
        parts = (told(part, reading, depth + 1) for name, part in value.items()
                 if not is_hidden(str(name)))  # fmt: skip
        return ", ".join(filter(None, parts))
    if isinstance(value, list):
        return "; ".join(filter(None, (told(item, reading, depth + 1) for item in value)))
    return without_secrets(plain(value, reading), reading)


def is_hidden(name: str) -> bool:
    """Say whether a nested field is private, an id, or the publisher's own log."""
    return is_private(name) or name in LEFT_OUT or ID.search(name) is not None


@lru_cache(1000)
def is_private(name: str) -> bool:
    """Say whether a field holds a person, or how to reach one."""
    return PRIVATE.search(name.lower()) is not None


def kept(raw: RawRecord, used: Container[str], reading: Reading, before: str = "") -> Pairs:
    """Every field that is neither used nor private, as (name, text)."""
    pairs = ((f"{before}{one_line(name)}", told(raw[name], reading))
             for name in raw if is_kept(name, raw, used))  # fmt: skip
    return tuple((name, value) for name, value in pairs if value)


def is_kept(name: str, raw: RawRecord, used: Container[str]) -> bool:
    """Say whether a field is neither used nor private; a text instead of a list is not used."""
    if name in used and not (name in NESTED and isinstance(raw[name], str)):
        return False
    return name not in LEFT_OUT and not is_private(name)


def day_of(raw: RawRecord, field: str, reading: Reading) -> str:
    """The ISO date in a field; "" with an issue when it is none."""
    value = line(raw.get(field), reading)
    try:
        return day(value)
    except ValueError:
        reading.issue(field, value, "this is no date; it was left out", OWNER)
        return ""


def moment_of(raw: RawRecord, field: str, reading: Reading) -> str:
    """The ISO date or moment in a field; "" with an issue when it is none."""
    value = line(raw.get(field), reading)
    try:
        return moment(value)
    except ValueError:
        reading.issue(field, value, "this is no date; it was left out", OWNER)
        return ""


def age_of(raw: RawRecord, field: str, reading: Reading) -> int | None:
    """An age in whole years; None with an issue when it is none."""
    value = line(raw.get(field), reading)
    if not value:
        return None
    if re.fullmatch(r"\d{1,3}(?:\.\d+)?", value) and float(value) <= OLDEST:
        return int(float(value))
    reading.issue(field, value, "this is no age; it was left out", AGE_OWNER)
    return None
