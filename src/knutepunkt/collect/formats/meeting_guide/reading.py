"""Reads one Meeting Guide record into a draft."""

from knutepunkt.collect.clean.dates import moment
from knutepunkt.collect.clean.links import web_address
from knutepunkt.collect.clean.secrets import number_without_secrets, without_secrets
from knutepunkt.collect.clean.text import one_line, plain
from knutepunkt.collect.drafts import GroupDraft, MeetingDraft, OrganisationDraft, RecordDraft, Term
from knutepunkt.collect.errors import RecordRejected
from knutepunkt.collect.fingerprint import fingerprint
from knutepunkt.collect.formats.meeting_guide.attendance import mode_and_state, name_and_pause
from knutepunkt.collect.formats.meeting_guide.fields import contacts, extra
from knutepunkt.collect.formats.meeting_guide.place import place_of
from knutepunkt.collect.formats.meeting_guide.times import weekly_rule, when
from knutepunkt.collect.json_reading import NO_RECORD
from knutepunkt.collect.opened import RawRecord, Reading

OBJECTS = "the feed's owner: send objects"
OWNER = "the feed's owner: give every meeting a name"


def read(raw: RawRecord, reading: Reading) -> RecordDraft:
    """One meeting, with what the record says of its group and organisation."""
    if NO_RECORD in raw:
        raise RecordRejected("record", raw[NO_RECORD], "this is no record", OBJECTS)
    key = one_line(raw.get("slug")) or one_line(raw.get("id"))
    reading.record = key
    name, is_paused = name_and_pause(one_line(raw.get("name"), reading))
    if not name:
        raise RecordRejected("name", raw.get("name"), "the meeting has no name", OWNER)
    meeting = meeting_of(raw, name, reading, is_paused=is_paused)
    group = group_of(raw, name, meeting, reading)
    return RecordDraft(
        key=key,
        group=group,
        meetings=(meeting,),
        organisation=organisation_of(raw, reading),
        fingerprint=() if key else fingerprint(group, (meeting,)),
        said_on=said_on(raw, reading),
        extra=extra(raw, reading),
    )


def meeting_of(raw: RawRecord, name: str, reading: Reading, *, is_paused: bool) -> MeetingDraft:
    """When and where, in the record's own terms."""
    place = place_of(raw, reading)
    terms = terms_of(raw.get("types"))
    url = web_address(raw.get("conference_url"), "conference_url", reading)
    dial_in = number_without_secrets(one_line(raw.get("conference_phone")), reading)
    mode, state = mode_and_state(
        raw, place, terms, is_remote=bool(url or dial_in), is_paused=is_paused
    )
    start, minutes, timezone = when(raw, reading)
    notes = [raw.get("conference_url_notes"), raw.get("conference_phone_notes")]
    return MeetingDraft(
        name=name,
        rrule=weekly_rule(raw.get("day"), reading),
        start=start,
        minutes=minutes,
        timezone=timezone,
        mode=mode,
        place=place,
        online_url=url,
        online_notes=without_secrets("\n".join(filter(None, map(plain, notes))), reading),
        dial_in=dial_in,
        state=state,
        notes=without_secrets(plain(raw.get("notes"), reading), reading),
        url=web_address(raw.get("url"), "url", reading),
        terms=terms,
    )


def terms_of(types: object) -> tuple[Term, ...]:
    """The type codes letter by letter, from a list or a comma-separated text."""
    parts = types if isinstance(types, list) else str(types or "").split(",")
    codes = (one_line(part) for part in parts)
    return tuple(Term("meeting-guide", code) for code in dict.fromkeys(codes) if code)


def group_of(raw: RawRecord, name: str, meeting: MeetingDraft, reading: Reading) -> GroupDraft:
    """The group the record names, or the meeting itself as a group of its own."""
    group_name = one_line(raw.get("group"), reading)
    words = without_secrets(plain(raw.get("group_notes"), reading), reading)
    return GroupDraft(
        name=group_name or name,
        key=one_line(raw.get("group_id")) if group_name else "",
        own_words=(("", words),) if words else (),
        state="active" if group_name else meeting.state,
        url=web_address(raw.get("website"), "website", reading),
        contacts=contacts(raw),
    )


def organisation_of(raw: RawRecord, reading: Reading) -> OrganisationDraft | None:
    """The entity that runs the feed, as the record or the user names it."""
    if name := one_line(raw.get("entity"), reading):
        return OrganisationDraft(
            name, url=web_address(raw.get("entity_url"), "entity_url", reading)
        )
    return OrganisationDraft(reading.options.organisation) if reading.options.organisation else None


def said_on(raw: RawRecord, reading: Reading) -> str:
    """When the source last changed the record; the specification says UTC."""
    text = one_line(raw.get("updated"))
    try:
        said = moment(text)
    except ValueError:
        reading.issue("updated", text, "this is no date; it was left out", "the feed's owner: "
                      "write the moment of change as YYYY-MM-DD HH:MM:SS")  # fmt: skip
        return ""
    return f"{said}+00:00" if "T" in said and len(said) <= 26 and "+" not in said else said
