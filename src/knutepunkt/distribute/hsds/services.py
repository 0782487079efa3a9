"""Groups as services: the one-to-one fields for lists, and everything for details and exports."""

from knutepunkt.collect.drafts import Step
from knutepunkt.collect.formats.hsds.profile import (
    CLAIMED,
    CONFIRMED,
    GROUP,
    ORDER,
    ROAD,
    GroupFacts,
)
from knutepunkt.distribute.handing import road
from knutepunkt.distribute.hsds.locations import at_locations, location_id
from knutepunkt.distribute.hsds.once import (
    Once,
    entry,
    shared_fact,
    written_basics,
    written_location,
    written_organisation,
)
from knutepunkt.distribute.hsds.organisations import description, words
from knutepunkt.distribute.hsds.rows import Row, told
from knutepunkt.distribute.hsds.schedules import schedule
from knutepunkt.distribute.hsds.written import Part, fact, listed, rows_under
from knutepunkt.distribute.published import PublishedGroup
from knutepunkt.distribute.uris import uri

STATUS = {
    "paused": "temporarily closed", "closed": "inactive", "ended": "defunct",
}  # fmt: skip


def basic_service(group: PublishedGroup) -> Row:
    """The fields of a service that are no lists, its organisation's among them."""
    row: Row = {"id": group.id, "name": group.name, "status": STATUS.get(group.state, "active")}
    row |= told(
        {
            "description": description(group.own_words),
            "url": uri(group.url),
            "application_process": group.how_to_join,
            "fees_description": group.fee,
            "minimum_age": group.minimum_age,
            "maximum_age": group.maximum_age,
            "assured_date": group.confirmed_on,
            "last_modified": group.updated_at.isoformat() if group.updated_at else "",
        }
    )
    if group.organisation:
        row["organization_id"] = group.organisation.id
        row["organization"] = written_basics(group.organisation)
    return row


def service(group: PublishedGroup, here: Step) -> Row:
    """Everything that may be told of a group. ``here`` is this node, for the end of the road."""
    return whole_service(group, basic_service(group), Once(here))


def whole_service(group: PublishedGroup, basic: Row, once: Once) -> Row:
    """A service from its plain fields, with the parts it shares with others of its batch."""
    row = dict(basic)
    if group.organisation:
        row["organization"] = written_organisation(group.organisation, once.node)
    row["schedules"] = listed(
        schedule(meeting, "service_id", group.id)
        for meeting in group.meetings
        if location_id(meeting) is None
    )
    row["service_at_locations"] = at_locations(group.id, group.meetings, written_location)
    row["languages"] = rows_under(group.id, "service_id", once.languages(group.terms))
    row["attributes"] = rows_under(
        group.id,
        "link_id",
        (*facts(group, once), *words(group.own_words, "service"), *once.terms(group.terms)),
    )
    row["metadata"] = rows_under(group.id, "resource_id", log(group))
    return row


def facts(group: PublishedGroup, once: Once) -> list[Part]:
    """The rows of the profile about the group itself."""
    own = GroupFacts(
        group.state, group.mode, group.accessibility,
        group.url if uri(group.url) != group.url else "", group.is_fictitious,
    )  # fmt: skip
    rows = [shared_fact(GROUP, own), shared_fact(ROAD, road(group.road, once.node))]
    if len(group.meetings) > 1:
        rows.append(fact(ORDER, "service", [meeting.id for meeting in group.meetings]))
    return rows


def log(group: PublishedGroup) -> list[Part]:
    """Who said that the group is right, and which sources speak of it."""
    confirmed = [
        entry(number, one.on, CONFIRMED, one.how, one.by)
        for number, one in enumerate(group.confirmations)
    ]
    claimed = [
        entry(number, (one.said_on or one.taken_in_at).date().isoformat(), CLAIMED, one.kind,
              one.name)
        for number, one in enumerate(group.claims)
    ]  # fmt: skip
    return confirmed + claimed
