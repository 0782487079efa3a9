"""Everything the page of one term tells: what several say it means, none before another."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from knutepunkt.distribute.published import public_concepts
from knutepunkt.search.results import name_in
from knutepunkt.site.group.own_words import OwnWords
from knutepunkt.site.pages.terms_elsewhere import Elsewhere, elsewhere
from knutepunkt.site.words import LANGUAGES, day, language, word
from knutepunkt.vocabulary.models import Concept, Definition
from knutepunkt.vocabulary.queries import definitions_of, labels_of, names_of


@dataclass(frozen=True, slots=True)
class Meaning:
    """One owner's definition, as it was written."""

    owner: str
    words: OwnWords
    source: str


@dataclass(frozen=True, slots=True)
class TermPage:
    """A term as its page shows it. ``labels`` are (tag, language by name, words), and ``groups`` is
    where its groups are, "" for a term that has no such page.
    """

    name: str
    scheme: str
    author: str
    code: str
    scope: str
    labels: list[tuple[str, str, list[str]]]
    meanings: list[Meaning]
    groups: str
    elsewhere: list[Elsewhere]

    @property
    def has_other_words(self) -> bool:
        """Say whether some language has more words for it than its name."""
        return any(len(texts) > 1 for _tag, _named, texts in self.labels)


def term_known(scheme: str, code: str) -> Concept | None:
    """The term of a list with a code that anybody may read about, or None."""
    return public_concepts().select_related("scheme").filter(scheme_id=scheme, code=code).first()


def term_page(known: Concept, today: date) -> TermPage:
    """The page of a term. Six queries."""
    return TermPage(
        name=names_of([known.pk], language())[known.pk],
        scheme=name_in(known.scheme.title, language()) if known.scheme.title else known.scheme_id,
        author=known.scheme.author,
        code=known.code,
        scope=name_in(known.scope, language()) if known.scope else "",
        labels=labels_by_language(known),
        meanings=[meaning(one) for one in definitions_of(known, today)],
        groups=reverse("theme", args=[known.code]) if known.scheme_id == "theme" else "",
        elsewhere=elsewhere(known),
    )


def labels_by_language(known: Concept) -> list[tuple[str, str, list[str]]]:
    """Every word for a term that is not only for the search, the page's own language first."""
    found: dict[str, list[str]] = {}
    for one in labels_of(known):
        if one.kind != "hidden" and one.text not in found.setdefault(one.language, []):
            found[one.language].append(one.text)
    tags = sorted(found, key=lambda tag: (tag != language(), tag))
    return [(tag, word(LANGUAGES, tag) or tag, found[tag]) for tag in tags if found[tag]]


def meaning(one: Definition) -> Meaning:
    """A definition with whose it is and when it was written."""
    named = word(LANGUAGES, one.language) or one.language
    words = OwnWords(one.text, one.language, named, one.owner, day(one.dated))
    return Meaning(one.owner, words, one.source)
