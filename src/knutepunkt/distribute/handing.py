"""What one node tells another: records that are exact, with the road they came by."""

from collections.abc import Sequence

from django.conf import settings
from msgspec.structs import replace

from knutepunkt.collect.drafts import (
    MeetingDraft,
    OrganisationDraft,
    PlaceDraft,
    RecordDraft,
    Step,
    Term,
)
from knutepunkt.directory.ourselves import node_id
from knutepunkt.distribute.drafting import held, organisation, record
from knutepunkt.distribute.parts import group_of
from knutepunkt.distribute.published import (
    PublishedGroup,
    PublishedMeeting,
    PublishedOrganisation,
    PublishedPlace,
    PublishedTerm,
)

ORGANISATION = "organisation-"


def here() -> Step:
    """This node, as the last one on a road."""
    return Step(node_id(), settings.KNUTEPUNKT_SITE.rstrip("/"))


def road(steps: Sequence[Step], node: Step) -> tuple[Step, ...]:
    """The nodes something came by, this one last, with the source it was had from."""
    if not steps:
        return (node,)
    *before, last = steps
    return (*before, Step(node.node, node.site, last.source))


def stated(group: PublishedGroup, node: Step) -> RecordDraft:
    """A group as its sources state it: the other node maps terms and looks up points itself."""
    terms = tuple(term(one) for one in group.terms if one.origin == "stated")
    told = record(group, terms, tuple(map(meeting, group.meetings)))
    owner = group.organisation
    return replace(
        told,
        group=replace(
            group_of(told),
            words_by=tuple((one.language, one.by, one.on) for one in group.own_words),
            is_fictitious=group.is_fictitious,
        ),
        organisation=who(owner, node) if owner else None,
        confirmations=tuple((one.by, one.how, one.on) for one in group.confirmations),
        road=road(group.road, node),
    )


def meeting(one: PublishedMeeting) -> MeetingDraft:
    """A meeting with its own id."""
    return held(one, one.key, place(one.place) if one.place else None, one.id)


def place(one: PublishedPlace) -> PlaceDraft:
    """A place the other node can place anew: a point it can look up itself is left out.

    The rounded point of an area is told; of a hidden place only the municipality, which is
    Norwegian.
    """
    is_told = one.disclosure == "area" or (one.disclosure == "exact" and not one.is_area)
    is_norwegian = one.disclosure == "hidden" and one.municipality_code
    return PlaceDraft(
        one.name, one.address, one.postal_code, one.city, one.region,
        "NO" if is_norwegian else one.country, one.municipality_code,
        one.latitude if is_told else None, one.longitude if is_told else None,
        one.disclosure, one.notes,
    )  # fmt: skip


def term(one: PublishedTerm) -> Term:
    """A term by its code; one of a source's own list with its words."""
    label = next(iter(one.names.values()), "") if one.kind == "local" else ""
    return Term(one.scheme, one.code, label)


def who(one: PublishedOrganisation, node: Step) -> OrganisationDraft:
    """An organisation with its road."""
    return replace(organisation(one), road=road(one.road, node))


def organisation_record(one: PublishedOrganisation, node: Step) -> RecordDraft:
    """A record that is about an organisation alone."""
    return RecordDraft(f"{ORGANISATION}{one.id}", None, organisation=who(one, node))
