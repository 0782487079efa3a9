"""Dates and moments as ISO text."""

import re
from datetime import datetime

PATTERNS = (
    "%m/%d/%Y %I:%M:%S %p", "%m/%d/%Y %H:%M:%S", "%m/%d/%Y %H:%M", "%m/%d/%Y", "%d.%m.%Y %H:%M:%S",
    "%d.%m.%Y %H:%M", "%d.%m.%Y", "%d.%m.%y", "%Y/%m/%d", "%d %B %Y", "%B %d, %Y", "%b %d, %Y",
)  # fmt: skip
GLUED = re.compile(r"^(\d{4}-\d{2}-\d{2})(\d{2}:\d{2}(?::\d{2})?)$")


def moment(value: str) -> str:
    """An ISO date or moment of what feeds write; "" for nothing.

    A date and time glued together are parted. Slashes mean month first, dots mean day first.
    Raises ValueError when it is no date.
    """
    text = value.strip()
    if not text:
        return ""
    text = GLUED.sub(r"\1 \2", text)
    try:
        parsed = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        parsed = spelled(text)
    is_date = ":" not in text
    return parsed.date().isoformat() if is_date else parsed.isoformat()


def spelled(text: str) -> datetime:
    """A moment in one of the spellings of ``PATTERNS``; raises ValueError."""
    for pattern in PATTERNS:
        try:
            return datetime.strptime(text, pattern)  # noqa: DTZ007 - local by nature
        except ValueError:
            continue
    raise ValueError(text)


def day(value: str) -> str:
    """The ISO date of a date or moment; "" for nothing. Raises ValueError."""
    return moment(value)[:10]
