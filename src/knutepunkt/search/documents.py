"""From what the directory knows of a group to what the index keeps of it."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any

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


class Documents:
    """Makes records, with what is worked out once for the vocabulary as it is."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.tokens = lexicon.analyser.tokens
        self.of_concepts = lru_cache(maxsize=None)(self._of_concept)

    def records(self, facts: Iterable[GroupFacts]) -> Iterator[Record]:
        """The records of some groups."""
        return map(self.record, facts)

    def record(self, facts: GroupFacts) -> Record:
        """The record of one group."""
        found = [self.of_concepts(id_) for id_ in facts.concepts]
        above = dict.fromkeys(id_ for own, _, _ in found for id_ in own)
        marks = list(marks_of(facts))
        areas = dict.fromkeys(area for m in facts.meetings for area in areas_of(m) if area)
        facets = [f"{self.lexicon.scheme[id_]}:{id_}" for id_ in above if self.is_counted(id_)]
        return Record(
            pk=facts.pk,
            uid=facts.uid,
            name_key=name_key(facts.name),
            words=list(self.words(facts, found)),
            marks=[f"@{mark}" for mark in marks],
            facets=[*facets, *marks, *areas],
            confirmed=ordinal(facts.confirmed_on),
            is_open=self.is_open(facts),
            rows=rows_of(facts),
            item=ENCODE(self.item(facts)),
            begins=beginnings(facts.name),
            organisation_begins=begins_of_organisation(facts.organisation),
        )

    def is_counted(self, concept_id: int) -> bool:
        """Say whether a concept's scheme is a facet."""
        return self.lexicon.scheme.get(concept_id, "") in COUNTED

    def _of_concept(self, id_: int) -> tuple[list[int], list[Token], list[Token]]:
        """A concept with all above it, the tokens of those, and the words of its names."""
        above = list(self.lexicon.above(id_))
        names = self.lexicon.names.get(id_, {})
        words = [token for tag, name in names.items() for token in self.tokens(name, tag)]
        return above, [concept_token(one) for one in above], words

    def words(
        self, facts: GroupFacts, concepts: list[tuple[list[int], list[Token], list[Token]]]
    ) -> Iterator[tuple[Level, list[Token]]]:
        """The tokens of a group by where they stand, the least important first."""
        said = self.tokens(facts.how_to_join)
        for words in facts.own_words:
            said += self.tokens(words.get("text", ""), words.get("language", ""))
        places: list[Token] = []
        for meeting in facts.meetings:
            said += self.tokens(f"{meeting.name} {meeting.notes}")
            if meeting.place is not None:
                place = meeting.place
                places += self.tokens(f"{place.line()} {place.municipality} {place.region}")
        yield Level.TEXT, said
        yield Level.PLACE, places
        yield Level.ORGANISATION, self.tokens(facts.organisation)
        yield Level.LABEL, [token for _, _, words in concepts for token in words]
        yield Level.ABOVE, [token for _, tokens, _ in concepts for token in tokens[1:]]
        yield Level.CONCEPT, [tokens[0] for _, tokens, _ in concepts]
        yield Level.NAME, self.tokens(facts.name)

    def is_open(self, facts: GroupFacts) -> bool:
        """Say whether new people may come."""
        closed = self.lexicon.code.get(("openness", NOT_OPEN))
        return facts.state in OPEN and closed not in facts.concepts

    def item(self, facts: GroupFacts) -> dict[str, Any]:
        """What a result shows; times and distances are worked out when it is asked for."""
        lexicon = self.lexicon
        themes = [id_ for id_ in facts.concepts if lexicon.scheme.get(id_) == THEME]
        return {
            "id": facts.uid,
            "name": facts.name,
            "organisation": facts.organisation or None,
            "themes": [lexicon.names.get(id_, {}) for id_ in themes],
            "meetings": [meeting_item(meeting) for meeting in facts.meetings],
            "state": facts.state,
            "mode": facts.mode,
            "confirmed_on": facts.confirmed_on or None,
            "updated_on": facts.updated_on or None,
            "is_fictitious": facts.is_fictitious,
        }


def marks_of(facts: GroupFacts) -> Iterator[str]:
    """What a group is filtered by, apart from its concepts and meetings."""
    yield f"state:{facts.state}"
    yield f"fee:{fee_of(facts.fee)}"
    if facts.organisation_uid:
        yield f"organisation:{facts.organisation_uid}"
    yield from (f"source:{source}" for source in facts.sources)


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


def meeting_item(meeting: MeetingFacts) -> dict[str, Any]:
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
        "place": place.line() if place else "",
        "municipality": place.municipality if place else "",
        "point": [place.latitude, place.longitude] if place and place.latitude else None,
        "is_area": place.is_area if place else False,
    }
