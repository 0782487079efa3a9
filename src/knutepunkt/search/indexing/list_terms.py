"""What the terms of a source's own list name besides themes: for whom, in which language, what the
place is like. A list that says «Kvinner» or "Rollstuhl" has said so, whatever its scheme.
"""

from collections.abc import Collection
from functools import cache, lru_cache

from knutepunkt.search.language import Match, matching
from knutepunkt.search.language.leaving import signs
from knutepunkt.search.language.letters import WORD, composed, folded
from knutepunkt.search.language.list_words import concepts_of_list
from knutepunkt.search.language.reading import as_meant
from knutepunkt.search.language.shouted import shouted
from knutepunkt.search.language.tables import lines
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.understanding.kinds import LANGUAGE, NO, PEOPLE, THEME
from knutepunkt.search.understanding.leaving import breaks_in
from knutepunkt.search.understanding.needs import Asking

ACCESSIBILITY = "accessibility"
NAMED = frozenset((PEOPLE, LANGUAGE, ACCESSIBILITY, "working-form", "openness"))
TOLD_IN_TEXT = frozenset((ACCESSIBILITY,))
MOST_LETTERS = 300
SURE = 0.95
Ids = tuple[int, ...]


@cache
def for_whom() -> dict[str, tuple[str, ...]]:
    """Code of a theme → codes of the target groups that it tells."""
    parted = (line.partition(":") for line in lines("for-whom"))
    return {theme.strip(): tuple(groups.split()) for theme, _, groups in parted}


def is_denied(match: Match, said: list[str]) -> bool:
    """Say whether a few words deny what they name: "ikke tilgjengelig med rullestol"."""
    return any(
        said[number] in NO for number in range(min(match.words)) if number not in match.words
    )


class ListTerms:
    """Reads terms of lists, each worked out once for a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.of_known = lru_cache(maxsize=20_000)(self._of)

    def themes(self, term: str) -> tuple[Ids, bool]:
        """The themes that a term names by the words of lists, and whether those are all of it."""
        ids, is_all = self.listed(term[:MOST_LETTERS], (THEME,))
        return tuple(ids), is_all

    def of(self, term: str) -> Ids:
        """The concepts of ours besides themes that a term names."""
        return self.of_known(term[:MOST_LETTERS], NAMED)

    def of_text(self, text: str) -> Ids:
        """What a text about the house says is arranged, line by line."""
        lines_ = text[:MOST_LETTERS].split("\n")
        return tuple(id_ for line in lines_ for id_ in self.of_known(line, TOLD_IN_TEXT))

    def _of(self, term: str, schemes: Collection[str]) -> Ids:
        listed, is_all = self.listed(term, schemes)
        return tuple(dict.fromkeys((*listed, *([] if is_all else self.labelled(term, schemes)))))

    def listed(self, term: str, schemes: Collection[str]) -> tuple[list[int], bool]:
        """What a term names of some schemes by the words of lists; whether it names it whole."""
        code, (named, is_all) = self.lexicon.code, concepts_of_list(term)
        return [code[one] for one in named if one[0] in schemes and one in code], is_all

    def labelled(self, term: str, schemes: Collection[str]) -> list[int]:
        """What a term names by our own labels, and does not deny."""
        written = WORD.findall(composed(term))
        said, labels = as_meant([folded(word) for word in written]), self.lexicon.labels
        asking = Asking(self.lexicon, labels.read(said, shouted(written)))
        matches = matching.matches(labels, asking.read)
        if not signs().isdisjoint(said):
            matches = asking.leave_out(matches, breaks_in(term), set())
        return [
            id_
            for match in matches
            if match.share >= SURE and not is_denied(match, said)
            for id_, sureness in match.concepts.items()
            if sureness >= SURE and self.lexicon.scheme[id_] in schemes
        ]

    def whom(self, themes: Collection[int]) -> list[int]:
        """The target groups that themes tell, each by the nearest theme above that tells any."""
        found: dict[int, None] = {}
        for id_ in themes:
            above = (self.lexicon.code_of(one) for one in self.lexicon.above(id_))
            groups: tuple[str, ...] = next(
                (for_whom()[code] for code in above if code in for_whom()), ()
            )
            ids = (self.lexicon.code.get((PEOPLE, code)) for code in groups)
            found |= dict.fromkeys(one for one in ids if one is not None)
        return list(found)
