"""Which themes within the one that was asked for are left out: "sorg, ikke etter selvmord"."""

from collections.abc import Collection, Sequence

from knutepunkt.search.language.kin import ANYBODY, themes_for
from knutepunkt.search.language.letters import words
from knutepunkt.search.lexicon import Lexicon

THEME = "theme"


def narrower(
    lexicon: Lexicon, asked: set[int], said: Sequence[str], meant: Collection[int]
) -> tuple[int, ...]:
    """Themes below those asked for that have all of some words in a name, or are for those close to
    whom ``meant`` is about.
    """
    inside = [id_ for id_ in lexicon.broader if not asked.isdisjoint(above(lexicon, id_))]
    wanted = [set(lexicon.analyser.atoms(word)) for word in said]
    kin = {code for id_ in meant for code in themes_for(codes(lexicon, id_), ANYBODY)}
    return tuple(
        id_ for id_ in sorted(inside)
        if lexicon.code_of(id_) in kin or (wanted and is_named(lexicon, id_, wanted))
    )  # fmt: skip


def above(lexicon: Lexicon, concept: int) -> set[int]:
    """All that is broader than a concept, without itself."""
    return {*lexicon.above(concept)} - {concept}


def codes(lexicon: Lexicon, concept: int) -> list[str]:
    """The codes of a concept and of all above it, if it is a theme."""
    if lexicon.scheme[concept] != THEME:
        return []
    return [lexicon.code_of(id_) for id_ in lexicon.above(concept)]


def is_named(lexicon: Lexicon, concept: int, wanted: list[set[str]]) -> bool:
    """Say whether one name of a concept has the atoms of all of some words."""
    for name in lexicon.names.get(concept, {}).values():
        named = {atom for word in words(name) for atom in lexicon.analyser.atoms(word)}
        if all(atoms <= named for atoms in wanted):
            return True
    return False
