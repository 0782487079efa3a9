"""Takes records of a source into the directory: claims first, then the groups they make."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import msgspec

from knutepunkt.collect.differences import Difference, differences, is_moved_or_rewired
from knutepunkt.collect.drafts import RecordDraft
from knutepunkt.collect.messages import Read
from knutepunkt.directory import bulk
from knutepunkt.directory.actions.groups import forget
from knutepunkt.directory.actions.homes import Homes, homes_of
from knutepunkt.directory.actions.organisations import organisation_ids
from knutepunkt.directory.actions.showing import (
    draft_of,
    said_by,
    show,
    show_new,
    without_contacts,
)
from knutepunkt.directory.actions.writing import Write, moment_of
from knutepunkt.directory.models import Claim
from knutepunkt.directory.shown import Said

ENCODE = msgspec.json.Encoder().encode
SAID = (
    "digest", "group_id", "group_key", "organisation_id", "statement", "contacts", "issues",
    "said_on", "taken_in_at", "missing_since", "withdrawn_at",
)  # fmt: skip


class Known(NamedTuple):
    """A claim that stands in the database already."""

    id: int
    record: str
    group_id: int | None
    group_key: str
    statement: object
    contacts: list[list[str]]
    is_gone: bool


@dataclass(slots=True)
class Taken:
    """What a batch came to, by record key; ``moved`` counts other addresses and phones."""

    created: list[str] = field(default_factory=list)
    changed: dict[str, list[Difference]] = field(default_factory=dict)
    unchanged: list[str] = field(default_factory=list)
    groups: set[int] = field(default_factory=set)
    moved: int = 0


def take_in(write: Write, reads: Sequence[Read]) -> Taken:
    """Take in some records of one source; the ones already known are compared and replaced.

    Must run in a transaction. Groups that gain, lose or change a record are shown anew.
    """
    known = known_claims(write, [read.key for read in reads])
    taken = Taken()
    news = [read for read in reads if is_news(read, known.get(read.key), taken)]
    homes = homes_of(write, news, {key: (old.group_id, old.group_key) for key, old in
                                   known.items()})  # fmt: skip
    organisations = organisation_ids(write, [read.draft.organisation for read in news])
    organisations_of_the_rest(write, reads, taken)
    left = {known[read.key].group_id for read in news if read.key in known}
    forget(write, sorted(id_ for id_ in left if id_))
    show_firsts(write, news, homes, organisations)
    write_claims(write, news, known, homes, organisations)
    write_digests(reads, known, taken)
    taken.groups = {id_ for id_ in homes.of.values() if id_}
    show(write, {id_ for id_ in left if id_} | taken.groups - homes.new.keys())
    return taken


def organisations_of_the_rest(write: Write, reads: Iterable[Read], taken: Taken) -> None:
    """Take in what records without news say of their organisations: contacts are kept there."""
    same = set(taken.unchanged)
    organisation_ids(write, [read.draft.organisation for read in reads if read.key in same])


def known_claims(write: Write, keys: Sequence[str]) -> dict[str, Known]:
    """The claims the source made before, by record key."""
    if write.is_first:
        return {}
    rows = Claim.objects.filter(source=write.source, record__in=keys).values_list(
        "id", "record", "group_id", "group_key", "statement", "contacts", "missing_since"
    )
    return {row[1]: Known(*row[:6], row[6] is not None) for row in rows}


def is_news(read: Read, known: Known | None, taken: Taken) -> bool:
    """Say whether the record says something new, and note in ``taken`` what it is."""
    if known is None:
        taken.created.append(read.key)
        return True
    before, after = draft_of(known.statement, known.contacts), kept(read.draft)
    what = differences(before, after)
    if not what and not known.is_gone:
        taken.unchanged.append(read.key)
        return False
    taken.moved += is_moved_or_rewired(before, after)
    taken.changed[read.key] = what
    return True


def kept(draft: RecordDraft) -> RecordDraft:
    """The draft as its claim keeps it: the organisation's contacts stand with the organisation."""
    organisation = draft.organisation
    if organisation is None or not organisation.contacts:
        return draft
    organisation = msgspec.structs.replace(organisation, contacts=())
    return msgspec.structs.replace(draft, organisation=organisation)


def write_digests(reads: Iterable[Read], known: dict[str, Known], taken: Taken) -> None:
    """Remember the bytes of records that changed in a way that says nothing new.

    What they are faulted for may have changed all the same: a value left out before can be mended
    by leaving it out at the source.
    """
    same = set(taken.unchanged)
    rows = [
        (read.digest, issues_json(read.draft), known[read.key].id)
        for read in reads
        if read.key in same
    ]
    bulk.update(Claim, ("digest", "issues"), rows)


def issues_json(draft: RecordDraft) -> str | None:
    """The issues of a record for their column; None when there are none."""
    return ENCODE(draft.issues).decode() if draft.issues else None


def write_claims(
    write: Write,
    reads: Sequence[Read],
    known: dict[str, Known],
    homes: Homes,
    organisations: Sequence[int | None],
) -> None:
    """Insert new claims and replace known ones."""
    new, old = [], []
    for read, organisation in zip(reads, organisations, strict=True):
        row = claim_row(write, read, homes.of.get(read.key), organisation)
        if read.key in known:
            old.append((*row, known[read.key].id))
        else:
            new.append((write.source.pk, read.key, *row))
    bulk.insert(Claim, ("source_id", "record", *SAID), new)
    bulk.update(Claim, SAID, old)


def claim_row(
    write: Write, read: Read, group_id: int | None, organisation: int | None
) -> tuple[bulk.Value, ...]:
    """A claim in the order of ``SAID``: contacts and issues in columns of their own."""
    draft, contacts = read.draft, read.draft.group.contacts if read.draft.group else ()
    statement = msgspec.structs.replace(without_contacts(draft), issues=())
    return (
        read.digest, group_id, read.group_key, organisation, ENCODE(statement).decode(),
        ENCODE(contacts).decode(), issues_json(draft),
        moment_of(draft.said_on), write.now, None, None,
    )  # fmt: skip


def show_firsts(
    write: Write, reads: Sequence[Read], homes: Homes, organisations: Sequence[int | None]
) -> None:
    """Write the groups that are new, before the claims that point to them."""
    said: dict[int, list[Said]] = {}
    for read, organisation in zip(reads, organisations, strict=True):
        home = homes.of.get(read.key)
        if home in homes.new:
            said.setdefault(home, []).append(said_by(write, read.draft, organisation))
    show_new(write, said, homes.new)
