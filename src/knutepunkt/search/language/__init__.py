"""How texts become tokens, and questions become needs. Knows no index and no database.

Takes in words; hands on tokens (``Analyser``), what labels a text holds (``Labels``), places, times
and near spellings. Everything is learnt from the vocabulary's own words and a few word lists in
``data``. The journey of a text: docs/explanation/language.md.
"""

from knutepunkt.search.language.analysing import Analyser
from knutepunkt.search.language.labels import Labels
from knutepunkt.search.language.letters import bare, folded, words
from knutepunkt.search.language.reading import Match, Read
from knutepunkt.search.language.spelling import Speller
from knutepunkt.search.language.splitting import Splitter
from knutepunkt.search.language.stems import english_stem, stem

__all__ = [
    "Analyser",
    "Labels",
    "Match",
    "Read",
    "Speller",
    "Splitter",
    "bare",
    "english_stem",
    "folded",
    "stem",
    "words",
]
