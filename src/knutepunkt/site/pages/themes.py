"""Everything the page of one theme tells."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from knutepunkt.alphabet import in_order
from knutepunkt.directory.enums import Mode
from knutepunkt.search import queries as search_queries
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.query import Query
from knutepunkt.search.results import name_in
from knutepunkt.site.asking.question import Question
from knutepunkt.site.choices import lexicon_now
from knutepunkt.site.pages import home, listing
from knutepunkt.site.pages.home import Link
from knutepunkt.site.pages.organisations import Named, behind
from knutepunkt.site.pages.terms_elsewhere import Elsewhere, elsewhere
from knutepunkt.site.watched import is_urgent, may_be_watched
from knutepunkt.site.words import LANGUAGES, language, page_language, word
from knutepunkt.vocabulary.models import Concept
from knutepunkt.vocabulary.queries import definitions_of, labels_of

MOST_ORGANISATIONS = 60


@dataclass(frozen=True, slots=True)
class ThemePage:
    """A theme as its page shows it. ``named`` is its name elsewhere: tag, language, name.

    ``telling`` says that some groups stand there for what they write, for nobody sorted them.
    """

    code: str
    name: str
    scope: str
    named: list[tuple[str, str, str]]
    above: list[Link]
    below: list[Link]
    definitions: int
    elsewhere: list[Elsewhere]
    counties: list[listing.CountyCount]
    online: int
    organisations: list[Named]
    groups: listing.Listing
    telling: bool
    question: Question
    online_question: Question
    may_be_watched: bool
    is_urgent: bool


def theme_known(code: str) -> Concept | None:
    """The theme with a code, or None."""
    return Concept.objects.filter(scheme_id="theme", code=code).first()


def theme_page(known: Concept, county: str, page: int, today: date) -> ThemePage:
    """The page of a theme, its groups in one county or in all. Eight queries, however many."""
    words, about = lexicon_now(), Query(concepts=(known.pk,))
    found = listing.counted(about)
    labels = labels_of(known)
    return ThemePage(
        code=known.code,
        name=words.name(known.pk, language()),
        scope=name_in(known.scope, language()) if known.scope else "",
        named=[(one.language, word(LANGUAGES, one.language) or one.language, one.text)
               for one in labels if one.kind == "preferred" and one.language != language()],
        above=links(words, [*words.above(known.pk)][:0:-1]),
        below=links(words, [id_ for id_, above in words.broader.items() if above == known.pk]),
        definitions=len(definitions_of(known, today)),
        elsewhere=elsewhere(known),
        counties=listing.by_county(found),
        online=listing.online(about),
        organisations=behind(found, MOST_ORGANISATIONS),
        groups=listing.listing(listing.in_county(about, county), page, today, county),
        telling=bool(search_queries.telling(known.pk)),
        question=Question(theme=known.code),
        online_question=Question(theme=known.code, mode=Mode.ONLINE),
        may_be_watched=may_be_watched(words, [known.pk]),
        is_urgent=is_urgent(words, [known.pk]),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Family:
    """A broadest theme and those right below it."""

    link: Link
    below: list[Link]


def families(tongue: str) -> list[Family]:
    """Every theme, family by family. Asks no database."""
    words = lexicon_now()
    return [
        Family(link, links(words, [one for one in below(words, id_) if one != id_]))
        for link in home.families(tongue)
        for id_ in [words.code["theme", link.code]]
    ]


def below(words: Lexicon, id_: int) -> list[int]:
    """A concept and everything narrower."""
    return [one for one in words.scheme if id_ in words.above(one)]


def links(words: Lexicon, ids: list[int]) -> list[Link]:
    """Themes by name, as links; a family in the order it was given."""
    codes = {id_: code for (scheme, code), id_ in words.code.items() if scheme == "theme"}
    found = [
        Link(words.name(id_, page_language()), reverse("theme", args=[codes[id_]]),
             lang=home.lang_of(words, id_))
        for id_ in ids
        if id_ in codes
    ]  # fmt: skip
    return sorted(found, key=lambda link: in_order(link.name))
