"""What organisations say self-help is: several side by side, in an order that prefers none."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from django.urls import reverse

from knutepunkt.directory.models import Group, Organisation
from knutepunkt.site.choices import State, state_now
from knutepunkt.site.group.own_words import OwnWords, own_words
from knutepunkt.vocabulary.queries import turn

CUT = 320
PAGE = 24


@dataclass(frozen=True, slots=True)
class Voice:
    """One organisation's words. ``is_cut`` says that only their beginning is here."""

    name: str
    url: str
    words: OwnWords
    is_cut: bool
    is_fictitious: bool


def speaking(on: date) -> tuple[int, ...]:
    """The organisations that say something of themselves and have groups, in the day's order."""
    return speaking_in(state_now(), on)


@lru_cache(maxsize=4)
def speaking_in(state: State, on: date) -> tuple[int, ...]:
    """As ``speaking``, remembered until the directory changes. One query."""
    del state
    with_groups = Group.objects.filter(withdrawn_at=None, is_published=True)
    ids = (
        Organisation.objects.exclude(own_words=[])
        .filter(pk__in=with_groups.values("organisation"))
        .values_list("pk", flat=True)
    )
    return tuple(sorted(ids, key=lambda id_: turn(on, id_)))


def voices(ids: Iterable[int], *, is_brief: bool = False) -> list[Voice]:
    """The words of some organisations, in the order of the ids. One query."""
    found = Organisation.objects.in_bulk(list(ids))
    spoken = [voice(found[id_], is_brief=is_brief) for id_ in ids if id_ in found]
    return [one for one in spoken if one is not None]


def voice(organisation: Organisation, *, is_brief: bool) -> Voice | None:
    """An organisation's words in the language of the page, or the next best; None without any."""
    texts = own_words(organisation.own_words)
    if not texts:
        return None
    words = texts[0]
    is_cut = is_brief and len(words.text) > CUT
    if is_cut:
        words = replace(words, text=beginning(words.text))
    url = reverse("organisation", args=[organisation.uid])
    return Voice(organisation.name, url, words, is_cut, organisation.is_fictitious)


def beginning(text: str) -> str:
    """The first whole words of a text, with dots where it goes on."""
    return text[:CUT].rsplit(" ", 1)[0].rstrip(" ,.;:–-") + " …"
