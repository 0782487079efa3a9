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
    has_time = any(one.start for one in when.rhythms)
    common = MeetingDraft(
        name=name,
        timezone=zone(row.one("timezone"), row.reading) if has_time else row.one("timezone"),
        last_on=date_of(row, "season_end"),
        except_on=dates_of(row, "except_on"),
        mode=mode_of(row) or mode_seen(place, is_remote=bool(url or dial_in)),
        place=place,
        online_url=url,
        online_notes=row.one("online_notes"),
        dial_in=dial_in,
        state=state,
        notes="\n".join(filter(None, (row.one("notes"), *when.kept))),
        terms=meeting_terms(row),
    )
    first = date_of(row, "season_start")
    also = dates_of(row, "also_on")
    return tuple(one_meeting(common, rhythm, when, first, also) for rhythm in when.rhythms)


def one_meeting(
    common: MeetingDraft, rhythm: Rhythm, when: When, first: str, also: tuple[str, ...]
) -> MeetingDraft:
    """The meeting of one rhythm; without a rule it happens on the dates that the row names."""
    days = tuple(dict.fromkeys((*when.dates, *also)))
    begins = first or (days[0] if days else "")
    rest = tuple(day for day in (also if rhythm.rrule else days) if day != begins)
    return replace(
        common,
        key=f"{rhythm.rrule} {rhythm.start}".strip() if len(when.rhythms) > 1 else "",
        rrule=rhythm.rrule,
        start=rhythm.start,
        minutes=rhythm.minutes,
        first_on=begins,
        also_on=rest,
    )


def mode_seen(place: PlaceDraft | None, *, is_remote: bool) -> Mode:
    """The format that the place and the link tell when no word does."""
    is_here = place is not None and place.disclosure == "exact"
    if is_remote:
        return "hybrid" if is_here else "online"
    return "in-person" if is_here else ""
