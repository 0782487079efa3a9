"""What the first page offers beside its one question."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from django.urls import reverse
from django.utils import timezone

from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.queries import asked
from knutepunkt.site.asking.posing import query_of
from knutepunkt.site.asking.question import Question
from knutepunkt.site.choices import State, alphabetical, lexicon_now, state_now
from knutepunkt.site.pages.voices import Voice, speaking, voices
from knutepunkt.site.words import STANDS_IN, page_language

MOST_VOICES = 3


@dataclass(frozen=True, slots=True)
class Link:
    """A name that leads somewhere. ``lang`` is its language where that is not the page's."""

    name: str
    url: str
    code: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """A question that can be asked with one press, and how many groups it finds."""

    question: Question
    total: int


@dataclass(frozen=True, slots=True)
class Home:
    """The first page."""

    families: list[Link]
    online: Counted
    voices: list[Voice]


def home_page(now: datetime) -> Home:
    """The first page on a day. Asks the database only when the directory has changed."""
    return home_in(state_now(), timezone.localdate(now), page_language())


@lru_cache(maxsize=6)
def home_in(state: State, on: date, tongue: str) -> Home:
    """The first page in one state of the index, on one day, in one language."""
    del state
    online = Question(mode="online")
    total = asked(query_of(online, lexicon_now())).total
    return Home(
        families(tongue),
        Counted(online, total),
        voices(speaking(on)[:MOST_VOICES], is_brief=True),
    )


def families(tongue: str) -> list[Link]:
    """The broadest themes, by name."""
    words = lexicon_now()
    found = [
        (code, words.name(id_, tongue))
        for (scheme, code), id_ in words.code.items()
        if scheme == "theme" and id_ not in words.broader
    ]
    found.sort(key=alphabetical)
    return [
        Link(name, reverse("theme", args=[code]), code, lang_of(words, words.code["theme", code]))
        for code, name in found
    ]


def lang_of(words: Lexicon, id_: int) -> str:
    """ "se" for a name in Northern Sámi on a page that otherwise stands in Bokmål; else ""."""
    asked = page_language()
    return asked if asked in STANDS_IN and asked in words.names.get(id_, {}) else ""
