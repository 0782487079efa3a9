"""Chooses and writes what is shown of groups, from every claim that stands about them."""

from collections.abc import Iterable, Iterator
from uuid import UUID

import msgspec
from django.db.models import QuerySet

from knutepunkt.collect.drafts import RecordDraft
from knutepunkt.directory.actions.groups import Target, write_groups
from knutepunkt.directory.actions.writing import Write
from knutepunkt.directory.models import Claim, Group
from knutepunkt.directory.shown import Said, shown


def show(write: Write, group_ids: Iterable[int]) -> None:
    """Show existing groups anew; those nobody speaks for any more become tombstones."""
    old = set(group_ids)
    if not old:
        return
    said = standing_claims(old)
    write_groups(write, [Target(id_, None, shown(claims)) for id_, claims in said.items()])
    bury(write, old - said.keys())


def show_new(write: Write, said: dict[int, list[Said]], uids: dict[int, UUID]) -> None:
    """Show groups that are new, from the claims just made about them."""
    write_groups(write, [Target(id_, uids[id_], shown(claims)) for id_, claims in said.items()])


def bury(write: Write, group_ids: Iterable[int]) -> None:
    """Make tombstones of groups that no claim stands for any more."""
    Group.objects.filter(pk__in=list(group_ids), withdrawn_at=None).update(
        withdrawn_at=write.moment, edition=write.edition
    )


def said_by(write: Write, draft: RecordDraft, organisation: int | None) -> Said:
    """A claim of the source that is being written."""
    return Said(write.source.kind, write.source.pk, author(draft), draft, organisation)


def author(draft: RecordDraft) -> str:
    """Who a group's words are shown as: its organisation, else the group itself."""
    if draft.organisation:
        return draft.organisation.name
    return draft.group.name if draft.group else ""


def standing_claims(group_ids: Iterable[int]) -> dict[int, list[Said]]:
    """Every claim, of any source, that still stands about some groups."""
    claims = Claim.objects.filter(group_id__in=list(group_ids), withdrawn_at=None)
    said: dict[int, list[Said]] = {}
    for group_id, one in said_with_group(claims):
        said.setdefault(group_id, []).append(one)
    return said


def said_in(claims: QuerySet[Claim]) -> list[Said]:
    """Some claims as the choice needs them."""
    return [one for _, one in said_with_group(claims)]


def said_with_group(claims: QuerySet[Claim]) -> Iterator[tuple[int, Said]]:
    """Each claim with the id of its group, oldest first."""
    rows = claims.exclude(group=None).order_by("id")
    for group_id, kind, source_id, statement, organisation in rows.values_list(
        "group_id", "source__kind", "source_id", "statement", "organisation_id"
    ):
        draft = draft_of(statement)
        yield group_id or 0, Said(kind, source_id, author(draft), draft, organisation)


def without_contacts(draft: RecordDraft) -> RecordDraft:
    """The draft as a statement keeps it: contacts stand apart, and are never published."""
    group, organisation = draft.group, draft.organisation
    if group is not None and group.contacts:
        draft = msgspec.structs.replace(draft, group=msgspec.structs.replace(group, contacts=()))
    if organisation is not None and organisation.contacts:
        organisation = msgspec.structs.replace(organisation, contacts=())
        draft = msgspec.structs.replace(draft, organisation=organisation)
    return draft


def draft_of(statement: object, contacts: Iterable[Iterable[str]] = ()) -> RecordDraft:
    """The draft a claim keeps, with its contacts put back."""
    draft = msgspec.convert(statement, RecordDraft)
    if not contacts or draft.group is None:
        return draft
    pairs = tuple((name, value) for name, value in contacts)
    group = msgspec.structs.replace(draft.group, contacts=pairs)
    return msgspec.structs.replace(draft, group=group)
