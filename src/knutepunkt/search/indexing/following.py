"""Keeps the index up with the directory: every edition that it does not know yet, in order."""

import fcntl
import logging
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.db import close_old_connections
from django.db.models import Subquery

from knutepunkt.directory.editions import latest_edition
from knutepunkt.directory.models import Edition
from knutepunkt.directory.queries import going_on
from knutepunkt.search import index
from knutepunkt.search.index import Index, Record
from knutepunkt.search.index.joining import Joiner
from knutepunkt.search.indexing.documents import Documents
from knutepunkt.search.indexing.facts import facts_of, next_groups
from knutepunkt.search.indexing.leading import Lead
from knutepunkt.search.indexing.states import vocabulary_state, words_state, writes_alike
from knutepunkt.search.lexicon import lexicon
from knutepunkt.search.ready import made_ready
from knutepunkt.vocabulary.models import LastWrite
from knutepunkt.vocabulary.queries import last_written

BATCH = 1000
PAUSE, BUSY_PAUSE = 0.2, 0.02  # Seconds; news seldom comes alone.
# The vocabulary changes seldom, and asking for it costs more than asking for the edition.
ROUNDS = 4
AFTER_ERROR = 1.0  # Seconds: a database that restarts or a full disk is seldom well at once.
Progress = Callable[[int], None]
log = logging.getLogger(__name__)
_followed = threading.Event()
_joiner = Joiner()
# When words had last been written as this process compared an index with them.
_words_written: dict[Path, datetime | None] = {}


def silent(count: int) -> None:
    """Show nothing."""
    del count


def folder() -> Path:
    """Where this node keeps its index."""
    return folder_in(settings.DATA)


@lru_cache(maxsize=4)
def folder_in(data: str | Path) -> Path:
    """The same for a folder of data; a path takes longer to make than to look up."""
    return Path(data) / "index"


def current() -> Index:
    """The index as it is. Raises Damaged."""
    return index.current(folder())


@contextmanager
def only_follower(*, wait: bool) -> Iterator[bool]:
    """Hold the index' lock; says whether it was to be had."""
    folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    with (folder() / "follow.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
            return
        yield True


def follow(progress: Progress = silent, *, wait: bool = True) -> int:
    """Bring the index up to the latest edition; makes or mends it first when it must.

    Returns how many groups were looked at. Without ``wait`` it leaves the work to whoever is at it.
    """
    with only_follower(wait=wait) as is_ours:
        if not is_ours:
            return 0
        written = last_written()
        try:
            seen = caught_up(progress)
        except index.Damaged:
            seen = rebuilt(progress) + caught_up(progress)
        _words_written[folder()] = written
        return seen


def reindex(progress: Progress = silent) -> int:
    """Rebuild the index from nothing. Returns how many groups it holds."""
    with only_follower(wait=True):
        rebuilt(progress)
        caught_up(progress)
        return current().size


def rebuilt(progress: Progress) -> int:
    """Make the index anew; the one that is there answers until the new one is whole.

    Returns how many groups it has. What is written meanwhile has a later edition.
    """
    state, edition = vocabulary_state(), latest_edition()
    records = new_documents().records(fact for pks in batches() for fact in facts_of(pks))
    told = index.build(folder(), counted(records, progress), state, edition)
    del told
    return current().size


def batches() -> Iterator[list[int]]:
    """The keys of the groups that people look for, some at a time."""
    last = 0
    while pks := list(
        going_on().filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]
    ):
        yield pks
        last = pks[-1]


def counted(records: Iterable[Record], progress: Progress) -> Iterator[Record]:
    """The records, telling of each hundred."""
    for number, record in enumerate(records, start=1):
        yield record
        if number % 100 == 0:
            progress(100)


def caught_up(progress: Progress) -> int:
    """Take in everything above the index' edition, some groups at a time. Raises Damaged."""
    seen, found = 0, current()
    state = vocabulary_state()
    if not writes_alike(found.manifest.vocabulary, state):
        raise index.Damaged("the vocabulary has changed")
    if not found.is_there():
        raise index.Damaged("a file is missing, though this process still reads it")
    latest = latest_edition()
    documents: Documents | None = None
    known, after_id = found.manifest.edition, found.manifest.after_id
    while pairs := next_groups(known, after_id, latest, BATCH):
        documents = documents or documents_now()
        edition, after_id = pairs[-1]
        known = edition - 1
        pks = [pk for _, pk in pairs]
        records = list(documents.records(facts_of(pks)))
        found = _joiner.changed(found, pks, records, known, after_id)
        seen += len(pks)
        progress(len(pks))
    if (known, after_id, found.manifest.vocabulary) != (latest, 0, state):
        index.note(found, state, latest)
    return seen


def documents_now() -> Documents:
    """What makes records; who follows all the time keeps it for as long as words are the same."""
    return documents_of(words_state()) if is_followed() else new_documents()


@lru_cache(maxsize=1)
def documents_of(state: tuple[int | None, ...]) -> Documents:
    """What makes records as of one state of all words."""
    del state
    return new_documents()


def new_documents() -> Documents:
    """What makes records by the words as they are."""
    found = lexicon()
    made_ready(found, folder())
    return Documents(found)


def is_behind() -> bool:
    """Say whether the directory has an edition that the index lacks."""
    return lacks(latest_edition())


def lacks(edition: int) -> bool:
    """Say whether the index has not all of an edition."""
    try:
        told = current().manifest
    except index.Damaged:
        return True
    return (told.edition, told.after_id) != (edition, 0)


def catch_up() -> None:
    """Bring the index up to date where nothing does so in the background. One query.

    That words or code have changed is looked for at first, and whenever words have been written.
    Large files have been read whole then: a command that answers once and ends would never hear of
    what is found meanwhile.
    """
    if is_followed():
        return
    words = LastWrite.objects.filter(pk=1).values("written_at")
    both = Edition.objects.filter(pk=1).values_list("number", Subquery(words)).first()
    edition, written = both or (0, None)
    if lacks(edition) or _words_written.get(folder(), "never") != written:
        follow(wait=True)
    try:
        current().settle()
    except index.Damaged:
        follow(wait=True)


def is_followed() -> bool:
    """Say whether this process keeps the index up to date by itself."""
    return _followed.is_set()


def follow_for_ever(stop: threading.Event) -> None:
    """Follow in the background of a server until told to stop, or wait until this process leads.

    While there is news it rests as long as it worked: answering comes first.
    """
    rounds, pause, told, lead = 0, PAUSE, "", Lead(folder())
    while not stop.wait(pause):
        started = time.monotonic()
        try:
            rounds = rounds + 1 if lead.is_ours() else 0
            seen = followed_once(rounds) if rounds else 0
        except Exception as error:  # whoever stopped here would never follow again
            # Only what kind it is: a database's own words may hold what somebody wrote.
            told, before = type(error).__name__, told
            if told != before:
                log.error("the search index cannot follow the directory: %s", told)
            lead.give_up()
            rounds, pause = 0, AFTER_ERROR
            continue
        told, worked = "", time.monotonic() - started
        pause = max(BUSY_PAUSE, min(PAUSE, worked)) if seen else PAUSE
        _followed.set()
    lead.give_up()
    _followed.clear()


def followed_once(rounds: int) -> int:
    """Look for news once. Returns how many groups were looked at."""
    close_old_connections()
    if rounds == ROUNDS:
        documents_of(words_state())  # Else the first news would wait for the words to be read.
    return follow(wait=False) if rounds % ROUNDS == 1 or is_behind() else 0
