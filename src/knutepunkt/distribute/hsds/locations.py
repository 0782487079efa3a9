"""Where meetings are held, as locations and the services at them."""

from collections.abc import Callable, Sequence

from knutepunkt.collect.formats.hsds.profile import PLACE
from knutepunkt.distribute.handing import place as handed
from knutepunkt.distribute.hsds.ids import id_of
from knutepunkt.distribute.hsds.rows import Row, told
from knutepunkt.distribute.hsds.schedules import schedule
from knutepunkt.distribute.hsds.written import Written, fact, listed, rows_under
from knutepunkt.distribute.published import PublishedMeeting, PublishedPlace
from knutepunkt.distribute.uris import uri

# Any twelve digits: what is turned twice is the same again.
TURN = 0x5E1F4E1B0F0C


def at_locations(
    service: str,
    meetings: Sequence[PublishedMeeting],
    written: Callable[[PublishedMeeting], Written],
) -> Written:
    """The service at the place of each meeting that is held somewhere, which ``written`` tells."""
    rows = []
    for meeting in meetings:
        if (place := location_id(meeting)) is not None:
            id_ = turned(meeting.id)
            ids = f'"id":"{id_}","service_id":"{service}","location_id":"{place}"'.encode()
            held = schedule(meeting, "service_at_location_id", id_)
            rows.append(b'{%b,"schedules":[%b],"location":%b}' % (ids, held, written(meeting)))
    return listed(rows)


def link(service: str, meeting: PublishedMeeting) -> Row:
    """A service at the location of a meeting."""
    return {
        "id": turned(meeting.id),
        "service_id": service,
        "location_id": location_id(meeting),
    }


def turned(uid: str) -> str:
    """The id of a meeting's service at a location, and back again: only its end is turned.

    >>> turned(turned("0f9b6c1e-7a44-4b77-8d0e-0d5f8b7f1a22"))
    '0f9b6c1e-7a44-4b77-8d0e-0d5f8b7f1a22'
    """
    return f"{uid[:24]}{int(uid[24:], 16) ^ TURN:012x}"


def location_id(meeting: PublishedMeeting) -> str | None:
    """The UUID of where a meeting is held; None when it is nowhere in particular."""
    if meeting.place is not None:
        return meeting.place.id
    return id_of(meeting.id, "online") if meeting.online_url else None


def location(meeting: PublishedMeeting) -> Row:
    """Where a meeting is held."""
    return online(meeting) if meeting.place is None else whole_place(meeting.place)


def whole_place(place: PublishedPlace) -> Row:
    """A place with address and profile row."""
    return plain_place(place) | {
        "addresses": addresses(place),
        "attributes": rows_under(place.id, "link_id", (fact(PLACE, "location", handed(place)),)),
    }


def basic_location(meeting: PublishedMeeting) -> Row:
    """The fields of a location that are no lists."""
    return online(meeting) if meeting.place is None else plain_place(meeting.place)


def online(meeting: PublishedMeeting) -> Row:
    """A room that is nowhere."""
    row = {"id": location_id(meeting), "location_type": "virtual"}
    return row | told({"url": uri(meeting.online_url), "description": meeting.online_notes})


def plain_place(place: PublishedPlace) -> Row:
    """The fields of a place that are no lists."""
    row = {"id": place.id, "location_type": "physical"}
    return row | told(
        {
            "name": place.name,
            "description": place.notes,
            "latitude": place.latitude,
            "longitude": place.longitude,
        }
    )


def addresses(place: PublishedPlace) -> list[Row]:
    """The address as far as it may be told; none when there is nothing to tell."""
    city = place.city or place.municipality
    if not (place.address or city or place.postal_code):
        return []
    return [
        {
            "id": id_of(place.id, "address"),
            "location_id": place.id,
            "address_1": place.address,
            "city": city,
            "state_province": place.region,
            "postal_code": place.postal_code,
            "country": place.country,
            "address_type": "physical",
        }
    ]
