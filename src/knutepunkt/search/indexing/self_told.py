"""What a group tells of itself, as the index keeps it: nothing where somebody classified it."""

from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from knutepunkt.search.indexing.facts import GroupFacts
from knutepunkt.search.indexing.numbering import Numbering
from knutepunkt.search.indexing.telling import Telling, Themes
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import concept_token


class SelfTold(NamedTuple):
    """What a group has by the themes it tells of itself: values of facets, and the numbers of
    tokens by how plainly it tells.
    """

    facets: tuple[str, ...] = ()
    by_name: bytes = b""
    by_words: bytes = b""
    faintly: bytes = b""


class SelfTelling:
    """Writes what groups tell of themselves as numbers, for as long as a numbering lives."""

    def __init__(self, telling: Telling, numbering: Numbering) -> None:
        self.telling, self.numbering = telling, numbering
        self.lexicon: Lexicon = telling.lexicon
        self.written = lru_cache(maxsize=20_000)(self._written)

    def of(self, facts: GroupFacts, foreign: list[str]) -> SelfTold:
        """What a group tells by its name and the names of terms that are not ours (``foreign``), by
        its own words, and by who stands behind it.
        """
        telling, names = self.telling, [facts.name, *foreign]
        texts = [own.get("text", "") for own in facts.own_words]
        named = tuple(chain.from_iterable(map(telling.of_name, names)))
        said = tuple(chain.from_iterable(map(telling.of_text, texts)))
        facets, by_name, above_names = self.written(named)
        more, by_words, above_words = self.written(said)
        others, *behind = self.written(telling.of_name(facts.organisation))
        return SelfTold(
            tuple(dict.fromkeys((*facets, *more, *others))),
            by_name,
            above_names + by_words,
            above_words + b"".join(behind),
        )

    def _written(self, themes: Themes) -> tuple[tuple[str, ...], bytes, bytes]:
        """What is counted of some themes and all above them; the numbers of the tokens of the
        themes, and of those above.
        """
        lexicon, of = self.lexicon, self.numbering.of
        own = dict.fromkeys(themes)
        above = dict.fromkeys(one for id_ in own for one in lexicon.above(id_)[1:])
        facets = tuple(f"{lexicon.facet[id_]}:{id_}" for id_ in own | above)
        return facets, of(map(concept_token, own)), of(map(concept_token, above))
