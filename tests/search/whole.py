"""All of the vocabulary, worked out once for every test that only reads questions by it."""

from collections.abc import Callable
from functools import cache

from django.db import transaction

from knutepunkt.search.lexicon import Lexicon, lexicon
from knutepunkt.search.meaning import Meaning
from knutepunkt.search.understanding import correcting
from knutepunkt.search.understanding.correcting import Spellers
from knutepunkt.vocabulary import actions

Reading = Callable[[str], Meaning]


def whole_lexicon() -> Lexicon:
    """The lexicon of our own vocabulary; the database is left as it was."""
    with transaction.atomic():
        actions.load()
        found = lexicon()
        transaction.set_rollback(True)
    return found


@cache
def spellers(words: Lexicon) -> Spellers:
    """The spellers of a lexicon."""
    return correcting.spellers(words)
