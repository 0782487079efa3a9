"""XML of the standard: read without entities, DTD or network; written with one namespace."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid5

from lxml import etree

from actionfields.errors import FieldError

PROJECT, CODEBOOK = "urn:QDA-XML:project:1.0", "urn:QDA-XML:codebook:1.0"
OURS = UUID("5b0a3f2e-5c39-5d0e-9a4c-3a8f2a6f7c11")
Element = Any  # lxml's own, which has no types


def guid(*parts: str) -> str:
    """The same identifier for the same row each time it is written."""
    return str(uuid5(OURS, "\x1f".join(parts)))


def parsed(content: bytes, what: str) -> Element:
    """The root of a file. Raises FieldError for what is no XML or carries a document type."""
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise FieldError(f"{what} is no XML (line {error.lineno}); export it again.") from None
    if root.getroottree().docinfo.doctype:
        raise FieldError(f"{what} has a document type, which the standard does not; it is refused.")
    return root


def name_of(element: Element) -> str:
    """A name without its namespace, whose version differs from tool to tool."""
    return str(etree.QName(element).localname)


def children(element: Element, *names: str) -> Iterator[Element]:
    """The children with one of these names, or all."""
    return (one for one in element if not names or name_of(one) in names)


def child(element: Element, name: str) -> Element | None:
    """The first child of a name."""
    return next(children(element, name), None)


def text_of(element: Element, name: str) -> str:
    """The text of a child; empty when it is not there."""
    found = child(element, name)
    return "" if found is None else found.text or ""


def ident(written: str | None) -> str:
    """An identifier in one way of writing: tools differ in case and in braces around it."""
    return (written or "").strip().strip("{}").lower()


def target(element: Element, name: str = "") -> str:
    """What a reference points to, of this element or of its child of a name."""
    found = child(element, name) if name else element
    return "" if found is None else ident(found.get("targetGUID"))


def add(parent: Element, tag: str, text: str | None = None, /, **attributes: str | None) -> Element:
    """A new child; attributes of None are left out, and letters XML cannot hold are replaced."""
    made = etree.SubElement(parent, f"{{{etree.QName(parent).namespace}}}{tag}")
    for key, value in attributes.items():
        if value is not None:
            made.set(key, writable(value))
    if text is not None:
        made.text = writable(text)
    return made


def root(tag: str, space: str, /, **attributes: str) -> Element:
    """A new document."""
    made = etree.Element(f"{{{space}}}{tag}", nsmap={None: space})
    for key, value in attributes.items():
        made.set(key, writable(value))
    return made


def written(element: Element) -> bytes:
    """The document as UTF-8."""
    return bytes(etree.tostring(element, xml_declaration=True, encoding="utf-8", pretty_print=True))


def writable(text: str) -> str:
    """A text whose letters XML can hold; others become the sign for what is lost."""
    return "".join(one if is_writable(ord(one)) else "\ufffd" for one in text)


def is_writable(code: int) -> bool:
    """Whether XML 1.0 can hold a letter."""
    return code in (9, 10, 13) or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or code > 0xFFFF
