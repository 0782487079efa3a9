"""Keeps the index up with the directory: every edition that it does not know yet, in order."""

import fcntl
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import close_old_connections
from django.db.models import Q

from knutepunkt.directory.editions import latest_edition
from knutepunkt.directory.models import Group
from knutepunkt.search import index
from knutepunkt.search.documents import documents, with_everything
from knutepunkt.search.lexicon import Lexicon, lexicon
from knutepunkt.vocabulary.models import Label

BATCH = 500
PAUSE = 0.4
Progress = Callable[[int], None]


def silent(count: int) -> None:
    """Show nothing."""
    del count


def path() -> Path:
    """Where this node keeps its index."""
    return Path(settings.DATA) / "index" / "groups.sqlite3"


def vocabulary_state() -> str:
    """Changes whenever the labels that searches go by do, as far as the newest rows tell.

    Words of sources' own schemes do not count: they come with the groups that carry them.
    """
    shared = Label.objects.exclude(concept__scheme__kind="local")
    return f"{shared.order_by('-id').values_list('id', flat=True).first()}:{shared.count()}"


@contextmanager
def only_follower(*, wait: bool) -> Iterator[bool]:
    """Hold the index' lock; says whether it was to be had."""
    path().parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with path().with_name("follow.lock").open("w") as file:
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
        try:
            return caught_up(progress)
        except index.Damaged:
            index.create(path(), vocabulary_state())
            return caught_up(progress)


def reindex(progress: Progress = silent) -> int:
    """Rebuild the index from nothing. Returns how many groups it holds."""
    with only_follower(wait=True):
        index.create(path(), vocabulary_state())
        caught_up(progress)
        with index.connection(path()) as link:
            return index.count(link)


def caught_up(progress: Progress) -> int:
    """Take in everything above the index' edition, some hundred groups at a time."""
    seen = 0
    with index.connection(path()) as link:
        known, after_id, vocabulary = index.state(link)
        if vocabulary != vocabulary_state():
            raise index.Damaged("the vocabulary has changed")
        latest = latest_edition()
        words: Lexicon | None = None
        while ids := next_ids(known, after_id, latest):
            words = words or lexicon()
            edition, after_id = ids[-1]
            known = edition - 1
            group_ids = [id_ for _, id_ in ids]
            found = documents(with_everything(group_ids), words)
            index.replace(link, group_ids, found, known, after_id)
            seen += len(ids)
            progress(len(ids))
        if (known, after_id) != (latest, 0):
            index.replace(link, [], [], latest, 0)
    return seen


def next_ids(known: int, after_id: int, latest: int) -> list[tuple[int, int]]:
    """The next (edition, id) pairs above what is known, in that order."""
    begun = Q(edition=known + 1, pk__gt=after_id)
    groups = Group.objects.filter(begun | Q(edition__gt=known + 1), edition__lte=latest)
    return [
        (e, id_) for e, id_ in groups.order_by("edition", "pk").values_list("edition", "pk")[:BATCH]
    ]


def is_behind() -> bool:
    """Say whether the directory has an edition that the index lacks."""
    try:
        with index.connection(path()) as link:
            return index.state(link)[:2] != (latest_edition(), 0)
    except (index.Damaged, sqlite3.DatabaseError):
        return True


def follow_for_ever(stop: threading.Event) -> None:
    """Follow in the background of a server until told to stop."""
    while not stop.wait(PAUSE):
        close_old_connections()
        if is_behind():
            follow(wait=False)
