"""A meeting as a schedule: as much of its rule as HSDS has fields for, the rest in words."""

from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from knutepunkt.collect.drafts import MeetingDraft
from knutepunkt.collect.formats.hsds.profile import MEETING
from knutepunkt.directory.when import CODES, parts_of, time_of, when
from knutepunkt.distribute.drafting import held
from knutepunkt.distribute.hsds.rows import Row, told
from knutepunkt.distribute.hsds.written import Written, fact, inside, rows_under
from knutepunkt.distribute.published import PublishedMeeting
from knutepunkt.distribute.uris import uri

SAID = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTHDAY", "BYSETPOS"}
WINTER = datetime(2026, 1, 15)  # noqa: DTZ001 - the zone is put to it


def schedule(meeting: PublishedMeeting, field: str, holder: str) -> Written:
    """One meeting. ``field`` names the holder, what the schedule belongs to."""
    times = time_fields(
        meeting.rrule, meeting.first_on, meeting.last_on, meeting.start, meeting.minutes,
        meeting.timezone, meeting.except_on, meeting.also_on,
    )  # fmt: skip
    others = other_fields(meeting.mode, meeting.online_url or meeting.url, meeting.notes)
    attributes = rows_under(
        meeting.id, "link_id", (fact(MEETING, "schedule", told_whole(meeting)),)
    )
    ids = f'"id":"{meeting.id}","{field}":"{holder}"'.encode()
    return Written(b'{%b%b%b,"attributes":%b}' % (ids, times, others, attributes))


@lru_cache(maxsize=2000)
def time_fields(
    rrule: str,
    first_on: str,
    last_on: str,
    start: str,
    minutes: int | None,
    timezone: str,
    except_on: tuple[str, ...],
    also_on: tuple[str, ...],
) -> bytes:
    """The fields that tell when, as JSON: many meet at one time."""
    return inside(
        rule_fields(rrule)
        | told(
            {
                "dtstart": first_on,
                "until": last_on,
                "timezone": offset(timezone) if timezone else None,
                "opens_at": start,
                "closes_at": end_of(start, minutes),
                "description": in_words(rrule, first_on, last_on, start, minutes)
                + apart(except_on, also_on),
            }
        )
    )


@lru_cache(maxsize=1000)
def other_fields(mode: str, address: str, notes: str) -> bytes:
    """How people attend, as JSON: most tell nothing more."""
    row = {"attending_type": mode, "schedule_link": uri(address), "notes": notes}
    return inside(told(row))


def told_whole(meeting: PublishedMeeting) -> MeetingDraft:
    """All of a meeting but its place, letter by letter, for another node."""
    return held(meeting, meeting.key, None, meeting.id)


def rule_fields(rrule: str) -> Row:
    """The fields of a rule; none when HSDS would say it otherwise than it is."""
    parts = parts_of(rrule.upper())
    frequency, days = parts.get("FREQ", ""), parts.get("BYDAY", "")
    if position := parts.get("BYSETPOS", ""):
        days = f"{position}{days}" if days in CODES and position.lstrip("+-").isdigit() else ""
    if frequency == "DAILY" and parts.keys() <= {"FREQ", "UNTIL"}:
        frequency, days = "WEEKLY", ",".join(CODES)
    is_said = parts.keys() <= SAID and frequency in ("WEEKLY", "MONTHLY")
    if not is_said or ("BYSETPOS" in parts and not days):
        return {}
    return told(
        {
            "freq": frequency,
            "interval": int(parts.get("INTERVAL", "1")),
            "count": int(parts["COUNT"]) if "COUNT" in parts else None,
            "wkst": parts.get("WKST", ""),
            "byday": days,
            "bymonthday": parts.get("BYMONTHDAY", ""),
        }
    )


@lru_cache(maxsize=1000)
def offset(timezone: str) -> float:
    """Hours east of UTC in winter."""
    gap = WINTER.replace(tzinfo=ZoneInfo(timezone)).utcoffset()
    hours = gap.total_seconds() / 3600 if gap else 0.0
    return int(hours) if hours.is_integer() else hours


def end_of(start: str, minutes: int | None) -> str:
    """The end as HH:MM; "" when it is not known."""
    if not start or not minutes:
        return ""
    total = int(start[:2]) * 60 + int(start[3:]) + minutes
    return time_of(total)


def in_words(
    rrule: str, first_on: str, last_on: str, start: str, minutes: int | None
) -> str:  # fmt: skip
    """The rule in words."""
    return when(
        rrule=rrule,
        first_on=date.fromisoformat(first_on) if first_on else None,
        last_on=date.fromisoformat(last_on) if last_on else None,
        start=start,
        minutes=minutes,
    )


def apart(except_on: tuple[str, ...], also_on: tuple[str, ...]) -> str:
    """The days it is not held, and the extra ones."""
    never = f". Ikke {', '.join(except_on)}" if except_on else ""
    extra = f". Også {', '.join(also_on)}" if also_on else ""
    return never + extra
