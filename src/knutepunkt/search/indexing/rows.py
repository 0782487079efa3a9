"""The meetings of a group as the index keeps them."""

from knutepunkt.search.index.record import FORMAT_BITS, HYBRID, Row, Times
from knutepunkt.search.indexing.facts import GroupFacts, MeetingFacts

NOT_HELD = frozenset({"paused", "ended"})


def rows_of(facts: GroupFacts) -> list[Row]:
    """A row for each meeting, or one for a group without any."""
    is_met = facts.state not in NOT_HELD
    if not facts.meetings:
        return [Row(formats=ways(facts.mode), is_held=is_met)]
    return [row_of(meeting, facts.mode, is_met=is_met) for meeting in facts.meetings]


def row_of(meeting: MeetingFacts, mode: str, *, is_met: bool) -> Row:
    """A meeting as the index keeps it."""
    municipality, county = areas_of(meeting)
    place = meeting.place
    return Row(
        times_of(meeting),
        place.latitude if place else None,
        place.longitude if place else None,
        municipality,
        county,
        ways(meeting.mode or mode) | (HYBRID if mode == "hybrid" else 0),
        is_met and meeting.state not in NOT_HELD,
    )


def ways(mode: str) -> int:
    """The bits of a way to meet; who meets in a hybrid way also meets in person and online."""
    return sum(FORMAT_BITS.values()) if mode == "hybrid" else FORMAT_BITS.get(mode, 0)


def times_of(meeting: MeetingFacts) -> Times | None:
    """When a meeting takes place; None by agreement."""
    if not (meeting.rrule or meeting.first_on or meeting.also_on):
        return None
    return Times(
        meeting.rrule, meeting.first_on, meeting.last_on, meeting.except_on, meeting.also_on,
        meeting.start, meeting.zone,
    )  # fmt: skip


def areas_of(meeting: MeetingFacts) -> tuple[str, str]:
    """The municipality and the county of a meeting as values of their facets."""
    return (
        f"municipality:{meeting.municipality}" if meeting.municipality else "",
        f"county:{meeting.county}" if meeting.county else "",
    )
