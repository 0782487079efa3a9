"""Ids: those that name something, and those that only fill a column."""

import re

from knutepunkt.collect.clean.text import one_line

NOTHING = re.compile(r"^[0\s{}-]*$")
NO_VALUE = {"null", "none", "nan", "undefined", "n/a"}
UUID = re.compile(r"^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$")


def real_id(value: object) -> str:
    """The id as text; "" for nothing, "0", a nil UUID, or anything that is no single value."""
    if isinstance(value, (dict, list, tuple, bool)):
        return ""
    text = one_line(value)
    return "" if NOTHING.match(text) or text.lower() in NO_VALUE else text


def as_uuid(text: str) -> str:
    """The id in lower case when it is a UUID that names something, else ""."""
    folded = text.strip().strip("{}").lower()
    return folded if UUID.match(folded) and real_id(folded) else ""
