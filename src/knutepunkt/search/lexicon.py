"""The words people use for concepts, as phrases of stems."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from knutepunkt.search.language import tokens
from knutepunkt.vocabulary import queries
from knutepunkt.vocabulary.models import Concept

Phrase = tuple[str, ...]
ASKED = ("theme", "target-group", "working-form", "language", "openness", "accessibility", "format")
LIKENESS = 78


@dataclass(slots=True)
class Lexicon:
    """Which concepts a phrase of stems can mean, and what concepts are called.

    ``broader`` leads from a concept to the one above it; ``names`` are preferred labels by
    language; ``spelled`` has each phrase as a person may read it.
    """

    phrases: dict[Phrase, set[int]] = field(default_factory=dict)
    names: dict[int, dict[str, str]] = field(default_factory=dict)
    spelled: dict[Phrase, str] = field(default_factory=dict)
    scheme: dict[int, str] = field(default_factory=dict)
    code: dict[tuple[str, str], int] = field(default_factory=dict)
    broader: dict[int, int] = field(default_factory=dict)
    longest: int = 1

    def matches(self, stems: list[str]) -> Iterator[tuple[int, int, set[int]]]:
        """Spans (start, end, concept ids) of phrases, longest first from the left, no crossing."""
        start = 0
        while start < len(stems):
            for end in range(min(len(stems), start + self.longest), start, -1):
                if found := self.phrases.get(tuple(stems[start:end])):
                    yield start, end, found
                    start = end
                    break
            else:
                start += 1

    def like(self, stem: str) -> Phrase | None:
        """The one-word phrase spelled most like a stem, if any comes near."""
        singles = [phrase[0] for phrase in self.phrases if len(phrase) == 1]
        best = process.extractOne(stem, singles, scorer=fuzz.ratio, score_cutoff=LIKENESS)
        return (best[0],) if best and len(stem) > 3 else None

    def reading(self, phrase: Phrase) -> str:
        """A phrase of stems as a person may read it: a proper label, else the concept's name."""
        return self.spelled.get(phrase) or self.name(min(self.phrases[phrase])).lower()

    def name(self, concept_id: int, language: str = "nb") -> str:
        """What a concept is called in a language, or in the next best one."""
        names = self.names.get(concept_id, {})
        return next((names[tag] for tag in (language, "nb", "en", *names) if tag in names), "")

    def above(self, concept_id: int) -> Iterator[int]:
        """The concept and everything broader."""
        seen: set[int] = set()
        current: int | None = concept_id
        while current is not None and current not in seen:
            seen.add(current)
            yield current
            current = self.broader.get(current)


def lexicon() -> Lexicon:
    """The lexicon of everything the database's vocabulary holds. Two queries."""
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
        if scheme in ASKED and (phrase := tuple(tokens(text))):
            found.phrases.setdefault(phrase, set()).add(id_)
            if kind != "hidden":
                found.spelled.setdefault(phrase, text.lower())
            found.longest = max(found.longest, len(phrase))
    return found
