"""Reads one whole service, or one organisation, into a draft."""

from knutepunkt.collect.clean.ids import as_uuid, real_id
from knutepunkt.collect.clean.links import web_address
from knutepunkt.collect.drafts import GroupDraft, RecordDraft, State
from knutepunkt.collect.errors import RecordRejected
from knutepunkt.collect.fingerprint import fingerprint
from knutepunkt.collect.formats.hsds import organisation, ours, place, terms
from knutepunkt.collect.formats.hsds.contacts import contacts_of
from knutepunkt.collect.formats.hsds.holidays import other_hours
from knutepunkt.collect.formats.hsds.meetings import links_of, meetings_of
from knutepunkt.collect.formats.hsds.values import (
    Pairs,
    age_of,
    kept,
    line,
    moment_of,
    row,
    rows,
    text,
    told,
)
from knutepunkt.collect.formats.hsds.wholes import LARGEST, TOO_LARGE
from knutepunkt.collect.formats.hsds.words import accessibility_of, fee_of
from knutepunkt.collect.formats.knutepunkt import reading as knutepunkt
from knutepunkt.collect.json_reading import NO_RECORD
from knutepunkt.collect.limits import MEBIBYTE
from knutepunkt.collect.opened import RawRecord, Reading

OWNER = "the feed's owner"
LARGE = f"more than {LARGEST // MEBIBYTE} MiB of rows belong to this one record; it was left out"
STATES: dict[str, State] = {
    "active": "active", "inactive": "paused", "defunct": "ended", "temporarily closed": "paused",
}  # fmt: skip
USED = frozenset(
    "name description url status application_process fees fees_description cost_options "
    "minimum_age maximum_age assured_date last_modified organization schedules languages "
    "attributes taxonomy_ids service_at_locations locations holiday_schedules".split()
)
USED_WITH_IDS = USED | {"organization_id", "program_id"}
USED_LINK = frozenset(
    "service_id location_id location description schedules attributes languages "
    "holiday_schedules".split()
)
USED_SCHEDULE = frozenset(
    "service_id location_id service_at_location_id location dtstart until count wkst freq interval "
    "byday weekday byweekno bymonthday byyearday timezone opens_at closes_at description "
    "attending_type notes schedule_link attributes languages".split()
)


def read(raw: RawRecord, reading: Reading) -> RecordDraft:
    """One service with its meetings, or one organisation without any. Raises RecordRejected."""
    for notice, count in row(raw.get("notices")).items():
        if isinstance(count, int):
            reading.notices[notice] = reading.notices.get(notice, 0) + count
    if owner := row(raw.get("organization")):
        if ours.is_ours(owner):
            return knutepunkt.read(ours.organisation_record(owner), reading)
        return organisation_alone(owner, reading)
    if service := row(raw.get("service")):
        if ours.is_ours(service) and not raw.get("service_at_location"):
            return knutepunkt.read(ours.record_of(service), reading)
        return service_of(raw, service, reading)
    raise refused(raw, reading)


def service_of(raw: RawRecord, service: RawRecord, reading: Reading) -> RecordDraft:
    """A service as a group."""
    key = key_of(raw, service)
    reading.record = key
    name = line(service.get("name") or service.get("alternate_name"), reading)
    if not name:
        who = f"{OWNER}: give every service a name"
        raise RecordRejected("name", "", "the service has no name", who)
    state = state_of(service, reading)
    meetings = meetings_of(service, state, reading)
    group = group_of(service, name, state, reading)
    return RecordDraft(
        key=key,
        group=group,
        meetings=meetings,
        organisation=organisation.organisation_of(service, reading),
        fingerprint=() if key else fingerprint(group, meetings),
        said_on=said_on(service, reading),
        confirmed_on=moment_of(service, "assured_date", reading),
        extra=tuple(dict.fromkeys(extra(service, reading))),
    )


def key_of(raw: RawRecord, service: RawRecord) -> str:
    """The service's id; the link's, when the record is a service at one location."""
    link = real_id(raw.get("service_at_location"))
    return f"service_at_location:{link}" if link else real_id(service.get("id"))


def state_of(service: RawRecord, reading: Reading) -> State:
    """The state; an unknown status is read as active, with an issue."""
    said = line(service.get("status"), reading).lower()
    if said and said not in STATES:
        who = f"{OWNER}: use active, inactive, defunct or temporarily closed"
        reading.issue("status", said, "there is no such status; it was read as active", who)
    return STATES.get(said, "active")


def group_of(service: RawRecord, name: str, state: State, reading: Reading) -> GroupDraft:
    """What a seeker joins, in the service's words."""
    words = text(service.get("description"), reading)
    id_ = real_id(service.get("id"))
    links = links_of(service)
    places = [row(link.get("location")) for link in links]
    return GroupDraft(
        name=name,
        key=id_,
        uid=as_uuid(id_),
        own_words=(("", words),) if words else (),
        state=state,
        how_to_join=text(service.get("application_process"), reading),
        fee=fee_of(service, reading),
        accessibility=accessibility_of(service, reading),
        minimum_age=age_of(service, "minimum_age", reading),
        maximum_age=age_of(service, "maximum_age", reading),
        url=web_address(line(service.get("url"), reading), "url", reading),
        terms=terms.terms_of(service, reading),
        contacts=contacts_of(service, *links, *places),
    )


def said_on(service: RawRecord, reading: Reading) -> str:
    """When the service was last changed; of its log's moments the latest."""
    if said := moment_of(service, "last_modified", reading):
        return said
    logged = (moment_of(entry, "last_action_date", reading)
              for entry in rows(service.get("metadata")))  # fmt: skip
    return max(logged, default="")


def extra(service: RawRecord, reading: Reading) -> Pairs:
    """Everything that no draft has a place for, of the service and of what belongs to it."""
    pairs = [*kept(service, USED_WITH_IDS, reading)]
    owner = row(service.get("organization"))
    if not owner and (id_ := real_id(service.get("organization_id"))):
        pairs.append(("organization_id", id_))
    pairs += organisation.rest_of(owner, reading)
    links = links_of(service)
    for link in links:
        location = row(link.get("location"))
        pairs += kept(link, USED_LINK, reading, "service_at_location.")
        pairs += place.rest_of(location, reading)
        pairs += terms.said_with(location, reading)
        if not location and (id_ := real_id(link.get("location_id"))):
            pairs.append(("location_id", id_))
    for holder in (service, *links):
        pairs += [*other_hours(holder, reading), *terms.said_with(holder, reading)]
        pairs += [pair for schedule in rows(holder.get("schedules"))
                  for pair in kept(schedule, USED_SCHEDULE, reading, "schedule.")]  # fmt: skip
    return tuple(pairs)


def organisation_alone(owner: RawRecord, reading: Reading) -> RecordDraft:
    """An organisation that offers no service. Raises RecordRejected."""
    id_ = real_id(owner.get("id"))
    reading.record = f"organization:{id_}" if id_ else ""
    draft = organisation.drafted(owner, reading)
    if not draft.name:
        who = f"{OWNER}: give every organisation a name"
        raise RecordRejected("name", "", "the organisation has no name", who)
    logged = said_on(owner, reading)
    return RecordDraft(
        key=reading.record,
        group=None,
        organisation=draft,
        fingerprint=() if id_ else (draft.name, draft.url, ""),
        said_on=logged,
        extra=organisation.rest_of(owner, reading),
    )


def refused(raw: RawRecord, reading: Reading) -> RecordRejected:
    """Why a record is none: no object, too large, rows without parents, or nothing of HSDS's."""
    if NO_RECORD in raw:
        who = f"{OWNER}: send objects"
        return RecordRejected("record", raw[NO_RECORD], "this is no record", who)
    if large := row(raw.get(TOO_LARGE)):
        reading.record = key_of({}, large)
        return RecordRejected("record", large.get("name", ""), LARGE, f"{OWNER}: split the record")
    orphans = row(raw.get("orphans"))
    if not orphans:
        who = "you: check that this is the right format"
        return RecordRejected("record", "", "this is neither service nor organisation", who)
    table, columns = told(orphans.get("table"), reading), told(orphans.get("columns"), reading)
    reading.record = f"orphans:{table}"
    problem = (
        f"{told(orphans.get('count'), reading)} of the rows of {table} point to nothing in the "
        "package; they were left out (the first is named)"
    )
    who = f"{OWNER}: let {columns or 'the links'} name rows that are there"
    return RecordRejected(columns, orphans.get("first"), problem, who)
