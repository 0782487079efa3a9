"""Compares the index with the directory: they may never disagree silently."""

from random import sample
from typing import NamedTuple

from knutepunkt.directory.editions import latest_edition
from knutepunkt.directory.queries import going_on
from knutepunkt.search.index import Index, sums_by_key
from knutepunkt.search.indexing import following
from knutepunkt.search.indexing.documents import Documents
from knutepunkt.search.indexing.facts import facts_of
from knutepunkt.search.indexing.states import vocabulary_state
from knutepunkt.search.lexicon import lexicon

LOOKED_AT = 500


class Compared(NamedTuple):
    """What a comparison found. ``wrong`` is empty when the two agree."""

    groups: int
    edition: int
    looked_at: int
    wrong: str = ""


def compared(looked_at: int = LOOKED_AT) -> Compared:
    """The index held against the directory: files, edition, keys, and some groups word by word.

    Raises Damaged.
    """
    index = following.current()
    index.verify()
    edition, latest = index.manifest.edition, latest_edition()
    known, shown = index.pks(), set(going_on().values_list("pk", flat=True))
    some = sample(sorted(known & shown), min(looked_at, len(known & shown)))
    wrong = ""
    if edition != latest:
        wrong = f"at edition {edition} of {latest}"
    elif index.manifest.vocabulary != vocabulary_state():
        wrong = "of an older vocabulary"
    elif known != shown:
        wrong = f"lacks {len(shown - known)} groups and has {len(known - shown)} too many"
    elif other := differing(index, some):
        wrong = f"differs from the directory in {other} of {len(some)} groups looked at"
    return Compared(len(known), edition, len(some), wrong)


def differing(index: Index, pks: list[int]) -> int:
    """How many of some groups the index keeps otherwise than the directory has them."""
    documents, wrong = Documents(lexicon()), 0
    for start in range(0, len(pks), following.BATCH):
        sums = sums_by_key(documents.records(facts_of(pks[start : start + following.BATCH])))
        wrong += sum(index.content_of(pk) != content for pk, content in sums.items())
    return wrong
