"""What somebody may be about to write: concepts, places, organisations and groups.

Asks the index, the vocabulary and the gazetteer; nothing that is typed is kept anywhere.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest
from typing import Any, Literal

import msgspec

from knutepunkt.search import index
from knutepunkt.search.index import Index
from knutepunkt.search.index.beginnings import (
    Begun,
    groups_beginning,
    organisations_beginning,
)
from knutepunkt.search.indexing import following
from knutepunkt.search.language.beginnings import as_typed, misspelt, otherwise_spelled, tails
from knutepunkt.search.queries import lexicon_of
from knutepunkt.search.suggesting.places import places_beginning
from knutepunkt.search.suggesting.words import concepts_beginning

MOST = 10
TOO_LONG = 200  # Letters; of a longer text the last are read.
KINDS = ("concept", "place", "organisation", "group")
Kind = Literal["concept", "place", "organisation", "group"]
Point = tuple[float, float]
Typed = tuple[str, Sequence[bytes]]
# After these words people write a place; after "på", "fra" and "til" as often something else.
IN = frozenset("i ved nær in near rundt omkring around utenfor utanfor".split())
DECODE = msgspec.json.Decoder(dict[str, Any]).decode


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One way to go on.

    ``text`` is its name; ``said`` the word typed that leads to it, where that is another one.
    ``detail`` tells it apart: the county of a place, the organisation of a group, the scheme of a
    concept. ``id`` is a concept's ``scheme:code``, the code of a municipality or county, the uid of
    an organisation, or of a group where one alone has the name; else "". ``count`` is how many
    published groups there are, None where that is not counted. ``whole`` is the text typed with
    the suggestion in place of what it completes.
    """

    kind: Kind
    text: str
    detail: str = ""
    id: str = ""
    count: int | None = None
    said: str = ""
    whole: str = ""

    def after(self, before: str) -> "Suggestion":
        """The same with what stands before it."""
        whole = f"{before} {self.whole or self.text}".strip()
        return Suggestion(self.kind, self.text, self.detail, self.id, self.count, self.said, whole)


def suggestions(
    text: str, language: str = "nb", point: Point | None = None
) -> tuple[Suggestion, ...]:
    """At most ten ways to go on with a text, by its last words; none for less than two letters.

    The kinds share the room evenly. With a ``point`` (latitude, longitude) places near it come
    first. Asks the database only where nothing follows the directory in the background.
    """
    following.catch_up()
    try:
        now_open = following.current()
    except index.Damaged:
        following.reindex()
        now_open = following.current()
    return Asked(now_open, language, point).suggestions(text[-TOO_LONG:])


@dataclass(frozen=True, slots=True)
class Asked:
    """The index that is asked, in which language, and from where."""

    index: Index
    language: str
    point: Point | None

    def suggestions(self, text: str) -> tuple[Suggestion, ...]:
        """What the most of the last words begin comes first; a misspelt word only if need be."""
        ends = tails(text)
        for way in (as_typed, otherwise_spelled, misspelt):
            some = ends[-1:] if way is misspelt else ends
            asked = [(before, way(typed)) for typed, before in some]
            placed = () if self.is_concept(ends) else self.placed(asked)
            if found := placed or shared([self.of_kind(kind, asked) for kind in KINDS]):
                return found
        return ()

    def is_concept(self, ends: Sequence[tuple[str, str]]) -> bool:
        """Say whether the last word by itself leads to a concept: "i rus"."""
        words = lexicon_of(self.index.manifest.vocabulary)
        return bool(ends) and words.labels.leads(ends[-1][0])

    def placed(self, asked: Sequence[Typed]) -> tuple[Suggestion, ...]:
        """The same where a place is likely next and some begins so: "sorg i tr" is no training."""
        if not asked or asked[-1][0].lower().rpartition(" ")[2] not in IN:
            return ()
        kinds = [self.of_kind(kind, asked if kind == "place" else asked[:-1]) for kind in KINDS]
        found = shared(kinds)
        return found if any(one.kind == "place" for one in found) else ()

    def of_kind(self, kind: str, asked: Sequence[Typed]) -> Iterator[Suggestion]:
        """The suggestions of one kind, each once; ``asked`` is what stands before, and prefixes."""
        seen: set[tuple[str, str]] = set()
        for before, prefixes in asked:
            for one in self.asking(kind)(prefixes) if prefixes else ():
                key = one.id or one.text, one.detail
                if key not in seen:
                    seen.add(key)
                    yield one.after(before)

    def asking(self, kind: str) -> Callable[[Sequence[bytes]], Iterator[Suggestion]]:
        """What answers for a kind."""
        return {
            "concept": self.concepts, "place": self.places,
            "organisation": self.organisations, "group": self.groups,
        }[kind]  # fmt: skip

    def concepts(self, prefixes: Sequence[bytes]) -> Iterator[Suggestion]:
        """Concepts by any word for them, those with most groups first."""
        words = lexicon_of(self.index.manifest.vocabulary)
        for id_, said, count in concepts_beginning(words, self.index, prefixes, self.language):
            scheme = words.scheme[id_]
            name = words.name(id_, self.language)
            code = f"{scheme}:{words.code_of(id_)}"
            yield Suggestion("concept", name, scheme, code, count, said)

    def places(self, prefixes: Sequence[bytes]) -> Iterator[Suggestion]:
        """Places by any of their names, large ones first."""
        for one in places_beginning(self.index, prefixes, self.point):
            yield Suggestion("place", *one)

    def organisations(self, prefixes: Sequence[bytes]) -> Iterator[Suggestion]:
        """Organisations that have groups, by the alphabet from the words that begin so."""
        for one in organisations_beginning(self.index, prefixes):
            name = DECODE(one.item)["organisation"]
            uid = one.name.decode().partition(":")[2]
            yield Suggestion("organisation", name, "", uid, one.count)

    def groups(self, prefixes: Sequence[bytes]) -> Iterator[Suggestion]:
        """Groups by name, likewise; those of one name are one suggestion."""
        return map(of_groups, groups_beginning(self.index, prefixes))


def of_groups(one: Begun) -> Suggestion:
    """The suggestion of a name that one group has, or several."""
    item = DECODE(one.item)
    if one.count > 1:
        return Suggestion("group", item["name"], count=one.count)
    return Suggestion("group", item["name"], item["organisation"] or "", item["id"], 1)


def shared(kinds: Sequence[Iterator[Suggestion]]) -> tuple[Suggestion, ...]:
    """As many as there is room for, taken from each kind in turn, then kind by kind."""
    turns = (one for turn in zip_longest(*kinds) for one in turn if one is not None)
    return tuple(sorted(islice(turns, MOST), key=lambda one: KINDS.index(one.kind)))
