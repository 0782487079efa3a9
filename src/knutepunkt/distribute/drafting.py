"""A published group as the record another node or program would read: for formats of records."""

from collections.abc import Iterable, Iterator

from knutepunkt.collect.drafts import (
    GroupDraft,
    MeetingDraft,
    OrganisationDraft,
    PlaceDraft,
    RecordDraft,
    Term,
)
from knutepunkt.distribute.published import (
    OwnWords,
    PublishedGroup,
    PublishedMeeting,
    PublishedOrganisation,
    PublishedPlace,
    PublishedTerm,
)


def draft_of(group: PublishedGroup, language: str = "nb") -> RecordDraft:
    """The record a reader of groups makes out, every term and meeting told by its own id.

    Terms that a mapping brought are among the group's, named in ``language``.
    """
    terms = tuple(named(term, language) for term in group.terms)
    return record(group, terms, tuple(meeting(one, one.id) for one in group.meetings))


def record(
    group: PublishedGroup, terms: tuple[Term, ...], meetings: tuple[MeetingDraft, ...]
) -> RecordDraft:
    """A record with everything but what ``drafts`` has no place for."""
    return RecordDraft(
        key=group.id,
        group=GroupDraft(
            group.name, group.id, group.id, words(group.own_words), group.state, group.mode,
            group.how_to_join, group.fee, group.accessibility, group.minimum_age,
            group.maximum_age, group.url, terms,
        ),
        meetings=meetings,
        organisation=organisation(group.organisation) if group.organisation else None,
        said_on=group.updated_at.isoformat() if group.updated_at else "",
        confirmed_on=group.confirmed_on,
    )  # fmt: skip


def words(said: Iterable[OwnWords]) -> tuple[tuple[str, str], ...]:
    """Own words as (language, text) pairs."""
    return tuple((one.language, one.text) for one in said)


def named(term: PublishedTerm, language: str) -> Term:
    """A term with its name in a language, else in whatever language it has one."""
    name = term.names.get(language) or next(iter(term.names.values()), term.code)
    return Term(term.scheme, term.code, name)


def meeting(one: PublishedMeeting, key: str) -> MeetingDraft:
    """A meeting under a key of its own."""
    return held(one, key, place(one.place) if one.place else None)


def held(one: PublishedMeeting, key: str, at: PlaceDraft | None, uid: str = "") -> MeetingDraft:
    """A meeting at a place that is told already, or left out."""
    return MeetingDraft(
        key, one.name, one.rrule, one.first_on, one.last_on, one.start, one.minutes, one.timezone,
        one.except_on, one.also_on, one.mode, at, one.online_url, one.online_notes, one.dial_in,
        one.state, one.notes, one.url, one.terms, uid,
    )  # fmt: skip


def place(one: PublishedPlace) -> PlaceDraft:
    """A place; a point that was only looked up is left to whoever reads."""
    is_told = one.point_from == "source"
    point = (one.latitude, one.longitude) if is_told else (None, None)
    return PlaceDraft(
        one.name, one.address, one.postal_code, one.city, one.region, one.country,
        one.municipality, *point, one.disclosure, one.notes,
    )  # fmt: skip


def organisation(one: PublishedOrganisation) -> OrganisationDraft:
    """Who stands behind the group."""
    return OrganisationDraft(
        name=one.name,
        key=one.id,
        legal_id=one.legal_id,
        parent_key=one.parent,
        own_words=words(one.own_words),
        url=one.url,
        is_fictitious=one.is_fictitious,
    )


def drafts_of(groups: Iterable[PublishedGroup], language: str = "nb") -> Iterator[RecordDraft]:
    """Each group as a record."""
    return (draft_of(group, language) for group in groups)
