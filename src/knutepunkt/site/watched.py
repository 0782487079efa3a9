"""Themes where somebody may be watched at home, and where somebody's life may be in danger.

The quick way out stands larger for the former; for the latter the numbers to call come first.
"""

from collections.abc import Iterable

from knutepunkt.search.lexicon import Lexicon

FAMILIES = ("vold-og-overgrep",)
URGENT = ("selvmordstanker", "selvskading")


def may_be_watched(words: Lexicon, ids: Iterable[int]) -> bool:
    """Say whether somebody may be watched who asks for some concepts."""
    return are_in(FAMILIES, words, ids)


def is_urgent(words: Lexicon, ids: Iterable[int]) -> bool:
    """Say whether somebody may be in danger who asks for some concepts."""
    return are_in(URGENT, words, ids)


def are_in(themes: tuple[str, ...], words: Lexicon, ids: Iterable[int]) -> bool:
    """Say whether any of the concepts is one of some themes or lies below one."""
    families = {words.code["theme", code] for code in themes if ("theme", code) in words.code}
    return any(families.intersection(words.above(id_)) for id_ in ids)
