"""The search index: columns beside the database, mapped into memory, rebuilt from it at any time.

The door: ``current`` opens it, ``search`` asks it, ``build`` and ``change`` write it. What it takes
in are ``Record``s; what it answers is an ``Answered``. It knows neither the database nor language.
"""

from knutepunkt.search.index.ask import After, Ask, Restriction
from knutepunkt.search.index.asking import Answered, all_keys, keys_telling, search
from knutepunkt.search.index.changing import build, change, join, note, to_join
from knutepunkt.search.index.gathering import sums_by_key
from knutepunkt.search.index.opening import Index, current
from knutepunkt.search.index.record import Level, Record, Row, Times, Words
from knutepunkt.search.index.storage import Damaged
from knutepunkt.search.index.times import asked_of, end_of

__all__ = [
    "After",
    "Answered",
    "Ask",
    "Damaged",
    "Index",
    "Level",
    "Record",
    "Restriction",
    "Row",
    "Times",
    "Words",
    "all_keys",
    "asked_of",
    "build",
    "change",
    "current",
    "end_of",
    "join",
    "keys_telling",
    "note",
    "search",
    "sums_by_key",
    "to_join",
]
