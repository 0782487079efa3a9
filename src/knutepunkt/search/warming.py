"""What the first question of a process would wait for, done before anybody asks one.

Code, words, labels and the tables of spellings are read when they are first needed: half a second,
which somebody would wait for each time a process begins, and so would news where it took another's
place. In the background: a server that is told to stop while it still begins may never hear of it.
"""

import logging
from importlib import import_module
from threading import Event

from django.conf import settings
from django.db import connections

from knutepunkt.search.queries import asked
from knutepunkt.search.query import Query
from knutepunkt.search.suggesting.suggestions import suggestions

EVERYTHING = "sorrg i Trondheim på tirsdag"  # A word to mend, a place and a day.
log = logging.getLogger(__name__)


def warm(stop: Event) -> None:
    """Ask what needs all there is to read; what is wrong is told to whoever asks next."""
    del stop  # It ends by itself.
    try:
        import_module(settings.ROOT_URLCONF)
        asked(Query(EVERYTHING))
        suggestions("so", "nb")
    except Exception as error:  # no index yet, or a database that restarts: questions come anyhow
        log.info("the first question will take longer: %s", type(error).__name__)
    finally:
        connections.close_all()
