"""Near spellings, for "no place by that name: did you mean …"."""

from functools import cache

from rapidfuzz import fuzz, process

from knutepunkt.gazetteer.index import Entry, entries
from knutepunkt.gazetteer.letters import folded
from knutepunkt.gazetteer.written import kind_hint

NEAR_ENOUGH = 68  # Of 100. Two wrong letters in a name of six still find it.


def suggestions(text: str, most: int = 5) -> tuple[str, ...]:
    """Names of places spelled like the text, the nearest first, then the larger places first."""
    _hint, name = kind_hint(text)
    keys = process.extract(
        folded(name), _keys(), scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH, limit=most
    )
    return tuple(_likeliest(entries()[key]).name for key, _score, _place in keys)


@cache
def _keys() -> tuple[str, ...]:
    """Ordered by size, because the matcher keeps the order of what is equally near."""
    return tuple(sorted(entries(), key=lambda key: _likeliest(entries()[key]).order))


def _likeliest(found: tuple[Entry, ...]) -> Entry:
    return min(found, key=lambda entry: (entry.former, entry.order))
