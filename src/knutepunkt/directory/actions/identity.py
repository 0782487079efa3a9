"""Keeps ids when sources without ids change a record, and parts groups that grew apart."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import combinations
from uuid import uuid4

from django.db.models import Count, QuerySet

from knutepunkt.collect.messages import Read
from knutepunkt.directory import bulk
from knutepunkt.directory.actions.groups import forget
from knutepunkt.directory.actions.showing import said_in, show, show_new
from knutepunkt.directory.actions.vanishing import parts
from knutepunkt.directory.actions.writing import Write
from knutepunkt.directory.models import Claim, Group, Meeting

Pair = tuple[int, int, str, str]


def pairs_of(fingerprint: Sequence[str]) -> list[Pair]:
    """Every two parts of a fingerprint that both say something, with their places."""
    told = [(number, part) for number, part in enumerate(fingerprint) if part]
    return [(a, b, first, second) for (a, first), (b, second) in combinations(told, 2)]


def take_over(write: Write, reads: Sequence[Read], missing: Collection[str]) -> set[str]:
    """Give new records the identity of missing ones they share two of three parts with.

    Only where exactly one new and one missing record fit each other. Returns the old keys that
    live on under a new one.
    """
    olds: dict[Pair, list[str]] = {}
    for key, fingerprint in fingerprints(write, missing):
        for pair in pairs_of(fingerprint):
            olds.setdefault(pair, []).append(key)
    fits = [
        (read.key, old)
        for read in reads
        for old in {key for pair in pairs_of(read.draft.fingerprint) for key in olds.get(pair, [])}
    ]
    news, formers = Counter(new for new, _ in fits), Counter(old for _, old in fits)
    sure = [(new, old) for new, old in fits if news[new] == 1 and formers[old] == 1]
    rename(write, {old: new for new, old in sure})
    return {old for _, old in sure}


def rename(write: Write, new_keys: dict[str, str]) -> None:
    """Let the claims and meetings of some records of the source go by other keys."""
    for part in parts(sorted(new_keys)):
        for model in (Claim, Meeting):
            rows = model._default_manager.filter(source=write.source, record__in=part)
            pairs = rows.values_list("record", "id")
            bulk.update(model, ("record",), [(new_keys[old], id_) for old, id_ in pairs])


def fingerprints(write: Write, records: Collection[str]) -> Iterable[tuple[str, list[str]]]:
    """The fingerprints that the claims of some records keep."""
    for part in parts(sorted(records)):
        claims = Claim.objects.filter(source=write.source, record__in=part)
        for record, statement in claims.values_list("record", "statement"):
            yield record, statement.get("fingerprint", [])


def part_groups(write: Write, group_ids: Collection[int]) -> set[int]:
    """Give the records that no longer share what made them one group a group of their own.

    The key that most records have keeps the group and its id. Returns the new groups' ids.
    """
    made: set[int] = set()
    for part in parts(sorted(map(str, group_ids))):
        mixed = (
            sent(write)
            .filter(group_id__in=list(map(int, part)))
            .values("group_id")
            .annotate(keys=Count("group_key", distinct=True))
            .filter(keys__gt=1)
        )
        for group_id in [row["group_id"] for row in mixed]:
            made |= part_group(write, group_id)
    return made


def sent(write: Write) -> QuerySet[Claim]:
    """The claims whose records the source still sends; those that are missing part no group."""
    return Claim.objects.filter(source=write.source, withdrawn_at=None, missing_since=None)


def part_group(write: Write, group_id: int) -> set[int]:
    """Part one group by the keys of its records; returns the ids of the new groups.

    Records that are gone go with those that share their key, to be among them when they return.
    """
    claims = Claim.objects.filter(source=write.source, group_id=group_id)
    standing = sent(write).filter(group_id=group_id).order_by("id")
    counted = Counter(standing.values_list("group_key", flat=True))
    leaving = [key for key, _ in counted.most_common()[1:]]
    uids = dict(zip(bulk.free_ids(Group, len(leaving)), iter(uuid4, None), strict=False))
    forget(write, [group_id])
    for key, id_ in zip(leaving, uids, strict=True):
        moving = claims.filter(group_key=key)
        show_new(write, {id_: said_in(moving.filter(withdrawn_at=None))}, uids)
        moving.update(group_id=id_)
    show(write, [group_id])
    return set(uids)
