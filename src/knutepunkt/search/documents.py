"""From what the directory knows of a group to what the index keeps of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple

import msgspec

from knutepunkt.search.facts import GroupFacts, MeetingFacts
from knutepunkt.search.index.record import FORMAT_BITS, HYBRID, Level, Record, Row, Times
from knutepunkt.search.language.beginnings import beginnings
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import Token, concept_token
from knutepunkt.search.query import Fee

THEME = "theme"
COUNTED = frozenset(
    "theme target-group working-form organisation-form openness language accessibility".split()
)
NOT_HELD = frozenset({"paused", "ended"})
OPEN = frozenset({"active", "forming"})
NOT_OPEN = "closed-to-new"
FREE = re.compile(
    r"\b(gratis|free|kostnadsfri\w*|ingenting|nothing|betal det du kan|pay what you can)\b"
    r"|^\W*0\s*(kr\w*|,-)?\W*$",
    re.IGNORECASE,
)
# Æ, ø and å come last and in this order; their code points say otherwise.
ALPHABET = str.maketrans("æøåäö", "{|}{|")
ENCODE = msgspec.json.Encoder().encode


class Carried(NamedTuple):
    """What a group has by a concept: values of facets, its token, those above it, its names'."""

    facets: list[str]
    token: Token
    above: list[Token]
    words: list[Token]


class Documents:
    """Makes records, with what is worked out once for the vocabulary as it is."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.tokens = lexicon.analyser.tokens
        self.of_concepts = lru_cache(maxsize=None)(self._of_concept)
        # What many groups say alike: how to join, what their meetings are called, organisations.
        self.often = lru_cache(maxsize=20_000)(self._tokens)

    def records(self, facts: Iterable[GroupFacts]) -> Iterator[Record]:
        """The records of some groups."""
        return map(self.record, facts)

    def record(self, facts: GroupFacts) -> Record:
        """The record of one group."""
        found = [self.of_concepts(id_) for id_ in facts.concepts]
        marks, rows = marks_of(facts), rows_of(facts)
        lines = [one.place.line() if one.place else "" for one in facts.meetings]
        facets = dict.fromkeys(chain.from_iterable([one.facets for one in found]))
        areas = dict.fromkeys([area for row in rows for area in row[3:5] if area])
        return Record(
            facts.pk,
            facts.uid,
            name_key(facts.name),
            self.words(facts, found, lines),
            [f"@{mark}" for mark in marks],
            [*facets, *marks, *areas],
            ordinal(facts.confirmed_on),
            self.is_open(facts),
            rows,
            ENCODE(self.item(facts, lines)),
            beginnings(facts.name),
            begins_of_organisation(facts.organisation),
        )

    def is_counted(self, concept_id: int) -> bool:
        """Say whether a concept's scheme is a facet."""
        return self.lexicon.scheme.get(concept_id, "") in COUNTED

    def _of_concept(self, id_: int) -> Carried:
        """What a group has by a concept."""
        above = list(self.lexicon.above(id_))
        names = self.lexicon.names.get(id_, {})
        return Carried(
            [f"{self.lexicon.scheme[one]}:{one}" for one in above if self.is_counted(one)],
            concept_token(id_),
            [concept_token(one) for one in above[1:]],
            [token for tag, name in names.items() for token in self.tokens(name, tag)],
        )

    def _tokens(self, text: str) -> tuple[Token, ...]:
        """The tokens of a text that comes often."""
        return tuple(self.tokens(text))

    def words(
        self, facts: GroupFacts, concepts: list[Carried], lines: list[str]
    ) -> list[tuple[Level, Sequence[Token]]]:
        """The tokens of a group by where they stand, the least important first."""
        said = [*self.often(facts.how_to_join)]
        for words in facts.own_words:
            said += self.tokens(words.get("text", ""), words.get("language", ""))
        places: list[Token] = []
        for meeting, line in zip(facts.meetings, lines, strict=True):
            if meeting.name or meeting.notes:
                said += self.often(f"{meeting.name} {meeting.notes}")
            if (place := meeting.place) is not None:
                places += self.tokens(f"{line} {place.municipality} {place.region}")
        return [
            (Level.TEXT, said),
            (Level.PLACE, places),
            (Level.ORGANISATION, self.often(facts.organisation)),
            (Level.LABEL, [*chain.from_iterable([one.words for one in concepts])]),
            (Level.ABOVE, [*chain.from_iterable([one.above for one in concepts])]),
            (Level.CONCEPT, [one.token for one in concepts]),
            (Level.NAME, self.tokens(facts.name)),
        ]

    def is_open(self, facts: GroupFacts) -> bool:
        """Say whether new people may come."""
        closed = self.lexicon.code.get(("openness", NOT_OPEN))
        return facts.state in OPEN and closed not in facts.concepts

    def item(self, facts: GroupFacts, lines: list[str]) -> dict[str, Any]:
        """What a result shows; times and distances are worked out when it is asked for."""
        lexicon = self.lexicon
        themes = [id_ for id_ in facts.concepts if lexicon.scheme.get(id_) == THEME]
        return {
            "id": facts.uid,
            "name": facts.name,
            "organisation": facts.organisation or None,
            "themes": [lexicon.names.get(id_, {}) for id_ in themes],
            "meetings": list(map(shown_meeting, facts.meetings, lines)),
            "state": facts.state,
            "mode": facts.mode,
            "confirmed_on": facts.confirmed_on or None,
            "updated_on": facts.updated_on or None,
            "is_fictitious": facts.is_fictitious,
        }


def shown_meeting(meeting: MeetingFacts, line: str) -> dict[str, Any]:
    """A meeting as a result keeps it, its place only as far as it may be shown."""
    place = meeting.place
    return {
        "name": meeting.name,
        "rrule": meeting.rrule,
        "first_on": meeting.first_on or None,
        "last_on": meeting.last_on or None,
        "start": meeting.start,
        "minutes": meeting.minutes,
        "timezone": meeting.zone,
        "except_on": meeting.except_on,
        "also_on": meeting.also_on,
        "mode": meeting.mode,
        "state": meeting.state,
        "place": line,
        "municipality": place.municipality if place else "",
        "point": [place.latitude, place.longitude] if place and place.latitude else None,
        "is_area": place.is_area if place else False,
    }


def marks_of(facts: GroupFacts) -> list[str]:
    """What a group is filtered by, apart from its concepts and meetings."""
    marks = [f"state:{facts.state}", f"fee:{fee_of(facts.fee)}"]
    if facts.organisation_uid:
        marks.append(f"organisation:{facts.organisation_uid}")
    return marks + [f"source:{source}" for source in facts.sources]


def areas_of(meeting: MeetingFacts) -> tuple[str, str]:
    """The municipality and the county of a meeting as values of their facets."""
    return (
        f"municipality:{meeting.municipality}" if meeting.municipality else "",
        f"county:{meeting.county}" if meeting.county else "",
    )


@lru_cache(maxsize=5000)
def fee_of(text: str) -> Fee:
    """Whether it costs something to come, as far as the words about it tell."""
    if not text.strip():
        return "unknown"
    return "free" if FREE.search(text) else "paid"


def rows_of(facts: GroupFacts) -> list[Row]:
    """A row for each meeting, or one for a group without any."""
    is_met = facts.state not in NOT_HELD
    if not facts.meetings:
        return [Row(formats=FORMAT_BITS.get(facts.mode, 0), is_held=is_met)]
    return [row_of(meeting, facts.mode, is_met=is_met) for meeting in facts.meetings]


def row_of(meeting: MeetingFacts, mode: str, *, is_met: bool) -> Row:
    """A meeting as the index keeps it; a hybrid one is also in person and online."""
    formats = FORMAT_BITS.get(meeting.mode or mode, 0)
    if formats == HYBRID:
        formats = sum(FORMAT_BITS.values())
    municipality, county = areas_of(meeting)
    place = meeting.place
    return Row(
        times_of(meeting),
        place.latitude if place else None,
        place.longitude if place else None,
        municipality,
        county,
        formats | (HYBRID if mode == "hybrid" else 0),
        is_met and meeting.state not in NOT_HELD,
    )


def times_of(meeting: MeetingFacts) -> Times | None:
    """When a meeting takes place; None by agreement."""
    if not (meeting.rrule or meeting.first_on or meeting.also_on):
        return None
    return Times(
        meeting.rrule, meeting.first_on, meeting.last_on, meeting.except_on, meeting.also_on,
        meeting.start, meeting.zone,
    )  # fmt: skip


@lru_cache(maxsize=50_000)
def ordinal(day: str) -> int:
    """The ordinal of an ISO date; 0 for none."""
    return date.fromisoformat(day).toordinal() if day else 0


@lru_cache(maxsize=50_000)
def begins_of_organisation(name: str) -> list[bytes]:
    """How the words of an organisation's name begin."""
    return beginnings(name)


def name_key(name: str) -> bytes:
    """What sorts a name in the order of the Norwegian alphabet."""
    return name.casefold().translate(ALPHABET).encode("utf-8", "replace")
