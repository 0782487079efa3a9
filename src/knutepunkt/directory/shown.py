"""Which of several sources' values is shown: pure functions from claims to one group.

Order: own edit, the organisation's feed, a collection of others' information, an import; within
one kind the newest, then the record's key. Each field is chosen for itself, so a source that is
silent about something leaves it to the next. Meetings are one field: all from one source.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

import msgspec

from knutepunkt.collect.drafts import GroupDraft, MeetingDraft, Mode, RecordDraft, State, Step, Term
from knutepunkt.collect.models import SourceKind

RANK = {kind.value: number for number, kind in enumerate(SourceKind)}


class Said(NamedTuple):
    """One claim as the choice needs it. ``by`` is who the words are shown as."""

    kind: str
    source: str
    by: str
    draft: RecordDraft
    organisation_id: int | None = None


class Shown(NamedTuple):
    """The group as it is shown. ``meetings`` tells of each its source's id and record's key.

    ``confirmed_by`` is the source that says a human checked the group on ``confirmed_on``.
    ``road`` are the nodes the group came by, and last the source here that is believed first.
    """

    group: GroupDraft
    own_words: list[dict[str, str]]
    meetings: list[tuple[str, str, MeetingDraft]]
    terms: list[tuple[str, Term]]
    organisation_id: int | None
    updated_on: str
    confirmed_on: str
    confirmed_by: str
    confirmations: tuple[tuple[str, str, str], ...]
    road: tuple[Step, ...]


def in_order(claims: Iterable[Said]) -> list[Said]:
    """The claims, the one that is believed first first: of equal ones that of the shortest road."""
    nearest = sorted(
        claims, key=lambda claim: (len(claim.draft.road), claim.draft.key, claim.source)
    )
    newest = sorted(nearest, key=lambda claim: claim.draft.said_on, reverse=True)
    return sorted(newest, key=lambda claim: RANK[claim.kind])


def shown(claims: Sequence[Said]) -> Shown:
    """What a group looks like, given every claim about it that still stands."""
    claims = in_order(claims) if len(claims) > 1 else claims
    groups = [claim.draft.group for claim in claims if claim.draft.group is not None]
    meetings = meetings_shown(claims)
    plain = groups[0] if len(groups) == 1 else merged(groups)
    group = with_state_and_mode(plain, [meeting for _, _, meeting in meetings])
    confirming = max(claims, key=lambda claim: day_of(claim.draft.confirmed_on))
    organisations = (claim.organisation_id for claim in claims if claim.organisation_id)
    return Shown(
        group=group,
        own_words=own_words(claims, group.name),
        meetings=meetings,
        terms=terms_of(claims),
        organisation_id=next(organisations, None),
        updated_on=max(claim.draft.said_on for claim in claims),
        confirmed_on=day_of(confirming.draft.confirmed_on),
        confirmed_by="" if confirming.draft.confirmations else confirming.source,
        confirmations=tuple(one for claim in claims for one in claim.draft.confirmations),
        road=(*claims[0].draft.road, Step("", source=claims[0].source)),
    )


def day_of(moment: str) -> str:
    """The day of an ISO date or moment, as YYYY-MM-DD; "" for none."""
    return datetime.fromisoformat(moment).date().isoformat() if moment else ""


def merged(groups: Sequence[GroupDraft]) -> GroupDraft:
    """Each field from the first draft that says something in it."""
    return GroupDraft(
        name=first(group.name for group in groups),
        key=groups[0].key,
        uid=first(group.uid for group in groups),
        state=groups[0].state,
        mode=groups[0].mode or next((group.mode for group in groups if group.mode), ""),
        how_to_join=first(group.how_to_join for group in groups),
        fee=first(group.fee for group in groups),
        accessibility=first(group.accessibility for group in groups),
        minimum_age=next((g.minimum_age for g in groups if g.minimum_age is not None), None),
        maximum_age=next((g.maximum_age for g in groups if g.maximum_age is not None), None),
        url=first(group.url for group in groups),
        is_fictitious=any(group.is_fictitious for group in groups),
    )


def first(texts: Iterable[str]) -> str:
    """The first text that is not empty, else ""."""
    return next((text for text in texts if text), "")


def own_words(claims: Iterable[Said], name: str) -> list[dict[str, str]]:
    """For each language the words of the claim that is believed first, with who and when.

    ``name`` is the group's, for a claim that names nobody.
    """
    chosen: dict[str, dict[str, str]] = {}
    for claim in claims:
        group = claim.draft.group
        said = (claim.by or name, claim.draft.said_on[:10])
        signed = {language: (by, on) for language, by, on in group.words_by} if group else {}
        for language, text in group.own_words if group else ():
            by, on = signed.get(language, said)
            words = {"language": language, "text": text, "by": by, "on": on}
            chosen.setdefault(language, words)
    return list(chosen.values())


def meetings_shown(claims: Sequence[Said]) -> list[tuple[str, str, MeetingDraft]]:
    """Every meeting of the first source that knows of any."""
    source = next((claim.source for claim in claims if claim.draft.meetings), None)
    return [
        (claim.source, claim.draft.key, meeting)
        for claim in claims
        if claim.source == source
        for meeting in claim.draft.meetings
    ]


def terms_of(claims: Iterable[Said]) -> list[tuple[str, Term]]:
    """Every term any source uses of the group or a meeting, once, with the source that said it."""
    seen: dict[tuple[str, Term], None] = {}
    for claim in claims:
        for term in claim.draft.group.terms if claim.draft.group else ():
            seen[claim.source, term] = None
        for meeting in () if claim.draft.road else claim.draft.meetings:
            for term in meeting.terms:
                seen[claim.source, term] = None
    return list(seen)


def with_state_and_mode(group: GroupDraft, meetings: Sequence[MeetingDraft]) -> GroupDraft:
    """The group, paused when all its meetings are, and with the format its meetings have."""
    state, mode = group.state, group.mode or mode_of(meetings)
    if meetings and state == "active":
        state = state_of(meetings)
    if state == group.state and mode == group.mode:
        return group
    return msgspec.structs.replace(group, state=state, mode=mode)


def state_of(meetings: Sequence[MeetingDraft]) -> State:
    """The state all meetings share; active when they differ."""
    states = {meeting.state for meeting in meetings}
    return states.pop() if len(states) == 1 else "active"


def mode_of(meetings: Sequence[MeetingDraft]) -> Mode:
    """In person, online, or hybrid when a group's meetings are of both kinds."""
    modes = {meeting.mode for meeting in meetings if meeting.mode}
    return modes.pop() if len(modes) == 1 else "hybrid" if modes else ""
