"""Asks another node what has changed: with patience, but not for ever."""

import time
from pathlib import Path
from urllib.parse import urlencode

from knutepunkt.collect import fetching
from knutepunkt.collect.errors import Busy, CollectError, Forgotten, Unread
from knutepunkt.collect.formats.knutepunkt.changes import Changes, changes_in
from knutepunkt.collect.models import Source
from knutepunkt.collect.opened import Opened

# Seconds of a run that we wait for a node that has too much to do; each pause counts as some.
PATIENCE, SHORTEST = 300.0, 10.0
MOST_PAGES = 10_000
MOST_BYTES = 8 * 1024**3


class Asking:
    """Where we are with a node in one run. ``cursor`` is where to begin, usually where we left off.

    A node whose answers lead nowhere is left: it would keep us busy for ever.
    """

    def __init__(self, source: Source, cursor: str | None = None) -> None:
        self.source = source
        self.cursor = source.cursor if cursor is None else cursor
        self.been = {self.cursor}
        self.patience = PATIENCE

    def next_page(self, folder: Path) -> tuple[Path, Changes]:
        """The next answer, in an empty folder. Raises CollectError.

        Raises Forgotten for a 410, and for a cursor that the node cannot read: it may have gone
        back to an older version.
        """
        try:
            path = self.answer(folder)
        except Unread as error:
            raise (Forgotten(str(error)) if self.cursor else error) from None
        page = changes_in(path)
        if page.more:
            self.check(page)
        self.cursor = page.cursor
        return path, page

    def answer(self, folder: Path) -> Path:
        """The file of the next answer, after a pause or a few where the node asks for that."""
        query = f"?{urlencode({'since': self.cursor})}" if self.cursor else ""
        while True:
            try:
                return fetching.fetch(
                    self.source.address + query, folder, may_be_private=self.source.may_be_private
                ).path
            except Busy as busy:
                self.patience -= max(busy.seconds, SHORTEST)
                if self.patience < 0:
                    raise
                time.sleep(busy.seconds)

    def check(self, page: Changes) -> None:
        """Raise CollectError for an answer that promises more and brings us no farther."""
        is_empty = not page.keys and not page.gone
        if is_empty or page.cursor in self.been or len(self.been) > MOST_PAGES:
            raise CollectError("the other node's answers come to no end; its keeper: mend it.")
        self.been.add(page.cursor)


def everything(asking: Asking, folder: Path) -> Opened:
    """All answers from the beginning, in the order they came. Raises CollectError."""
    files, size, is_more = dict[str, Path](), 0, True
    while is_more:
        name = f"changes-{len(files):06}"
        (folder / name).mkdir()
        try:
            path, page = asking.next_page(folder / name)
        except Forgotten:
            if not files:
                raise
            raise CollectError(
                "the other node began anew while we read; you: try again later. Nothing was "
                "changed."
            ) from None
        size += path.stat().st_size
        if size > MOST_BYTES:
            raise CollectError(f"the other node has more than {MOST_BYTES // 1024**3} GiB; "
                               "the developers: allow for more.")  # fmt: skip
        files[name], is_more = path, page.more
    return Opened(files)
