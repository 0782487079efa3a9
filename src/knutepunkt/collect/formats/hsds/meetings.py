"""Each schedule of a service, at each location it holds for, as a meeting."""

from dataclasses import dataclass

from msgspec.structs import replace

from knutepunkt.collect.clean.links import web_address
from knutepunkt.collect.clean.modes import mode_in
from knutepunkt.collect.clean.text import one_line
from knutepunkt.collect.drafts import MeetingDraft, Mode, State
from knutepunkt.collect.formats.hsds.holidays import closed_days
from knutepunkt.collect.formats.hsds.place import NAMING, is_virtual, place_of
from knutepunkt.collect.formats.hsds.recurrence import recurrence
from knutepunkt.collect.formats.hsds.terms import terms_of
from knutepunkt.collect.formats.hsds.values import line, row, rows, text
from knutepunkt.collect.formats.hsds.zones import when
from knutepunkt.collect.opened import RawRecord, Reading

ATTENDING: dict[str, Mode] = {
    "in-person": "in-person", "in person": "in-person", "in_person": "in-person",
    "physical": "in-person", "venue": "in-person", "online": "online", "virtual": "online",
    "remote": "online", "hybrid": "hybrid",
}  # fmt: skip
TWICE = "schedules told twice were read once"


@dataclass(frozen=True, slots=True)
class Held:
    """A schedule at a location; either may be empty."""

    link: RawRecord
    schedule: RawRecord

    def key(self) -> str:
        """What parts this meeting from the service's others, whatever their order."""
        place = one_line(self.link.get("id")) or one_line(row(self.link.get("location")).get("id"))
        return "/".join(filter(None, (place, one_line(self.schedule.get("id")))))


def meetings_of(service: RawRecord, state: State, reading: Reading) -> tuple[MeetingDraft, ...]:
    """The meetings, at least one; those that say the same twice only once."""
    meetings: dict[str, MeetingDraft] = {}
    for held in held_of(service):
        meeting = meeting_of(held, service, state, reading)
        key = held.key() if held.schedule.get("id") or not held.schedule else (
            f"{held.key()}/{meeting.rrule} {meeting.first_on} {meeting.start}".strip("/ ")
        )  # fmt: skip
        if key in meetings:
            reading.note(TWICE)
        meetings.setdefault(key, keyed(meeting, key))
    return tuple(meetings.values())


def keyed(meeting: MeetingDraft, key: str) -> MeetingDraft:
    """The meeting under its key."""
    return replace(meeting, key=key)


def links_of(service: RawRecord) -> list[RawRecord]:
    """The service's locations, each with what is said of the service there."""
    bare = [{"location": location} for location in rows(service.get("locations"))]
    return [*rows(service.get("service_at_locations")), *bare]


def held_of(service: RawRecord) -> list[Held]:
    """Which schedule holds where.

    A location's schedules for the service come first. The service's own hold for the location they
    name, else for every location without schedules of its own, else for no location in particular.
    """
    links = links_of(service)
    held = [Held(link, schedule) for link in links for schedule in rows(link.get("schedules"))]
    told = {one_line(item.schedule.get("id")) for item in held} - {""}
    bound: list[Held] = []
    for schedule in rows(service.get("schedules")):
        if one_line(schedule.get("id")) not in told:
            bound += [Held(link, schedule) for link in links_for(schedule, links)]
    busy = [item.link for item in (*held, *bound)]
    idle = [link for link in links if not any(link is other for other in busy)]
    return [*held, *bound, *(Held(link, {}) for link in idle)] or [Held({}, {})]


def links_for(schedule: RawRecord, links: list[RawRecord]) -> list[RawRecord]:
    """The locations a schedule of the whole service holds for."""
    at, location = (one_line(schedule.get(name)) for name in ("service_at_location_id",
                                                              "location_id"))  # fmt: skip
    if at or location:
        named = [link for link in links
                 if (at and one_line(link.get("id")) == at)
                 or (location and location == location_id(link))]  # fmt: skip
        if named:
            return named
    if schedule.get("location"):
        return [{"location": schedule["location"]}]
    return [link for link in links if not rows(link.get("schedules"))] or [{}]


def location_id(link: RawRecord) -> str:
    """The id of a link's location."""
    return one_line(row(link.get("location")).get("id") or link.get("location_id"))


def meeting_of(held: Held, service: RawRecord, state: State, reading: Reading) -> MeetingDraft:
    """When and where, in the schedule's own terms."""
    schedule, location = held.schedule, row(held.link.get("location"))
    recurs = recurrence(schedule, reading)
    start, minutes, timezone = when(schedule, reading) if schedule else ("", None, "")
    place = place_of(location, reading)
    attending = line(schedule.get("attending_type"), reading)
    here: Mode = "online" if is_virtual(location, reading) else "in-person" if place else ""
    mode = ATTENDING.get(attending.lower()) or mode_in(attending) or here
    terms = [term for holder in (held.link, location, schedule)
             for term in terms_of(holder, reading)]  # fmt: skip
    return MeetingDraft(
        name=line(service.get("name") or service.get("alternate_name"), reading),
        rrule=recurs.rrule,
        first_on=recurs.first_on,
        last_on=recurs.last_on,
        start=start,
        minutes=minutes,
        timezone=timezone,
        except_on=closed_days((service, held.link, location), recurs.rrule, reading),
        mode=mode,
        place=None if mode == "online" else place,
        online_url=online_url(location, reading),
        online_notes=online_notes(location, reading),
        state=state,
        notes=notes_of(held, attending if attending.lower() not in ATTENDING else "", reading),
        url=web_address(line(schedule.get("schedule_link"), reading), "schedule_link", reading),
        terms=tuple(dict.fromkeys(terms)),
    )


def online_url(location: RawRecord, reading: Reading) -> str:
    """The address of a virtual location."""
    if not is_virtual(location, reading):
        return ""
    return web_address(line(location.get("url"), reading), "location.url", reading)


def online_notes(location: RawRecord, reading: Reading) -> str:
    """What a virtual location says of itself."""
    fields = NAMING if is_virtual(location, reading) else ()
    return "\n".join(filter(None, (text(location.get(field), reading) for field in fields)))


def notes_of(held: Held, attending: str, reading: Reading) -> str:
    """What the schedule and the link say in free words, each once."""
    told = (text(held.link.get("description"), reading),
            text(held.schedule.get("description"), reading),
            attending, text(held.schedule.get("notes"), reading))  # fmt: skip
    return "\n".join(dict.fromkeys(filter(None, told)))
