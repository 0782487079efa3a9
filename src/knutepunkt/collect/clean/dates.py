"""Dates and moments as ISO text."""

import re
from datetime import datetime
from functools import lru_cache

PATTERNS = {
    "/": ("%m/%d/%Y %I:%M:%S %p", "%m/%d/%Y %H:%M:%S", "%m/%d/%Y %H:%M", "%m/%d/%Y", "%Y/%m/%d"),
    ".": ("%d.%m.%Y %H:%M:%S", "%d.%m.%Y %H:%M", "%d.%m.%Y", "%d.%m.%y"),
    "": ("%d %B %Y", "%B %d, %Y", "%b %d, %Y"),
}  # by their mark, since each try that fails takes long
MONTHS = {
    "januar": 1, "februar": 2, "mars": 3, "märz": 3, "april": 4, "mai": 5, "juni": 6, "juli": 7,
    "august": 8, "september": 9, "oktober": 10, "november": 11, "desember": 12, "dezember": 12,
}  # fmt: skip
WITH_MONTH = re.compile(r"^(\d{1,2})\.?\s+([a-zæøåä]+)\.?\s+(\d{4})$", re.IGNORECASE)
GLUED = re.compile(r"^(\d{4}-\d{2}-\d{2})(\d{2}:\d{2}(?::\d{2})?)$")


@lru_cache(maxsize=2000)  # most moments of a feed come more than once; none is long
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
    """A moment in one of the spellings of ``PATTERNS``, or as "1. mai 2027"; raises ValueError."""
    match = WITH_MONTH.match(text)
    if match and match.group(2).lower() in MONTHS:
        month = MONTHS[match.group(2).lower()]
        return datetime(int(match.group(3)), month, int(match.group(1)))  # noqa: DTZ001 - local
    for pattern in PATTERNS["/" if "/" in text else "." if "." in text else ""]:
        try:
            return datetime.strptime(text, pattern)  # noqa: DTZ007 - local by nature
        except ValueError:
            continue
    raise ValueError(text)


def day(value: str) -> str:
    """The ISO date of a date or moment; "" for nothing. Raises ValueError."""
    return moment(value)[:10]
