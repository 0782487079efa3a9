"""What concepts are called and how they stand to each other, and the words that lead to them."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property

from knutepunkt.search.language import Analyser, Labels, Splitter, matching, words
from knutepunkt.vocabulary import queries
from knutepunkt.vocabulary.models import Concept

ASKED = ("theme", "target-group", "working-form", "language", "openness", "accessibility", "format")
# What people look for by itself: it narrows beside the rest of its scheme, and not in its place.
APART = {
    ("target-group", "next-of-kin"): "next-of-kin",
    ("working-form", "same-problem"): "problem",
    ("working-form", "cross-problem"): "problem",
}
BOKMAL_AND_NYNORSK = ("nb", "nn")
Told = tuple[int, str, str, bool]


@dataclass(eq=False)
class Lexicon:
    """The vocabulary as searching needs it.

    ``names`` are preferred labels by language; ``broader`` leads from a concept to the one above
    it; ``told`` is every label that people may type: concept, language, text, is it hidden;
    ``mapped`` leads from a term of another scheme to those of ours that answer it. ``lines`` is
    what ``above`` has worked out.
    """

    names: dict[int, dict[str, str]] = field(default_factory=dict)
    scheme: dict[int, str] = field(default_factory=dict)
    code: dict[tuple[str, str], int] = field(default_factory=dict)
    broader: dict[int, int] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    mapped: dict[int, set[int]] = field(default_factory=dict)
    lines: dict[int, tuple[int, ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def analyser(self) -> Analyser:
        """The analyser that knows the vocabulary's own words as parts of compounds."""
        shown = (text for _, language, text, is_hidden in self.told
                 if language in BOKMAL_AND_NYNORSK and not is_hidden)  # fmt: skip
        return Analyser(Splitter(word for text in shown for word in words(text)))

    @cached_property
    def labels(self) -> Labels:
        """The labels, ready to be found in texts."""
        return Labels(self.told, self.analyser)

    def name(self, concept_id: int, language: str = "nb") -> str:
        """What a concept is called in a language, or in the next best one."""
        names = self.names.get(concept_id, {})
        return next((names[tag] for tag in (language, "nb", "en", *names) if tag in names), "")

    def code_of(self, concept_id: int) -> str:
        """A concept's code within its scheme."""
        return self.codes.get(concept_id, "")

    @cached_property
    def codes(self) -> dict[int, str]:
        """Concept → its code within its scheme."""
        return {id_: code for (_, code), id_ in self.code.items()}

    @cached_property
    def codes_by_id(self) -> defaultdict[str, str]:
        """The same by the concept's id as text, "" for what is no concept."""
        return defaultdict(str, {str(id_): code for id_, code in self.codes.items()})

    @cached_property
    def facet(self) -> dict[int, str]:
        """Concept → the facet in which it is counted and chosen: its scheme, or a part of that."""
        tops = {self.code[term]: facet for term, facet in APART.items() if term in self.code}
        found = dict(self.scheme)
        for id_ in self.scheme:
            found.update((id_, tops[one]) for one in self.above(id_) if one in tops)
        return found

    def above(self, concept_id: int) -> tuple[int, ...]:
        """The concept and everything broader, the nearest first; worked out once for each."""
        found = self.lines.get(concept_id)
        if found is None:
            line: dict[int, None] = {}
            current: int | None = concept_id
            while current is not None and current not in line:
                line[current] = None
                current = self.broader.get(current)
            found = self.lines[concept_id] = tuple(line)
        return found

    @cached_property
    def wide(self) -> frozenset[int]:
        """The concepts that have narrower ones."""
        return frozenset(self.broader.values())

    def general(self, ids: Collection[int]) -> list[int]:
        """Those of some concepts that have narrower ones, none of which is among them."""
        wide = [id_ for id_ in ids if id_ in self.wide]
        if not wide:
            return wide
        within = {one for id_ in ids for one in self.above(id_)[1:]}
        return [id_ for id_ in wide if id_ not in within]

    def named(self, text: str, scheme: str) -> int | None:
        """The concept of a scheme that a code, a name or people's words for it lead to."""
        if (scheme, text) in self.code:
            return self.code[scheme, text]
        wanted = text.casefold()
        for id_, names in self.names.items():
            if self.scheme[id_] == scheme and wanted in map(str.casefold, names.values()):
                return id_
        for match in matching.matches(self.labels, self.labels.read(words(text))):
            if found := [id_ for id_ in sorted(match.concepts) if self.scheme[id_] == scheme]:
                return found[0]
        return None


def lexicon() -> Lexicon:
    """The lexicon of everything the database's vocabulary holds. Four queries."""
    found = Lexicon()
    for id_, scheme, code, broader in Concept.objects.values_list(
        "id", "scheme_id", "code", "broader_id"
    ):
        found.scheme[id_], found.code[scheme, code] = scheme, id_
        if broader:
            found.broader[id_] = broader
    for id_, scheme, _code, language, kind, text in queries.lexicon():
        if kind == "preferred":
            found.names.setdefault(id_, {})[language] = text
        if scheme in ASKED:
            found.told.append((id_, language, text, kind == "hidden"))
    found.mapped = queries.counterparts(found.scheme)
    return found
