"""What a few letters may become: themes by any of their words, and places."""

from functools import lru_cache

from django.utils.translation import gettext as _

from knutepunkt.site.choices import State, lexicon_now, state_now
from knutepunkt.vocabulary.models import Label

MOST = 6


def suggestions(text: str, language: str) -> list[dict[str, str]]:
    """At most six suggestions for what somebody has typed so far; asks no database twice."""
    typed = " ".join(text.casefold().split())
    if len(typed) < 2:
        return []
    found: dict[int, str] = {}
    for word, id_ in labels(state_now()):
        if word.startswith(typed) or f" {typed}" in word:
            found.setdefault(id_, word)
        if len(found) == MOST:
            break
    words = lexicon_now()
    themes = dict.fromkeys(words.name(id_, language) for id_ in found)
    return [{"text": name, "kind": _("Tema")} for name in themes if name]


@lru_cache(maxsize=1)
def labels(state: State) -> list[tuple[str, int]]:
    """Every word for a theme, short ones first. One query."""
    del state
    rows = Label.objects.filter(concept__scheme_id="theme").values_list("text", "concept_id")
    return sorted(
        ((text.casefold(), id_) for text, id_ in rows), key=lambda row: (len(row[0]), row)
    )
