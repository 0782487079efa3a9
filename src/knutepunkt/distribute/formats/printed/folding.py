"""Lays A5 pages on A4 sheets so that printing on both sides and folding makes a booklet.

Each page becomes a drawing on a sheet and keeps its numbered parts; tags, links and bookmarks are
led to where it lies now. So a booklet is read aloud in the order of its pages, not of its sheets.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from knutepunkt.distribute.formats.printed.tagged import at, pages_of, set_apart


@dataclass(frozen=True, slots=True)
class Laid:
    """Where a page lies now: on which sheet, as which drawing, how far from the left edge."""

    sheet: bytes
    drawing: bytes
    left: float


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


def fold(pdf: Any) -> None:
    """Lay the pages of a PDF that is about to be written two on each side of sheets."""
    set_apart(pdf)
    pages = pages_of(pdf)
    _, _, width, height = pages[0][1]["MediaBox"]
    pdf.pages["Kids"].clear()
    pdf.pages["Count"] = 0
    laid = dict[bytes, Laid]()
    for pair in sides(len(pages)):
        there = {place * width: pages[number] for place, number in enumerate(pair)
                 if number < len(pages)}  # fmt: skip
        sheet = blank(pdf, 2 * width, height)
        laid.update(lay(pdf, sheet, there))
    for one in pdf.objects:
        if isinstance(one, dict):
            lead(one, laid)


def blank(pdf: Any, width: float, height: float) -> Any:
    """Add one side of a sheet with nothing on it."""
    import pydyf

    words = pydyf.Stream(compress=True)
    pdf.add_object(words)
    sheet = pydyf.Dictionary(
        {
            "Type": "/Page",
            "Parent": pdf.pages.reference,
            "MediaBox": pydyf.Array([0, 0, width, height]),
            "Contents": words.reference,
            "Resources": pydyf.Dictionary({"XObject": pydyf.Dictionary()}),
            "Annots": pydyf.Array(),
            "Tabs": "/S",
        }
    )
    pdf.add_page(sheet)
    return sheet


def lay(pdf: Any, sheet: Any, there: dict[float, tuple[bytes, Any]]) -> dict[bytes, Laid]:
    """Draw pages on a side, each so far from the left edge, and tell where they lie."""
    words, laid = at(pdf, sheet["Contents"]), dict[bytes, Laid]()
    for number, (left, (reference, page)) in enumerate(there.items()):
        name, drawing = f"page{number}", page["Contents"]
        at(pdf, drawing).extra.update(
            Type="/XObject", Subtype="/Form", BBox=page["MediaBox"],
            Resources=page["Resources"], StructParents=page["StructParents"],
        )  # fmt: skip
        sheet["Resources"]["XObject"][name] = drawing
        words.push_state()
        words.set_matrix(1, 0, 0, 1, left, 0)
        words.draw_x_object(name)
        words.pop_state()
        for link in page.get("Annots", ()):
            rectangle = at(pdf, link)["Rect"]
            rectangle[0] += left
            rectangle[2] += left
            sheet["Annots"].append(link)
        page.clear()
        laid[reference] = Laid(sheet.reference, drawing, left)
    return laid


def lead(one: Any, laid: dict[bytes, Laid]) -> None:
    """Lead a tag, a link's tag or a bookmark to where its page lies now."""
    import pydyf

    if there := laid.get(one.get("Pg", b"")):
        one["Pg"] = there.sheet
        for place, kid in enumerate(one.get("K", ())):
            if isinstance(kid, int):
                one["K"][place] = pydyf.Dictionary(
                    {"Type": "/MCR", "Pg": there.sheet, "Stm": there.drawing, "MCID": kid}
                )
    dest = one.get("Dest")
    if isinstance(dest, list) and (there := laid.get(dest[0])):
        dest[0] = there.sheet
        dest[2] += there.left
