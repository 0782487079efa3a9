"""What the index and the vocabulary offer to choose from, remembered for as long as it holds."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from knutepunkt.alphabet import in_order
from knutepunkt.directory.queries import published
from knutepunkt.search import index
from knutepunkt.search.index import Index
from knutepunkt.search.indexing import following
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.queries import asked, lexicon_of
from knutepunkt.search.query import Query
from knutepunkt.site.words import LANGUAGES, language, word

State = tuple[Path, int, int, str]
Choice = tuple[str, Any]

# The vocabularies whose words a search may be narrowed by, beside theme and language.
OFFERED = ("target-group", "openness", "working-form", "organisation-form", "accessibility")


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the directory holds, as of one edition."""

    groups: int
    has_fictitious: bool


@dataclass(frozen=True, slots=True)
class Choices:
    """The lists of the search form, in one language."""

    themes: list[Choice]
    languages: list[Choice]
    concepts: list[Choice]
    without: list[Choice]


def index_now() -> Index:
    """The index as it is; makes it when there is none."""
    try:
        return following.current()
    except index.Damaged:
        following.follow()
        return following.current()


def state_now() -> State:
    """How far the index has come."""
    told = index_now().manifest
    return following.folder(), told.edition, told.after_id, told.vocabulary


def lexicon_now() -> Lexicon:
    """The words of the vocabulary."""
    return lexicon_of(state_now()[3])


def holdings() -> Holdings:
    """What the directory holds. One query when it has changed, else none."""
    return holdings_of(state_now())


@lru_cache(maxsize=2)
def holdings_of(state: State) -> Holdings:
    """What the directory holds in one state of the index."""
    del state
    return Holdings(asked(Query()).total, published().filter(is_fictitious=True).exists())


def choices(language: str) -> Choices:
    """The choices of the search form; the languages are those that some group speaks."""
    return choices_of(state_now(), language)


@lru_cache(maxsize=6)
def choices_of(state: State, language: str) -> Choices:
    """The choices in one state of the index and one language."""
    words = lexicon_of(state[3])
    spoken = asked(Query()).facets.get("language", {})
    languages = [
        (code, words.name(id_, language))
        for (scheme, code), id_ in words.code.items()
        if scheme == "language" and str(id_) in spoken
    ]
    return Choices(
        [("", _("Alle temaer")), *themes(words, language)],
        [("", _("Alle språk")), *sorted(languages, key=alphabetical)],
        [
            (f"{scheme}:{code}", words.name(id_, language))
            for (scheme, code), id_ in words.code.items()
            if scheme in OFFERED
        ],
        [
            (f"{scheme}:{code}", words.name(id_, language))
            for (scheme, code), id_ in words.code.items()
            if scheme in ("theme", *OFFERED)
        ],
    )


def language_named(tag: str) -> str:
    """A language of a text in words: ours for it, else the vocabulary's; "" for one it lacks."""
    known = lexicon_now()
    id_ = known.code.get(("language", tag.partition("-")[0]))
    return word(LANGUAGES, tag) or (known.name(id_, language()) if id_ is not None else "")


def themes(words: Lexicon, language: str) -> list[Choice]:
    """Every theme under the broadest one it belongs to, by name."""
    families: dict[str, list[Choice]] = {}
    for (scheme, code), id_ in words.code.items():
        if scheme == "theme":
            broadest = words.name(list(words.above(id_))[-1], language)
            families.setdefault(broadest, []).append((code, words.name(id_, language)))
    sorted_families = [(name, sorted(found, key=alphabetical)) for name, found in families.items()]
    return sorted(sorted_families, key=lambda family: in_order(family[0]))


def alphabetical(choice: Choice) -> str:
    """Sorts choices by name."""
    return in_order(choice[1])
