"""The sample's groups as the index takes them in, made without the database's tables of groups."""

import random
from collections.abc import Iterable, Iterator
from itertools import chain

from knutepunkt.collect.drafts import MeetingDraft, RecordDraft
from knutepunkt.directory.disclosure import shown_place
from knutepunkt.directory.models import Place
from knutepunkt.directory.placing import COLUMNS, placed
from knutepunkt.sample import SEED
from knutepunkt.sample.groups import group_record
from knutepunkt.search.index.record import Record
from knutepunkt.search.indexing.documents import Documents
from knutepunkt.search.indexing.facts import GroupFacts, MeetingFacts
from knutepunkt.search.lexicon import Lexicon

IS_FICTITIOUS = True
DIFFERENT = 20_000
NEW = 100  # One in so many words is put together of two, and mostly nobody said it before.


def facts(number: int, lexicon: Lexicon) -> GroupFacts:
    """Group ``number`` of the sample as the directory would know it."""
    draft = group_record(SEED, number)
    group = draft.group
    assert group is not None
    codes = ((term.scheme, term.code) for term in group.terms)
    modes = {meeting.mode for meeting in draft.meetings if meeting.mode}
    organisation = draft.organisation
    return GroupFacts(
        number + 1, f"{number:08x}-0000-4000-8000-000000000000", group.name,
        organisation.name if organisation else "", organisation.key if organisation else "",
        [{"language": language, "text": text} for language, text in group.own_words],
        group.state, modes.pop() if len(modes) == 1 else "hybrid" if modes else "",
        group.how_to_join, group.accessibility, group.fee, draft.confirmed_on, draft.said_on,
        IS_FICTITIOUS, [lexicon.code[pair] for pair in codes if pair in lexicon.code], ["sample"],
        meetings(draft),
    )  # fmt: skip


def meetings(draft: RecordDraft) -> list[MeetingFacts]:
    """The meetings of a record."""
    return [meeting(one) for one in draft.meetings]


def meeting(draft: MeetingDraft) -> MeetingFacts:
    """A meeting, placed by the gazetteer."""
    row = placed(draft.place, draft.timezone) if draft.place and draft.mode != "online" else None
    place = shown_place(Place(**dict(zip(COLUMNS, row, strict=True)))) if row else None
    return MeetingFacts(
        draft.name, draft.rrule, draft.first_on, draft.last_on, draft.start, draft.minutes,
        draft.timezone, draft.except_on, draft.also_on, draft.mode, draft.state, draft.notes, place,
        row.municipality if row else "", row.county if row else "",
    )  # fmt: skip


def all_facts(count: int, lexicon: Lexicon) -> Iterator[GroupFacts]:
    """So many groups; those of fewer are the first of more.

    To make one costs more than to index it, so beyond the first ``DIFFERENT`` these come again,
    each as a group of its own.
    """
    made: list[GroupFacts] = []
    for number in range(count):
        if number < DIFFERENT:
            made.append(facts(number, lexicon))
            yield made[-1]
        else:
            uid = f"{number:08x}-0000-4000-8000-000000000000"
            yield made[number % DIFFERENT]._replace(pk=number + 1, uid=uid)


def varied(facts: Iterable[GroupFacts], seed: int = 7) -> Iterator[GroupFacts]:
    """The groups with the words of their descriptions drawn anew, so that no sentence comes twice.

    Words come as often as in the texts of the first thousand groups.
    """
    rest, dice = iter(facts), random.Random(seed)
    first = [one for one, _ in zip(rest, range(1000), strict=False)]
    said: dict[str, list[str]] = {}
    for one in first:
        for own in one.own_words:
            said.setdefault(own["language"], []).extend(own["text"].split())
    for one in chain(first, rest):
        yield one._replace(own_words=[redrawn(own, said, dice) for own in one.own_words])


def redrawn(own: dict[str, str], said: dict[str, list[str]], dice: random.Random) -> dict[str, str]:
    """A description of as many words, drawn from what is said in its language."""
    known = said.setdefault(own["language"], own["text"].split())
    words = [
        word if dice.randrange(NEW) else dice.choice(known).strip(".,").lower() + word
        for word in dice.choices(known, k=len(own["text"].split()))
    ]
    return {**own, "text": " ".join(words)}


def records(count: int, lexicon: Lexicon) -> Iterator[Record]:
    """The records of so many groups."""
    return Documents(lexicon).records(all_facts(count, lexicon))
