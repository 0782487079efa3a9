"""What several formats ask of a record."""

from collections.abc import Iterable, Iterator

from knutepunkt.collect.drafts import GroupDraft, MeetingDraft, PlaceDraft, RecordDraft

NOTHING = MeetingDraft()
NOWHERE = PlaceDraft()


def held(records: Iterable[RecordDraft]) -> Iterator[tuple[str, RecordDraft, MeetingDraft]]:
    """Each meeting of each group with a key of its own; a group without any counts once."""
    for record in records:
        if record.group is None:
            continue
        for meeting in record.meetings or (NOTHING,):
            key = f"{record.key}-{meeting.key}" if meeting.key else record.key
            yield key, record, meeting


def group_of(record: RecordDraft) -> GroupDraft:
    """The group of a record that is about one."""
    if record.group is None:
        raise ValueError(record.key)
    return record.group


def words_of(group: GroupDraft) -> str:
    """What the group says of itself, all its languages one after the other."""
    return "\n\n".join(text for _, text in group.own_words)


def codes(record: RecordDraft, meeting: MeetingDraft, scheme: str) -> list[str]:
    """The codes of one scheme that the group and the meeting carry."""
    terms = (*group_of(record).terms, *meeting.terms)
    return list(dict.fromkeys(term.code for term in terms if term.scheme == scheme))


def shown(place: PlaceDraft | None) -> PlaceDraft:
    """What may be sent of a place to anybody: of an area the town, of a hidden place nothing."""
    if place is None or place.disclosure == "hidden":
        return NOWHERE
    if place.disclosure == "exact":
        return place
    return PlaceDraft(
        postal_code=place.postal_code, city=place.city, country=place.country, disclosure="area"
    )


def whole_address(place: PlaceDraft) -> str:
    """Street, postal code, town and country on one line, as far as they are told; "" for no place.

    A country alone is no address, and none is told that the place does not have.
    """
    town = f"{place.postal_code} {place.city}".strip()
    country = "Norway" if place.country == "NO" else place.country
    return ", ".join(filter(None, (place.address, town, country))) if place.address or town else ""
