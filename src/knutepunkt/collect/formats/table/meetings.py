"""The meetings of a row."""

from msgspec.structs import replace

from knutepunkt.collect.clean.schedules import Rhythm
from knutepunkt.collect.clean.secrets import number_without_secrets
from knutepunkt.collect.clean.zones import zone
from knutepunkt.collect.drafts import MeetingDraft, Mode, PlaceDraft, State
from knutepunkt.collect.formats.table.days import date_of, dates_of
from knutepunkt.collect.formats.table.links import link_of
from knutepunkt.collect.formats.table.place import place_of
from knutepunkt.collect.formats.table.row import Row
from knutepunkt.collect.formats.table.terms import meeting_terms, mode_of
from knutepunkt.collect.formats.table.when import When, when_of

WHEN = "schedule weekday every date time season_start season_end also_on".split()


def meetings_of(row: Row, name: str, state: State) -> tuple[MeetingDraft, ...]:
    """One meeting for each rhythm; none when the row says neither when nor where."""
    place = place_of(row)
    url = link_of(row, "online_url")
    dial_in = number_without_secrets(row.one("dial_in"), row.reading)
    if not (place or url or dial_in or any(row.pairs(target) for target in WHEN)):
        return ()
    when = when_of(row)
    told_zone = row.one("timezone")
    has_time = any(one.start for one in when.rhythms)
    common = MeetingDraft(
        name=name,
        timezone=zone(told_zone, row.reading) if has_time or told_zone else "",
        mode=mode_of(row) or mode_seen(place, is_remote=bool(url or dial_in)),
        place=place,
        online_url=url,
        online_notes=row.one("online_notes"),
        dial_in=dial_in,
        state=state,
        notes=row.one("notes"),
        terms=meeting_terms(row),
    )
    return tuple(one_meeting(row, common, rhythm, when) for rhythm in when.rhythms)


def one_meeting(row: Row, common: MeetingDraft, rhythm: Rhythm, when: When) -> MeetingDraft:
    """The meeting of one rhythm, with its key when the row has several."""
    meeting = replace(
        common,
        key=f"{rhythm.rrule} {rhythm.start}".strip() if len(when.rhythms) > 1 else "",
        rrule=rhythm.rrule,
        start=rhythm.start,
        minutes=rhythm.minutes,
        notes=joined(common.notes, *when.kept),
    )
    if rhythm.rrule:
        return with_season(row, meeting, when)
    return with_dates(row, meeting, when)


def with_season(row: Row, meeting: MeetingDraft, when: When) -> MeetingDraft:
    """A regular meeting with its first and last day, and the days that are otherwise."""
    first = date_of(row, "season_start") or next(iter(when.dates), "")
    rest = (*when.dates, *dates_of(row, "also_on"))
    return replace(
        meeting,
        first_on=first,
        last_on=date_of(row, "season_end"),
        except_on=dates_of(row, "except_on"),
        also_on=tuple(sorted({day for day in rest if day != first})),
    )


def with_dates(row: Row, meeting: MeetingDraft, when: When) -> MeetingDraft:
    """A meeting on single dates; or by agreement, with the dates of its season as a note.

    Dates beside words that nobody understood are no single meetings, so they become a note too.
    """
    days = (*when.dates, *dates_of(row, "also_on"))
    if days and when.is_clear:
        rest = tuple(sorted({day for day in days if day != days[0]}))
        return replace(meeting, first_on=days[0], also_on=rest)
    season = " – ".join(filter(None, (date_of(row, "season_start"), date_of(row, "season_end"))))
    skipped = dates_of(row, "except_on")
    left = (", ".join(days), season, ", ".join(skipped))
    return replace(meeting, notes=joined(meeting.notes, *left))


def joined(*texts: str) -> str:
    """The texts that say something, on lines of their own."""
    return "\n".join(filter(None, texts))


def mode_seen(place: PlaceDraft | None, *, is_remote: bool) -> Mode:
    """The format that the place and the link tell when no word does."""
    is_here = place is not None and place.disclosure == "exact"
    if is_remote:
        return "hybrid" if is_here else "online"
    return "in-person" if is_here else ""
