"""Themes where somebody may be watched at home: the quick way out stands larger there."""

from collections.abc import Iterable

from knutepunkt.search.lexicon import Lexicon

FAMILIES = ("vold-og-overgrep",)


def may_be_watched(words: Lexicon, ids: Iterable[int]) -> bool:
    """Say whether any of the concepts lies in such a family."""
    families = {words.code["theme", code] for code in FAMILIES if ("theme", code) in words.code}
    return any(families.intersection(words.above(id_)) for id_ in ids)
