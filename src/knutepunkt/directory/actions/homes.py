"""Which group each record of a source belongs to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from knutepunkt.collect.messages import Read
from knutepunkt.directory import bulk
from knutepunkt.directory.actions.organisations import uuid_of
from knutepunkt.directory.actions.writing import Write, uid_for
from knutepunkt.directory.models import Claim, Group


@dataclass(slots=True)
class Homes:
    """The group of each record, and the UUIDs of the groups that are new."""

    of: dict[str, int] = field(default_factory=dict)
    new: dict[int, UUID] = field(default_factory=dict)


def homes_of(
    write: Write, reads: Iterable[Read], formerly: Mapping[str, tuple[int | None, str]]
) -> Homes:
    """The group of each record that is about one. ``formerly``: its group and group key before.

    A record stays in its group unless another group of the source has the record's new key
    already; a new record joins the group of its key, or of its UUID, or makes a group.
    """
    reads = [read for read in reads if read.draft.group is not None]
    by_key = groups_by_key(write, reads)
    by_uid = groups_by_uid(reads)
    homes = Homes()
    for read in reads:
        old_id, old_key = formerly.get(read.key, (None, ""))
        if old_id and (old_key == read.group_key or read.group_key not in by_key):
            homes.of[read.key] = by_key[read.group_key] = old_id
    for read in reads:
        known = by_key.get(read.group_key) or by_uid.get(given_uid(read))
        if known and read.key not in homes.of:
            homes.of[read.key] = by_key[read.group_key] = known
    make_homes(write, [read for read in reads if read.key not in homes.of], by_key, homes)
    return homes


def groups_by_key(write: Write, reads: Iterable[Read]) -> dict[str, int]:
    """The groups of this source by what their records share; standing claims count first."""
    keys = {read.group_key for read in reads}
    rows = Claim.objects.filter(source=write.source, group_key__in=keys, group__isnull=False)
    found: dict[str, int] = {}
    for key, group_id, withdrawn in rows.order_by("id").values_list(
        "group_key", "group_id", "withdrawn_at"
    ):
        if group_id and (withdrawn is None or key not in found):
            found[key] = group_id
    return found


def given_uid(read: Read) -> UUID | None:
    """The UUID the source itself gives the group."""
    return uuid_of(read.draft.group.uid) if read.draft.group and read.draft.group.uid else None


def groups_by_uid(reads: Iterable[Read]) -> dict[UUID | None, int]:
    """Groups, of any source, that have the UUIDs these records give."""
    uids = {uid for uid in map(given_uid, reads) if uid}
    if not uids:
        return {}
    return dict(Group.objects.filter(uid__in=uids).values_list("uid", "id"))


def make_homes(
    write: Write, homeless: Sequence[Read], by_key: dict[str, int], homes: Homes
) -> None:
    """Give each record that has no group a new one; records with one key share it."""
    if not homeless:
        return
    wanted: dict[str, UUID] = {}
    for read in homeless:
        wanted.setdefault(read.group_key, given_uid(read) or uid_for(write.source.pk, read.key))
    used = set(Group.objects.filter(uid__in=wanted.values()).values_list("uid", flat=True))
    for key, id_ in zip(wanted, bulk.free_ids(Group, len(wanted)), strict=True):
        uid = uuid4() if wanted[key] in used else wanted[key]
        used.add(uid)
        by_key[key], homes.new[id_] = id_, uid
    for read in homeless:
        homes.of[read.key] = by_key[read.group_key]
