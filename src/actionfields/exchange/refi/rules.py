"""The standard's rules of structure: what is told of a project that breaks them, and goes on."""

from collections import Counter
from collections.abc import Iterator

from actionfields.exchange.refi.xml import Element, children, name_of, target, text_of

ORDER = (
    "Users",
    "CodeBook",
    "Variables",
    "Cases",
    "Sources",
    "Notes",
    "Links",
    "Sets",
    "Graphs",
    "Description",
    "NoteRef",
)
NEEDED = {
    "Code": ("guid", "name", "isCodable"),
    "Case": ("guid",),
    "Variable": ("guid", "name"),
    "PlainTextSelection": ("guid", "startPosition", "endPosition"),
    "TextSource": ("guid",),
    "Coding": ("guid",),
    "User": ("guid",),
    "Link": ("guid",),
}


def faults(tree: Element, texts: dict[str, bytes]) -> Iterator[str]:
    """A sentence for each rule that a project breaks."""
    heads = [name_of(one) for one in tree]
    places = [ORDER.index(one) for one in heads if one in ORDER]
    if places != sorted(places) or len(set(heads) - {"NoteRef"}) < len(
        [one for one in heads if one != "NoteRef"]
    ):
        yield "the parts of the project stand in another order than the standard's."
    if strange := sorted(set(heads) - set(ORDER)):
        yield f"the standard knows no {', '.join(strange)}; not read."
    yield from lacking(tree)
    yield from dangling(tree)
    yield from out_of_bounds(tree, texts)


def lacking(tree: Element) -> Iterator[str]:
    """Elements without what they must have."""
    counts = Counter(
        (name_of(one), name)
        for one in tree.iter("{*}*")
        for name in NEEDED.get(name_of(one), ())
        if not one.get(name)
    )
    for (element, name), count in counts.items():
        yield f"{count} of {element} lack {name}."


def dangling(tree: Element) -> Iterator[str]:
    """References to what is not there, and identifiers used twice."""
    given = Counter((one.get("guid") or "").lower() for one in tree.iter("{*}*") if one.get("guid"))
    if twice := sum(count > 1 for count in given.values()):
        yield f"{twice} identifiers stand more than once."
    lost = sum(target(one) not in given for one in tree.iter("{*}*") if one.get("targetGUID"))
    if lost:
        yield f"{lost} references lead nowhere."


def out_of_bounds(tree: Element, texts: dict[str, bytes]) -> Iterator[str]:
    """Selections that lie outside their text; tools that count line ends twice make them."""
    bad = 0
    for source in tree.iter("{*}TextSource"):
        path = (source.get("plainTextPath") or "").rpartition("/")[2].lower()
        text = (
            texts[path].decode("utf-8-sig", "replace")
            if path in texts
            else (text_of(source, "PlainTextContent"))
        )
        for one in children(source, "PlainTextSelection"):
            span = [one.get(name) or "" for name in ("startPosition", "endPosition")]
            is_whole = all(part.isdecimal() for part in span)
            bad += not is_whole or not 0 <= int(span[0]) <= int(span[1]) <= len(text)
            if not is_whole:
                one.set("startPosition", "0")
                one.set("endPosition", "0")
    if bad:
        yield f"{bad} selections lie outside their text."
