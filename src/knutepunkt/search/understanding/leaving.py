"""What a text leaves out, of what its words lead to."""

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from knutepunkt.search.language import Match, stem
from knutepunkt.search.language.leaving import (
    BUT,
    LESS,
    NOT,
    WITHIN,
    Cue,
    before_or,
    cue_before,
    sayings,
)
from knutepunkt.search.language.letters import WORD, words
from knutepunkt.search.language.tables import listed
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import LeftOut
from knutepunkt.search.understanding.alike import alike
from knutepunkt.search.understanding.narrowing import narrower

THEME, FORMAT, LANGUAGE, BELIEF = "theme", "format", "language", "tro-og-livssyn"
IN = frozenset(("på", "in"))  # "Ikke på engelsk", but "kan ikke norsk".
# What a group is like; a room without stairs is no such thing.
MANNERS = ("target-group", "working-form", "openness", "organisation-form")
OTHER_WAY = {"online": "in-person", "in-person": "online"}
BREAKS = frozenset(",;.:!?()–—\n")
SURE = 0.85
FELLOWSHIP = ("organisation-form", "twelve-step-fellowship"), ("working-form", "twelve-step")


class Leaving:
    """Looks for what a text leaves out.

    ``breaks`` are the words at which its clauses begin, ``nouns`` those that are no verbs.
    """

    def __init__(
        self, lexicon: Lexicon, said: list[str], breaks: Collection[int], nouns: Collection[int]
    ) -> None:
        self.lexicon, self.said, self.breaks, self.nouns = lexicon, said, breaks, nouns
        self.ends: dict[int, Cue] = {}

    def parted(self, matches: list[Match]) -> tuple[list[Match], list[LeftOut]]:
        """The matches that are asked for, in their order, and what is left out."""
        told = [(match, cue) for match in sorted(matches, key=lambda one: min(one.places))
                if (cue := self.cue(match))]  # fmt: skip
        places = {match.places for match, _ in told}
        asked = [match for match in matches if match.places not in places]
        wanted = {above for match in asked for id_ in match.concepts
                  for above in self.lexicon.above(id_)}  # fmt: skip
        has_theme = any(self.of(match.concepts, THEME) for match in asked)
        left_out, kept = [], set()
        themes = self.themes(asked)
        for match, cue in told:
            found = self.concepts(match, cue, has_theme=has_theme)
            if cue.kind in (NOT, BUT):
                found += self.inside(match, themes)
            if ids := tuple([id_ for id_ in dict.fromkeys(found) if id_ not in wanted]):
                left_out.append(LeftOut(ids, self.name(match), span(cue, match)))
            else:
                kept.add(match.places)
        gone = {number for one in left_out for number in one.words}
        places -= kept
        asked = [one for one in matches if one.places not in places and not one.words <= gone]
        return asked, left_out

    def themes(self, matches: list[Match]) -> set[int]:
        """The themes that some matches surely mean."""
        return {
            id_ for match in matches for id_ in self.of(match.concepts, THEME)
            if match.concepts[id_] == 1
        }  # fmt: skip

    def inside(self, match: Match, themes: set[int]) -> tuple[int, ...]:
        """The themes within those asked for that a match speaks of."""
        sure = [id_ for id_, share in match.concepts.items() if share >= SURE]
        said = [self.said[number] for number in match.words - {*self.denial(match)}]
        return narrower(self.lexicon, themes, said, sure)

    def cue(self, match: Match) -> Cue | None:
        """What says that a match is left out, in its own words or before them."""
        first = min(match.words)
        if self.of(match.concepts, FORMAT) and self.denial(match):
            return Cue(first, WITHIN)
        cue = cue_before(self.said, first, self.breaks, self.nouns)
        if cue is None:
            cue = self.ends.get(before_or(self.said, first))
        if cue is not None:
            self.ends[max(match.words)] = cue
        return cue

    def denial(self, match: Match) -> list[int]:
        """The words of a match that say "not"."""
        return [number for number in match.words if self.said[number] in sayings()["negated"]]

    def name(self, match: Match) -> str:
        """What is left out, as the text has it."""
        denied = self.denial(match)
        return " ".join(self.said[one] for one in sorted(match.words) if one not in denied)

    def concepts(self, match: Match, cue: Cue, *, has_theme: bool) -> list[int]:
        """The concepts that no group may carry; none where a match is only not asked for."""
        if listed("fellowships").issuperset(self.said[number] for number in match.words):
            return [id_ for one in FELLOWSHIP if (id_ := self.lexicon.code.get(one)) is not None]
        broad = {above for id_ in match.concepts for above in self.lexicon.above(id_)[1:]}
        sure = [id_ for id_, share in match.concepts.items() if share >= SURE and id_ not in broad]
        if formats := self.of(sure, FORMAT):
            return [*self.ways(formats, cue)]
        if tongues := self.of(sure, LANGUAGE):
            is_told = not IN.isdisjoint(self.said[cue.first : min(match.words)])
            return tongues if is_told and cue.kind != LESS else []
        manners = [id_ for id_ in sure if self.lexicon.scheme[id_] in MANNERS]
        whom = listed("whom") if manners and cue.kind != LESS else ()
        themes = [
            id_
            for id_ in self.of(sure, THEME)
            if self.is_left(id_, match, cue, has_theme=has_theme)
            or self.lexicon.code_of(id_) in whom
        ]
        return [*dict.fromkeys([*manners, *themes, *alike(self.lexicon, [*manners, *themes])])]

    def ways(self, formats: list[int], cue: Cue) -> Iterator[int]:
        """How people shall not meet: what is named, or the other way where "ikke" is in a name."""
        code = self.lexicon.code_of(formats[0])
        code = OTHER_WAY.get(code, "") if cue.kind == WITHIN else code
        if code in OTHER_WAY and (id_ := self.lexicon.code.get((FORMAT, code))) is not None:
            yield id_

    def is_left(self, theme: int, match: Match, cue: Cue, *, has_theme: bool) -> bool:
        """Say whether a theme is left out, rather than told of as what somebody has not.

        Belief is a manner of a group, too. Who writes "uten jobb" tells of themselves.
        """
        if BELIEF in [self.lexicon.code_of(id_) for id_ in self.lexicon.above(theme)]:
            return True
        if cue.kind == NOT:
            return has_theme and (cue.is_about or self.is_named(theme, match))
        return cue.kind == BUT

    def is_named(self, theme: int, match: Match) -> bool:
        """Say whether a match has the words of a theme's name: "ikke sove" names none."""
        names = self.lexicon.names.get(theme, {}).values()
        named = {stem(word) for name in names for word in words(name)}
        return all(stem(self.said[number]) in named for number in match.words)

    def of(self, ids: Iterable[int], scheme: str) -> list[int]:
        """Those of some concepts that belong to a scheme."""
        return [id_ for id_ in ids if self.lexicon.scheme[id_] == scheme]


def span(cue: Cue, match: Match) -> frozenset[int]:
    """The numbers of the words from a cue to the end of what it leaves out."""
    return frozenset(range(cue.first, max(match.words) + 1))


def breaks_in(text: str) -> frozenset[int]:
    """The numbers of a text's words that come after a comma, a full stop or the like.

    >>> sorted(breaks_in("angst, ikke på nett"))
    [1]
    """
    said = list(WORD.finditer(text))
    return frozenset(
        number for number, (one, other) in enumerate(pairwise(said), 1)
        if not BREAKS.isdisjoint(text[one.end() : other.start()])
    )  # fmt: skip
