"""Printed lists: accessible PDF (PDF/UA), as A4 sheets or as the pages of an A5 booklet.

A4 is for the wall and the file; A5 has margins for folding and a cover of its own. Its pages stand
each by itself, or two on each side of a sheet, ready to be folded; either way they are read aloud
in their order.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from knutepunkt.distribute.formats.base import Account, Chunks, Format, Frame, counted
from knutepunkt.distribute.formats.printed.setting import page_of, pdf
from knutepunkt.distribute.formats.printed.tagged import set_apart
from knutepunkt.distribute.published import PublishedGroup

CANNOT_SAY = (
    "places a group hides (the list says that they are told to those who ask)",
    "more than 2,000 groups: choose a theme or a municipality",
    "texts in other languages than the list's, where there is one in it",
    "target groups, working forms and other terms but themes",
    "who confirmed what",
)


def printing(size: str, finish: Callable[[Any], None]) -> Chunks:
    """Writes lists of a size of paper, whose pages are then laid on sheets."""

    def chunks(groups: Iterable[PublishedGroup], frame: Frame, account: Account) -> Iterator[bytes]:
        yield pdf(page_of(counted(groups, account), frame, size), finish)

    return chunks


def format_of(
    name: str,
    label: str,
    *cannot_say: str,
    size: str = "a5",
    finish: Callable[[Any], None] = set_apart,
) -> Format:
    """The format of pages of a size."""
    return Format(
        name=f"pdf-{name}",
        label=label,
        ending="pdf",
        is_binary=True,
        media_type="application/pdf",
        cannot_say=(*CANNOT_SAY, *cannot_say),
        chunks=printing(size, finish),
    )
