"""What a PDF tells those who have it read aloud: its tree of tags, in the order of reading.

A tag points to numbered parts of a page (ISO 32000-1, 14.7 and 14.8). Objects are those that
WeasyPrint is about to write: dictionaries, streams and arrays, tied by references.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any


def at(pdf: Any, reference: bytes) -> Any:
    """What a reference such as ``b"12 0 R"`` leads to."""
    return pdf.objects[int(reference.split()[0])]


def pages_of(pdf: Any) -> list[tuple[bytes, Any]]:
    """The pages with the references to them."""
    return [(reference, at(pdf, reference)) for reference in pdf.page_references]


def tags(pdf: Any) -> Iterator[Any]:
    """Every tag that can be reached from the root, in the order of reading."""
    waiting = [*reversed(at(pdf, pdf.catalog["StructTreeRoot"])["K"])]
    while waiting:
        one = at(pdf, waiting.pop())
        if one.get("Type") == "/StructElem":
            yield one
            waiting += reversed([kid for kid in one["K"] if isinstance(kid, bytes)])


def told_of(pdf: Any) -> dict[bytes, set[int]]:
    """The numbers of the parts that tags point to, by page."""
    found = defaultdict[bytes, set[int]](set)
    for one in tags(pdf):
        if numbers := [kid for kid in one["K"] if isinstance(kid, int)]:
            found[one["Pg"]].update(numbers)
    return found


def set_apart(pdf: Any) -> None:
    """Mark what no tag points to as decoration, such as the numbers of pages.

    WeasyPrint numbers what stands in the margins and leaves it out of the tree; the standard wants
    each part to be told or to be decoration (ISO 14289-1, 7.1).
    """
    told = told_of(pdf)
    for reference, page in pages_of(pdf):
        words = at(pdf, page["Contents"]).stream
        for place, word in enumerate(words):
            if isinstance(word, dict) and word.get("MCID") not in {None, *told[reference]}:
                del word["MCID"]
                word["Type"] = "/Pagination"
                words[place - 1] = "/Artifact"
