"""Gives groups our concepts anew when a vocabulary or its mappings have changed."""

from collections.abc import Iterator

from django.db import transaction

from knutepunkt.directory import bulk
from knutepunkt.directory.editions import next_edition
from knutepunkt.directory.enums import Origin
from knutepunkt.directory.models import Classification, Group
from knutepunkt.vocabulary import queries

PORTION = 2000
Row = tuple[int, int, str]


@transaction.atomic
def reclassify() -> int:
    """Work out the mapped concepts of every group; returns how many groups changed.

    What sources stated stays; groups whose concepts stay the same are not touched.
    """
    stated = Classification.objects.filter(origin=Origin.STATED)
    used = stated.values_list("concept_id", flat=True).distinct()
    ours = queries.counterparts(list(used))
    changed = [
        group_id for group_ids in portions() for group_id in brought_up_to_date(group_ids, ours)
    ]
    if changed:
        edition = next_edition()
        bulk.update(Group, ("edition",), [(edition, id_) for id_ in changed])
    return len(changed)


def portions() -> Iterator[list[int]]:
    """The ids of all groups, some at a time."""
    last = 0
    groups = Group.objects.order_by("pk")
    while ids := list(groups.filter(pk__gt=last).values_list("pk", flat=True)[:PORTION]):
        yield ids
        last = ids[-1]


def brought_up_to_date(group_ids: list[int], ours: dict[int, set[int]]) -> list[int]:
    """Rewrite the mapped concepts of the groups among these where they differ."""
    rows = Classification.objects.filter(
        group_id__gte=group_ids[0], group_id__lte=group_ids[-1]
    ).values_list("group_id", "concept_id", "origin")
    stated: dict[int, set[int]] = {}
    mapped: dict[int, set[int]] = {}
    for group_id, concept_id, origin in rows:
        kind = stated if origin == Origin.STATED else mapped
        kind.setdefault(group_id, set()).add(concept_id)
    wanted = {
        group_id: {one for id_ in ids for one in ours.get(id_, ())} - ids
        for group_id, ids in stated.items()
    }
    changed = [id_ for id_ in group_ids if wanted.get(id_, set()) != mapped.get(id_, set())]
    write(changed, wanted)
    return changed


def write(changed: list[int], wanted: dict[int, set[int]]) -> None:
    """Put the wanted mapped concepts in place of the ones there."""
    if not changed:
        return
    mapped = Classification.objects.filter(origin=Origin.MAPPED)
    mapped.filter(group_id__in=changed).delete()
    rows = [
        (group_id, concept_id, Origin.MAPPED.value)
        for group_id in changed
        for concept_id in sorted(wanted.get(group_id, ()))
    ]
    bulk.insert(Classification, ("group_id", "concept_id", "origin"), rows)
