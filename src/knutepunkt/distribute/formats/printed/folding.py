"""Lays A5 pages on A4 sheets so that printing on both sides and folding makes a booklet."""

from collections.abc import Iterator
from io import BytesIO

from knutepunkt.distribute.errors import DistributeError
from knutepunkt.distribute.formats.printed.setting import MISSING


def sides(pages: int) -> Iterator[tuple[int, int]]:
    """Which pages stand left and right on each side of the sheets, counted from 0.

    Sheets have four pages, so the last numbers may be of pages that there are not: they stay blank.

    >>> list(sides(3)), list(sides(5))
    ([(3, 0), (1, 2)], [(7, 0), (1, 6), (5, 2), (3, 4)])
    """
    last = -(-pages // 4) * 4 - 1
    for first in range(0, (last + 1) // 2, 2):
        yield last - first, first
        yield first + 1, last - first - 1


def folded(pdf: bytes) -> bytes:
    """The pages of a PDF two on each side; what tells a reader aloud of their order goes lost.

    Raises DistributeError where the part for it is missing.
    """
    try:
        from pypdf import PdfReader, PdfWriter
    except ImportError as error:
        raise DistributeError(MISSING) from error
    read, written = PdfReader(BytesIO(pdf)), PdfWriter()
    width, height = (float(size) for size in read.pages[0].mediabox.upper_right)
    for pair in sides(len(read.pages)):
        side = written.add_blank_page(2 * width, height)
        for at, number in enumerate(pair):
            if number < len(read.pages):
                side.merge_translated_page(read.pages[number], at * width, 0)
    written.add_metadata({"/Title": read.metadata.title or "" if read.metadata else ""})
    file = BytesIO()
    written.write(file)
    return file.getvalue()
