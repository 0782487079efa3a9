"""Reads a PDF as a program that reads aloud does: by its tree of tags."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

PAINTS = {b"Tj", b"TJ", b"'", b'"', b"f", b"f*", b"F", b"B", b"B*", b"b", b"b*", b"S", b"s", b"sh"}


def streams(pdf: PdfReader) -> Iterator[tuple[int, Any]]:
    """What is painted with numbered parts: pages, or the drawings on them. Each by its number."""
    for page in pdf.pages:
        drawings = page["/Resources"]["/XObject"].values() if "/StructParents" not in page else ()
        for drawing in drawings:
            yield drawing.get_object()["/StructParents"], drawing.get_object()
        if "/StructParents" in page:
            yield page["/StructParents"], page


def body(pdf: PdfReader, painted: Any) -> Any:
    return ContentStream(painted.get("/Contents", painted), pdf)


def parts(pdf: PdfReader, painted: Any) -> tuple[list[int], list[bytes]]:
    """The numbered parts of a page or drawing, and what it paints outside of any mark."""
    numbers, loose, depth = list[int](), list[bytes](), 0
    for operands, operator in body(pdf, painted).operations:
        if operator in {b"BDC", b"BMC"}:
            depth += 1
            if operator == b"BDC" and "/MCID" in operands[1]:
                numbers.append(operands[1]["/MCID"])
        depth -= operator == b"EMC"
        if operator in PAINTS and not depth:
            loose.append(operator)
    return numbers, loose


def told(pdf: PdfReader) -> Iterator[tuple[int, int, Any]]:
    """Every numbered part in the order of reading: its stream, its number, its tag."""
    root: Any = pdf.root_object
    waiting: list[tuple[Any, Any]] = [
        (kid, None) for kid in reversed(root["/StructTreeRoot"]["/K"])
    ]
    while waiting:
        kid, tag = waiting.pop()
        one = kid.get_object()
        if isinstance(one, int):
            yield tag["/Pg"]["/StructParents"], one, tag
        elif one["/Type"] == "/MCR":
            yield one["/Stm"]["/StructParents"], one["/MCID"], tag
        elif one["/Type"] == "/StructElem":
            waiting += [(each, one) for each in reversed(one["/K"])]


def owners(pdf: PdfReader) -> dict[int, Any]:
    """The tags of each stream's parts, by their numbers."""
    root: Any = pdf.root_object
    flat = root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    return dict(zip(flat[::2], flat[1::2], strict=True))


def read_aloud(pdf: PdfReader) -> list[tuple[str, int, str]]:
    """What is read, in order: which drawing, which part of it, under which tag."""
    drawn = {number: sha256(body(pdf, one).get_data()).hexdigest() for number, one in streams(pdf)}
    return [(drawn[stream], number, tag["/S"]) for stream, number, tag in told(pdf)]
