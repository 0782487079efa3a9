"""HSDS 3.0 as NDJSON: a whole service on each line, with its organisation, places and schedules.

It cannot carry: states between active and closed, who may come and how disclosed a place is (terms
and omissions stand in), dates without a rule beyond the first (told in the schedule's description),
exceptions, time zones, more than one language of a text, and organisations without groups.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from uuid import UUID, uuid5

import msgspec

from knutepunkt.collect.drafts import MeetingDraft, OrganisationDraft, PlaceDraft, RecordDraft, Term
from knutepunkt.distribute.files import write_lines
from knutepunkt.distribute.parts import group_of, shown, words_of
from knutepunkt.distribute.spoken import end_of, rule_of, unsaid, weekly_days

ENCODE = msgspec.json.Encoder().encode
NAMESPACE = UUID("3c1b0b42-5c35-5a7e-8d4e-6a1f0d9f7b55")
STATUS = {"paused": "temporarily closed", "ended": "defunct"}
Fields = dict[str, object]


def write(records: Iterable[RecordDraft], path: Path) -> None:
    """Write the services, a line each."""
    write_lines(path, (ENCODE(service(record)) for record in records if record.group is not None))


def id_of(*what: str) -> str:
    """The same UUID for the same thing in every feed."""
    return str(uuid5(NAMESPACE, "/".join(what)))


def service(record: RecordDraft) -> Fields:
    """A group as a service."""
    group, own = group_of(record), id_of(record.key)
    found: Fields = {
        "id": own,
        "name": group.name,
        "description": words_of(group),
        "url": group.url,
        "status": STATUS.get(group.state, "active"),
        "application_process": group.how_to_join,
        "fees_description": group.fee,
        "minimum_age": group.minimum_age,
        "maximum_age": group.maximum_age,
        "assured_date": record.confirmed_on,
        "last_modified": f"{record.said_on}T12:00:00Z" if record.said_on else "",
        "organization": organisation(record.organisation),
        "languages": [language(own, term) for term in group.terms if term.scheme == "language"],
        "attributes": [
            attribute(own, term) for term in group.terms if term.scheme != "language"
        ],
        "service_at_locations": [
            at_location(own, record, meeting) for meeting in record.meetings
        ],
    }  # fmt: skip
    return said(found)


def said(fields: Fields) -> Fields:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value not in ("", None, [], {})}


def organisation(owner: OrganisationDraft | None) -> Fields:
    """The organisation behind the service; an independent group has none."""
    if owner is None:
        return {}
    words = "\n\n".join(text for _, text in owner.own_words)
    parent = id_of(owner.parent_key) if owner.parent_key else ""
    return said(
        {"id": id_of(owner.key), "name": owner.name, "description": words, "website": owner.url,
         "parent_organization_id": parent}
    )  # fmt: skip


def language(own: str, term: Term) -> Fields:
    """A language spoken in the group."""
    return {"id": id_of(own, "language", term.code), "code": term.code}


def attribute(own: str, term: Term) -> Fields:
    """A term with the taxonomy it is from."""
    told = {
        "id": id_of("term", term.scheme, term.code),
        "code": term.code,
        "name": term.code,
        "description": term.label or term.code,
        "taxonomy": term.scheme,
    }
    return {
        "id": id_of(own, term.scheme, term.code), "link_id": own, "link_entity": "service",
        "taxonomy_term": told,
    }  # fmt: skip


def at_location(own: str, record: RecordDraft, meeting: MeetingDraft) -> Fields:
    """A meeting as a schedule at a location of its own."""
    here = id_of(own, "at", meeting.key)
    return said(
        {
            "id": here,
            "description": meeting.name,
            "location": location(here, record, meeting),
            "schedules": [schedule(here, meeting)],
        }
    )


def location(here: str, record: RecordDraft, meeting: MeetingDraft) -> Fields:
    """The place, or an online one."""
    if meeting.place is None:
        return said({"id": id_of(here, "location"), "location_type": "virtual",
                     "url": meeting.online_url})  # fmt: skip
    place = shown(meeting.place)
    return said(
        {
            "id": id_of(here, "location"),
            "location_type": "physical",
            "name": place.name,
            "description": place.notes,
            "latitude": place.latitude,
            "longitude": place.longitude,
            "addresses": list(addresses(here, place)),
            "accessibility": list(accessibility(here, record)),
        }
    )


def addresses(here: str, place: PlaceDraft) -> Iterator[Fields]:
    """The address, when there is a town to tell."""
    if place.city:
        yield {
            "id": id_of(here, "address"), "address_1": place.address, "city": place.city,
            "state_province": "", "postal_code": place.postal_code, "country": "NO",
            "address_type": "physical",
        }  # fmt: skip


def accessibility(here: str, record: RecordDraft) -> Iterator[Fields]:
    """What is said of accessibility."""
    if text := group_of(record).accessibility:
        yield {"id": id_of(here, "accessibility"), "description": text}


def schedule(here: str, meeting: MeetingDraft) -> Fields:
    """The recurrence part by part; HSDS has no daily one, so that is every day of the week."""
    rule = rule_of(meeting.rrule)
    is_daily = rule.frequency == "DAILY"
    return said(
        {
            "id": id_of(here, "schedule"),
            "dtstart": meeting.first_on,
            "until": meeting.last_on,
            "freq": "WEEKLY" if is_daily else rule.frequency,
            "interval": rule.interval if rule.frequency else None,
            "count": rule.times or None,
            "byday": ",".join(weekly_days(meeting) if is_daily else rule.days),
            "bymonthday": rule.month_day,
            "opens_at": meeting.start,
            "closes_at": end_of(meeting),
            "attending_type": meeting.mode,
            "description": unsaid(meeting) if meeting.also_on or meeting.except_on else "",
        }
    )
