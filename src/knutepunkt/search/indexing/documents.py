"""From what the directory knows of a group to what the index keeps of it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

import msgspec

from knutepunkt.alphabet import in_order
from knutepunkt.search.index.record import Record, Row, Words
from knutepunkt.search.indexing.facts import GroupFacts
from knutepunkt.search.indexing.fees import fee_of
from knutepunkt.search.indexing.numbering import Numbering
from knutepunkt.search.indexing.rows import rows_of
from knutepunkt.search.indexing.self_told import SAID, SelfTelling, SelfTold, Stated
from knutepunkt.search.indexing.shown import item
from knutepunkt.search.indexing.telling import Telling
from knutepunkt.search.language.beginnings import beginnings
from knutepunkt.search.lexicon import ASKED, Lexicon
from knutepunkt.search.meaning import concept_token, general_token

THEME = "theme"
COUNTED = frozenset(
    "theme target-group next-of-kin working-form problem organisation-form openness language "
    "accessibility".split()
)
OWN = {*ASKED, "organisation-form"}  # Who stands behind a group is no trouble: volunteers.
OPEN = frozenset({"active", "forming"})
NOT_OPEN = "closed-to-new"
# Bytes of a name that it is sorted by: a cursor holds them, and is asked back.
LONGEST_KEY = 200
# So many tokens are numbered at most, about; a node meets new words for as long as it runs.
MOST_NUMBERED, AT_ONCE = 400_000, 200
SHORTEST_WORD = 3
ENCODE = msgspec.json.Encoder().encode


class Carried(NamedTuple):
    """What a group has by its concepts: values of facets, and the numbers of tokens: of these,
    of those above them, of their names. ``themes`` are the names that a result shows, ``foreign``
    those of terms that are no concepts of ours.
    """

    facets: tuple[str, ...]
    tokens: bytes
    above: bytes
    words: bytes
    themes: list[dict[str, str]]
    foreign: list[str]


NOTHING = Carried((), b"", b"", b"", [], [])
CLASSIFIED = SelfTold()


class Documents:
    """Makes records, with what is worked out once for the vocabulary as it is."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.reader = Telling(lexicon)
        self.not_open = lexicon.code.get(("openness", NOT_OPEN))
        self.renew()

    def renew(self) -> None:
        """Begin to number tokens anew."""
        self.numbering = Numbering(self.lexicon.analyser)
        self.tokens = self.numbering.of_text
        self.of_concept = lru_cache(maxsize=None)(self._of_concept)
        # What many groups say alike: how to join, what their meetings are called, organisations.
        self.often = lru_cache(maxsize=20_000)(self.tokens)
        self.of_mark = lru_cache(maxsize=20_000)(self._of_mark)
        self.telling = SelfTelling(self.reader, self.numbering)

    def records(self, facts: Iterable[GroupFacts]) -> Iterator[Record]:
        """The records of some groups."""
        rest = iter(facts)
        while some := list(islice(rest, AT_ONCE)):
            if len(self.numbering.numbers) > MOST_NUMBERED:
                self.renew()
            yield from self.made(some)

    def made(self, facts: Sequence[GroupFacts]) -> list[Record]:
        """The records of a few groups. One step is done for all of them before the next: the
        processor keeps at hand what a step needs, which takes a fifth off the time.
        """
        carried = [self.of_concepts(one.concepts) for one in facts]
        marks, rows = list(map(marks_of, facts)), list(map(rows_of, facts))
        lines, themes = list(map(lines_of, facts)), [one.themes for one in carried]
        told = list(map(self.told, facts, carried))
        words = list(map(self.words, facts, carried, told, marks, lines))
        items = [ENCODE(item(*each)) for each in zip(facts, themes, lines, strict=True)]
        begins = [beginnings(one.name) for one in facts]
        facets = list(map(facets_of, carried, told, marks, rows))
        return [
            Record(
                of.pk, of.uid, name_key(of.name), said, values, ordinal(of.confirmed_on),
                self.is_open(of), meetings, text, keys, begins_of_organisation(of.organisation),
            )
            for of, said, values, meetings, text, keys
            in zip(facts, words, facets, rows, items, begins, strict=True)
        ]  # fmt: skip

    def is_open(self, facts: GroupFacts) -> bool:
        """Say whether new people may come."""
        return facts.state in OPEN and self.not_open not in facts.concepts

    def _of_concept(self, id_: int) -> Carried:
        """What a group has by a concept."""
        lexicon, of = self.lexicon, self.numbering.of
        above, names = list(lexicon.above(id_)), lexicon.names.get(id_, {})
        counted = [one for one in above if lexicon.facet.get(one, "") in COUNTED]
        return Carried(
            tuple(f"{lexicon.facet[one]}:{one}" for one in counted),
            of([concept_token(id_)]),
            of(map(concept_token, above[1:])),
            b"".join(self.tokens(name, tag) for tag, name in names.items()),
            [names] if lexicon.scheme.get(id_) == THEME else [],
            self.words_of_term(id_, names) if lexicon.scheme.get(id_) not in OWN else [],
        )

    def words_of_term(self, id_: int, names: dict[str, str]) -> list[str]:
        """What a term of another's list is called; its code, where that is written as a word."""
        code = self.lexicon.code_of(id_)
        return [*names.values()] or [code] * is_word(code)

    def of_concepts(self, ids: list[int]) -> Carried:
        """What a group has by all its concepts."""
        if not ids:
            return NOTHING
        facets, *tokens, themes, foreign = zip(*map(self.of_concept, ids), strict=True)
        all_facets = tuple(dict.fromkeys(chain.from_iterable(facets)))
        own, above, words = map(b"".join, tokens)
        if general := self.lexicon.general(ids):
            own += self.numbering.of(map(general_token, general))
        shown, others = ([*chain.from_iterable(some)] for some in (themes, foreign))
        return Carried(all_facets, own, above, words, shown, others)

    def told(self, facts: GroupFacts, carried: Carried) -> SelfTold:
        """What a group tells of itself, beside what somebody said it is."""
        ids, scheme = facts.concepts, self.lexicon.scheme
        themes = [id_ for id_ in ids if scheme.get(id_) == THEME]
        if themes and not carried.foreign and {scheme.get(id_) for id_ in ids} >= SAID:
            return CLASSIFIED
        return self.telling.of(facts, carried.foreign, Stated(ids, themes))

    def _of_mark(self, mark: str) -> bytes:
        """The number of what a group is filtered by."""
        return self.numbering.of([f"@{mark}"])

    def words(
        self,
        facts: GroupFacts,
        carried: Carried,
        told: SelfTold,
        marks: list[str],
        lines: list[str],
    ) -> Words:
        """The tokens of a group by where they stand, the least important first."""
        tokens, words_of, often = self.tokens, self.numbering.of_words, self.often
        said, places = [often(facts.how_to_join), often(facts.accessibility)], []
        said += [tokens(own.get("text", ""), own.get("language", "")) for own in facts.own_words]
        for meeting, line in zip(facts.meetings, lines, strict=True):
            if meeting.name or meeting.notes:
                said.append(often(f"{meeting.name} {meeting.notes}"))
            if (place := meeting.place) is not None:
                places.append(words_of(f"{line} {place.municipality} {place.region}"))
        levels = (
            b"".join(map(self.of_mark, marks)),  # Level.MARK
            b"".join(said) + told.faintly,  # Level.TEXT
            b"".join(places),  # Level.PLACE
            often(facts.organisation) + told.beside,  # Level.ORGANISATION
            told.by_words,  # Level.TOLD
            carried.words + told.by_name,  # Level.LABEL
            carried.above,  # Level.ABOVE
            carried.tokens,  # Level.CONCEPT
            words_of(facts.name),  # Level.NAME
        )
        return Words(self.numbering.numbers, levels)


def facets_of(carried: Carried, told: SelfTold, marks: list[str], rows: list[Row]) -> list[str]:
    """What is counted of a group, each once."""
    areas = [area for row in rows for area in row[3:5] if area]
    return [
        *carried.facets,
        *told.facets,
        *marks,
        *(dict.fromkeys(areas) if len(areas) > 2 else areas),
    ]


def is_word(code: str) -> bool:
    """Say whether a code looks like a word of a list: "Women", not "ONL" or "tx17".

    >>> is_word("Women"), is_word("ONL"), is_word("tx17"), is_word("für Frauen")
    (True, False, False, True)
    """
    return len(code) >= SHORTEST_WORD and not code.isupper() and not any(map(str.isdigit, code))


def lines_of(facts: GroupFacts) -> list[str]:
    """Where each meeting of a group is, on one line."""
    return [one.place.line() if one.place else "" for one in facts.meetings]


def marks_of(facts: GroupFacts) -> list[str]:
    """What a group is filtered by, apart from its concepts and meetings."""
    marks = [f"state:{facts.state}", f"fee:{fee_of(facts.fee)}"]
    if facts.organisation_uid:
        marks.append(f"organisation:{facts.organisation_uid}")
    return marks + [f"source:{source}" for source in facts.sources]


@lru_cache(maxsize=50_000)
def ordinal(day: str) -> int:
    """The ordinal of an ISO date; 0 for none."""
    return date.fromisoformat(day).toordinal() if day else 0


@lru_cache(maxsize=50_000)
def begins_of_organisation(name: str) -> list[bytes]:
    """How the words of an organisation's name begin."""
    return beginnings(name)


def name_key(name: str) -> bytes:
    """What sorts a name in the order of the Norwegian alphabet, by its beginning."""
    return in_order(name).encode("utf-8", "replace")[:LONGEST_KEY]
