"""Writes groups as they are shown: the row, its meetings and places, its concepts."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID, uuid4

import msgspec
from django.db.models import Max

from knutepunkt.collect.drafts import MeetingDraft
from knutepunkt.directory import bulk
from knutepunkt.directory.actions.organisations import uuid_of
from knutepunkt.directory.actions.places import place_ids
from knutepunkt.directory.actions.writing import MeetingKey, Write, moment_of, uid_for
from knutepunkt.directory.models import Classification, Confirmation, Group, Meeting
from knutepunkt.directory.shown import Shown

ENCODE = msgspec.json.Encoder().encode

VALUES = (
    "name", "organisation_id", "own_words", "state", "mode", "how_to_join", "fee", "accessibility",
    "minimum_age", "maximum_age", "url", "updated_at", "confirmed_on", "withdrawn_at", "edition",
    "road",
)  # fmt: skip
NEW = ("id", "uid", "is_fictitious", "is_published", "added_at", *VALUES)
MEETING = (
    "uid", "group_id", "source_id", "record", "key", "name", "rrule", "first_on", "last_on",
    "start", "minutes", "timezone", "except_on", "also_on", "mode", "place_id", "online_url",
    "online_notes", "dial_in", "state", "notes", "url", "terms",
)  # fmt: skip


class Target(NamedTuple):
    """A group to write: its id, the UUID of a new one, and what is to be shown."""

    id: int
    uid: UUID | None
    shown: Shown


def write_groups(write: Write, targets: Sequence[Target]) -> None:
    """Write each group, replacing the meetings and concepts of those that exist."""
    new = [target for target in targets if target.uid is not None]
    old = [target for target in targets if target.uid is None]
    bulk.insert(
        Group,
        NEW,
        [
            (target.id, target.uid.hex, is_fictitious(write, target.shown), True, write.now,
             *values(write, target.shown))
            for target in new if target.uid is not None
        ],
    )  # fmt: skip
    known = confirmed([target.id for target in old])
    bulk.update(Group, VALUES, [(*values(write, t.shown, known.get(t.id, "")), t.id) for t in old])
    forget(write, [target.id for target in old])
    write_meetings(write, targets)
    write_concepts(write, targets)
    write_confirmations(write, targets)


def confirmed(group_ids: Sequence[int]) -> dict[int, str]:
    """The latest day, as ISO text, that somebody confirmed each group, whatever sources say."""
    if not group_ids:
        return {}
    rows = Confirmation.objects.filter(group_id__in=group_ids).values_list("group_id")
    return {id_: day.isoformat() for id_, day in rows.annotate(Max("confirmed_on")) if day}


def values(write: Write, shown: Shown, confirmed_on: str = "") -> tuple[bulk.Value, ...]:
    """The shown values in the order of ``VALUES``. ``confirmed_on``: a day known already."""
    group = shown.group
    return (
        group.name, shown.organisation_id, json(shown.own_words), group.state, group.mode,
        group.how_to_join, group.fee, group.accessibility, *ages(group.minimum_age,
        group.maximum_age), group.url, moment_of(shown.updated_on),
        max(shown.confirmed_on, confirmed_on) or None,
        None, write.edition, json(shown.road),
    )  # fmt: skip


def is_fictitious(write: Write, shown: Shown) -> bool:
    """Say whether the source is an example, or says that the group is one."""
    return write.source.is_fictitious or shown.group.is_fictitious


def ages(least: int | None, most: int | None) -> tuple[int | None, int | None]:
    """The ages, turned round when a source has them the wrong way."""
    if least is not None and most is not None and least > most:
        return most, least
    return least, most


def json(value: object) -> str:
    """JSON text for a column."""
    return ENCODE(value).decode()


def forget(write: Write, group_ids: Sequence[int]) -> None:
    """Take away the meetings and concepts of groups; the meetings' ids wait for their successors.

    Must come before a record's meetings are written to another group than before.
    """
    if not group_ids:
        return
    meetings = Meeting.objects.filter(group_id__in=group_ids).order_by("id")
    counted: Counter[tuple[str, str, str]] = Counter()
    for source, record, key, uid in meetings.values_list("source_id", "record", "key", "uid"):
        place = (source or "", record, key)
        write.meeting_uids[*place, counted[place]] = uid.hex
        counted[place] += 1
    meetings.delete()
    Classification.objects.filter(group_id__in=group_ids).delete()


def write_meetings(write: Write, targets: Iterable[Target]) -> None:
    """Insert every meeting; one that was there keeps its id."""
    told = [(target.id, *meeting) for target in targets for meeting in target.shown.meetings]
    places = place_ids((m.place, m.timezone) for *_, m in told if m.place is not None)
    given = [known.hex if (known := uuid_of(meeting.uid)) else "" for *_, meeting in told]
    uids = uids_of_meetings(write, meeting_keys(told), given)
    rows = []
    for uid, (group_id, source, record, meeting) in zip(uids, told, strict=True):
        place = places[meeting.place, meeting.timezone] if meeting.place else None
        rows.append(meeting_row(uid, group_id, source, record, meeting, place))
    bulk.insert(Meeting, MEETING, rows)


def meeting_keys(told: Iterable[tuple[int, str, str, MeetingDraft]]) -> list[MeetingKey]:
    """What each meeting is known by: source, record, key, and a number where these are shared."""
    counted: Counter[tuple[str, str, str]] = Counter()
    keys = []
    for _, source, record, meeting in told:
        same = (source, record, meeting.key)
        keys.append((*same, counted[same]))
        counted[same] += 1
    return keys


def uids_of_meetings(write: Write, keys: Sequence[MeetingKey], given: Sequence[str]) -> list[str]:
    """The ids the meetings were given or had; a new meeting's is made of what it is known by.

    Unless that is taken: a record without an id may be what another was before it changed.
    """
    sure = sure_uids(write, given)
    uids = [
        sure.pop(uid, "") or write.meeting_uids.pop(key, "")
        for key, uid in zip(keys, given, strict=True)
    ]
    made = {
        number: uid_for(source, f"meeting {record}\n{own_key}\n{same}").hex
        for number, (source, record, own_key, same) in enumerate(keys)
        if not uids[number]
    }
    taken = set() if write.is_first else taken_uids(write, uids, made.values())
    for number, uid in made.items():
        uids[number] = uuid4().hex if uid in taken else uid
    return uids


def sure_uids(write: Write, given: Iterable[str]) -> dict[str, str]:
    """The ids that another node gave and no other meeting has, each by itself."""
    wanted = set(filter(None, given))
    if not wanted:
        return {}
    held = {key: uid for key, uid in write.meeting_uids.items() if uid not in wanted}
    write.meeting_uids.clear()
    write.meeting_uids.update(held)
    used = Meeting.objects.filter(uid__in=list(wanted)).values_list("uid", flat=True)
    return {uid: uid for uid in wanted - {one.hex for one in used}}


def taken_uids(write: Write, uids: Iterable[str], made: Iterable[str]) -> set[str]:
    """Ids that meetings have already, or will have again before the write is over."""
    used = Meeting.objects.filter(uid__in=list(made)).values_list("uid", flat=True)
    return {*uids, *write.meeting_uids.values(), *(uid.hex for uid in used)}


def meeting_row(
    uid: str, group_id: int, source: str, record: str, meeting: MeetingDraft, place: int | None
) -> tuple[bulk.Value, ...]:
    """A meeting in the order of ``MEETING``."""
    terms = [[term.scheme, term.code, term.label] for term in meeting.terms]
    return (
        uid, group_id, source, record, meeting.key, meeting.name, meeting.rrule,
        meeting.first_on or None, meeting.last_on or None, meeting.start, meeting.minutes,
        meeting.timezone, json(meeting.except_on), json(meeting.also_on), meeting.mode, place,
        meeting.online_url, meeting.online_notes, meeting.dial_in, meeting.state, meeting.notes,
        meeting.url, json(terms),
    )  # fmt: skip


def write_concepts(write: Write, targets: Iterable[Target]) -> None:
    """Insert the concepts each group carries."""
    rows = [
        (target.id, concept_id, origin)
        for target in targets
        for concept_id, origin in write.classifier.concepts(target.shown.terms)
    ]
    bulk.insert(Classification, ("group_id", "concept_id", "origin"), rows)
    stamp_renamed(write)


def stamp_renamed(write: Write) -> None:
    """Groups with a term that has a name only now have changed too: who follows must hear of it."""
    if named := write.classifier.newly_named:
        carrying = Classification.objects.filter(concept_id__in=named).values("group_id")
        Group.objects.filter(pk__in=carrying).update(edition=write.edition)
        named.clear()


def write_confirmations(write: Write, targets: Iterable[Target]) -> None:
    """Remember that the source says a human checked the group on a day."""
    confirmations = [
        Confirmation(
            group_id=target.id,
            by=write.source.name[:300],
            how="feed",
            confirmed_on=date.fromisoformat(target.shown.confirmed_on),
        )
        for target in targets
        if target.shown.confirmed_on and target.shown.confirmed_by == write.source.pk
    ]
    confirmations += [
        Confirmation(group_id=target.id, by=by[:300], how=how, confirmed_on=date.fromisoformat(on))
        for target in targets
        for by, how, on in target.shown.confirmations
    ]
    Confirmation.objects.bulk_create(confirmations, ignore_conflicts=True)
