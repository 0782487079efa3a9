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
from knutepunkt.distribute.hsds import terms
from knutepunkt.distribute.hsds.ids import id_of
from knutepunkt.distribute.hsds.locations import at_locations, location_id
from knutepunkt.distribute.hsds.once import (
    ENCODE,
    Once,
    listed,
    written_basics,
    written_fact,
    written_location,
    written_organisation,
)
from knutepunkt.distribute.hsds.organisations import description, words
from knutepunkt.distribute.hsds.rows import Row, attribute, told
from knutepunkt.distribute.hsds.schedules import schedule
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
    row["schedules"] = [
        schedule(meeting, {"service_id": group.id})
        for meeting in group.meetings
        if location_id(meeting) is None
    ]
    row["service_at_locations"] = at_locations(group.id, group.meetings, written_location)
    row["languages"] = terms.languages(group.terms, group.id)
    row["attributes"] = listed(
        (
            *facts(group, once),
            *map(ENCODE, words(group.own_words, group.id, "service")),
            *once.terms(group.terms, group.id),
        )
    )
    row["metadata"] = metadata(group)
    return row


def facts(group: PublishedGroup, once: Once) -> list[bytes]:
    """The rows of the profile about the group itself."""
    own = GroupFacts(
        group.state, group.mode, group.accessibility,
        group.url if uri(group.url) != group.url else "", group.is_fictitious,
    )  # fmt: skip
    rows = [
        written_fact(group.id, GROUP, own),
        written_fact(group.id, ROAD, road(group.road, once.node)),
    ]
    if len(group.meetings) > 1:
        order = [meeting.id for meeting in group.meetings]
        rows.append(ENCODE(attribute(group.id, "service", ORDER, order)))
    return rows


def metadata(group: PublishedGroup) -> list[Row]:
    """Who said that the group is right, and which sources speak of it."""
    rows = [
        entry(group.id, number, one.on, CONFIRMED, one.how, one.by)
        for number, one in enumerate(group.confirmations)
    ]
    rows += [
        entry(group.id, number, (one.said_on or one.taken_in_at).date().isoformat(), CLAIMED,
              one.kind, one.name)
        for number, one in enumerate(group.claims)
    ]  # fmt: skip
    return rows


def entry(link: str, number: int, on: str, what: str, how: str, by: str) -> Row:
    """One row of a service's log."""
    return {
        "id": id_of(link, what, str(number)),
        "resource_id": link,
        "resource_type": "service",
        "last_action_date": on,
        "last_action_type": what,
        "field_name": "",
        "previous_value": "",
        "replacement_value": how,
        "updated_by": by,
    }
