"""The twelve kinds of question, some of each, with everything resolved that language would."""

from collections.abc import Callable
from datetime import UTC, datetime
from random import Random
from typing import NamedTuple

from msgspec.structs import replace

from knutepunkt import gazetteer
from knutepunkt.search.index import Index
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import Meaning, Need, Term, concept_token
from knutepunkt.search.query import Query

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
EACH = 40
TOWNS = "Oslo Bergen Trondheim Stavanger Tromsø Bodø Hamar Molde Arendal Alta Skien Moss".split()
EVENING = (17 * 60, 22 * 60)


class Question(NamedTuple):
    """One question of a kind. ``typo`` is what was typed where it has to be corrected first."""

    kind: str
    query: Query
    meaning: Meaning = Meaning()
    typo: str = ""


class Asker:
    """Draws questions that fit a lexicon and an index."""

    def __init__(self, lexicon: Lexicon, index: Index) -> None:
        self.lexicon, self.random = lexicon, Random(7)
        self.themes = self.used(index, "theme")
        self.targets = self.used(index, "target-group")
        self.languages = self.used(index, "language")
        self.words = [token for token, count in index.tokens() if count > 2 and token.isalpha()
                      and len(token) > 4]  # fmt: skip

    def used(self, index: Index, scheme: str) -> dict[int, int]:
        """The concepts of a scheme that some group has, and how many have each."""
        ids = (id_ for (of, _), id_ in self.lexicon.code.items() if of == scheme)
        return {id_: count for id_ in ids if (count := index.count(concept_token(id_)))}

    def pick(self, things: dict[int, int]) -> int:
        """One of some concepts, those that more groups have more often."""
        return self.random.choices(list(things), list(things.values()))[0]

    def theme(self) -> Meaning:
        """A theme as people ask for it, rare ones too: its concept, or the words of its name."""
        id_ = self.random.choice(list(self.themes))
        words = self.lexicon.analyser.tokens(self.lexicon.name(id_))
        terms = (Term(concept_token(id_)), *(Term(word, 60) for word in words[:2]))
        return Meaning((Need(terms, "theme"),))

    def here(self) -> tuple[float, float]:
        """A point in a town."""
        spot = gazetteer.spot_named(self.random.choice(TOWNS))
        assert spot is not None
        return spot.latitude + self.random.uniform(-0.05, 0.05), spot.longitude

    def some(self) -> list[Question]:
        """Some questions of each kind."""
        kinds: dict[str, Callable[[], Question]] = {
            name.removeprefix("ask_"): getattr(self, name)
            for name in dir(self)
            if name.startswith("ask_")
        }
        return [ask() for ask in kinds.values() for _ in range(EACH)]

    def ask_01_text(self) -> Question:
        return Question("1 text", Query(now=NOW, limit=10), self.theme())

    def ask_02_text_filters(self) -> Question:
        concepts = (self.pick(self.targets), self.pick(self.languages))
        return Question(
            "2 text, filters", Query(now=NOW, limit=10, concepts=concepts), self.theme()
        )

    def ask_03_near(self) -> Question:
        return Question("3 within 25 km", Query(now=NOW, limit=10, point=self.here(), within=25))

    def ask_04_box(self) -> Question:
        (latitude, longitude), size = self.here(), self.random.uniform(0.2, 0.8)
        box = (latitude - size, longitude - 2 * size, latitude + size, longitude + 2 * size)
        return Question("4 box, 500 pins", Query(now=NOW, limit=500, box=box))

    def ask_05_prefix(self) -> Question:
        prefix = self.random.choice(self.words)[:3]
        tokens = [word for word in self.words if word.startswith(prefix)][:30]
        need = Need(tuple(Term(token) for token in tokens), prefix)
        return Question("5 prefix", Query(now=NOW, limit=10), Meaning((need,)))

    def ask_06_misspelt(self) -> Question:
        names = [w for w in self.lexicon.name(self.pick(self.themes)).lower().split() if len(w) > 4]
        if not names:
            return self.ask_06_misspelt()
        word = names[0]
        at = self.random.randrange(1, len(word) - 2)
        typo = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        return Question("6 misspelt", Query(text=typo, now=NOW, limit=10), typo=typo)

    def ask_07_compound(self) -> Question:
        two = self.random.sample(self.words, 2)
        terms = tuple(Term(token, 80) for token in two)
        return Question("7 compound", Query(now=NOW, limit=10), Meaning((Need(terms, "word"),)))

    def ask_08_time(self) -> Question:
        days = (self.random.choice(["MO", "TU", "WE", "TH"]),)
        return Question("8 evenings", Query(now=NOW, limit=10, weekdays=days, begins=EVENING))

    def ask_09_filters(self) -> Question:
        three = (self.pick(self.themes), self.pick(self.targets), self.pick(self.languages))
        return Question("9 filters only", Query(now=NOW, limit=10, concepts=three))

    def ask_10_deep(self) -> Question:
        states = ("active",)
        return Question("10 deep page", Query(now=NOW, limit=10, offset=1000, states=states))

    def ask_11_none(self) -> Question:
        need = Need((Term(f"zz{self.random.random()}"),), "zz")
        return Question("11 nothing", Query(now=NOW, limit=10), Meaning((need,)))

    def ask_12_all(self) -> Question:
        return Question("12 everything", replace(Query(now=NOW), limit=10))
