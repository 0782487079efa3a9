"""Concepts of other schemes that say as much of a group as one of ours."""

from collections.abc import Iterable, Iterator

from knutepunkt.search.language import kin
from knutepunkt.search.lexicon import Lexicon


def alike(lexicon: Lexicon, ids: Iterable[int]) -> Iterator[int]:
    """Those that say as much as some concepts: a men's group is a group for men."""
    for id_ in ids:
        for told in kin.alike().get((lexicon.code_of(id_), ""), ()):
            scheme, _, code = told.partition(":")
            if (other := lexicon.code.get((scheme, code))) is not None:
                yield other
