"""The standard's rules of structure: what is told of a project that breaks them, and goes on."""

from collections import Counter
from collections.abc import Iterator

from actionfields.exchange.refi.xml import Element, ident, name_of, target

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


def faults(tree: Element) -> Iterator[str]:
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
    given = Counter(ident(one.get("guid")) for one in tree.iter("{*}*") if is_own(one))
    if twice := sum(count > 1 for count in given.values()):
        yield f"{twice} identifiers stand more than once."
    lost = sum(target(one) not in given for one in tree.iter("{*}*") if one.get("targetGUID"))
    if lost:
        yield f"{lost} references lead nowhere."


def is_own(one: Element) -> bool:
    """Whether an identifier is the element's own; in members of sets it can be another's."""
    return bool(one.get("guid")) and not name_of(one).startswith("Member")
