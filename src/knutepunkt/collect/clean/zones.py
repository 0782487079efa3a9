"""Time zones: IANA names, and the names Windows programs write instead."""

from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from tzlocal.windows_tz import win_tz

from knutepunkt.collect.opened import Reading

OWNER = "the feed's owner: write an IANA time zone such as Europe/Oslo"


@cache
def by_folded_name() -> dict[str, str]:
    """IANA names by their lower-case form."""
    return {name.lower(): name for name in available_timezones()}


@cache
def zone_named(text: str) -> str | None:
    """The IANA name of a zone written in IANA's or Windows' way, in any case; else None."""
    if name := by_folded_name().get(text.strip().replace(" ", "_").lower()):
        return name
    return win_tz.get(text.strip())


def zone(value: str, reading: Reading) -> str:
    """The IANA zone of a field; the source's default zone for nothing or nonsense."""
    default = reading.options.timezone
    if not value:
        reading.note(f"times without a zone were read as {default}")
        return default
    if name := zone_named(value):
        return name
    reading.issue("timezone", value, f"no such time zone; {default} was used", OWNER)
    return default


def is_zone(name: str) -> bool:
    """Say whether the name is an IANA time zone that this machine knows."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True
