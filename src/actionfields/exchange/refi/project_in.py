"""A .qdpx as a field: one of ours comes back whole, one of another tool gives what it has.

The standard demands that whatever does not come along is told (chapter 7); so each thing that is
passed over is counted by its kind.
"""

from collections.abc import Iterator
from pathlib import Path

from actionfields.errors import FieldError
from actionfields.exchange.handed import Handed
from actionfields.exchange.refi.archive import unpacked
from actionfields.exchange.refi.codebook import codes_in, grouped
from actionfields.exchange.refi.others import of_others
from actionfields.exchange.refi.ours import of_ours, of_ours_bare
from actionfields.exchange.refi.project_out import whole_of
from actionfields.exchange.refi.rules import faults
from actionfields.exchange.refi.variables import statements_in
from actionfields.exchange.refi.xml import Element, child, children, name_of, parsed

NOT_READ = {"Note": "notes", "Graph": "graphs"}


def read_qdpx(path: Path) -> Handed:
    """The field in a project, and what did not come along."""
    content, texts = unpacked(path)
    tree = parsed(content, f"the project in {path.name}")
    if name_of(tree) != "Project":
        raise FieldError(f"{path.name} holds no project but «{name_of(tree)}»; export it again.")
    losses = [*faults(tree)]
    codes, more = codes_in(found) if (found := child(tree, "CodeBook")) is not None else ({}, [])
    losses += [*more, *grouped(tree, codes), *unread(tree)]
    if whole := whole_of(texts):
        return of_ours(path, tree, whole, codes, losses)
    if any(True for _ in statements_in(tree)):
        return of_ours_bare(path, tree, codes, losses)
    return of_others(path, tree, codes, texts, losses)


def unread(tree: Element) -> Iterator[str]:
    """A sentence for each kind of thing that has no place here."""
    for box in children(tree, "Notes", "Graphs"):
        for name, called in NOT_READ.items():
            if count := sum(1 for _ in children(box, name)):
                yield f"{count} {called} are not read."
    sets = [one for box in children(tree, "Sets") for one in children(box, "Set")]
    if bare := sum(child(one, "MemberCode") is None for one in sets):
        yield f"{bare} sets of sources or notes are not read."
    if noted := sum(1 for _ in tree.iter("{*}NoteRef")):
        yield f"{noted} places that a note is tied to are not read."
