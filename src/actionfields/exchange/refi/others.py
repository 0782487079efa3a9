"""A project of another tool: its codebook, its sources and its coders.

Its codings have no actor, no period and no stance; they are kept beside the tables, and not made
into statements by guessing.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from actionfields.exchange.handed import Handed, Rows, key_of, made
from actionfields.exchange.refi.selections import KINDS, Coded
from actionfields.exchange.refi.variables import cases, values_of, variables
from actionfields.exchange.refi.xml import Element, child, children, ident, name_of, text_of
from actionfields.field import About

KEPT, CASES = "refi_codings", "refi_cases"


def of_others(
    path: Path, tree: Element, codes: dict[str, Any], texts: dict[str, bytes], losses: list[str]
) -> Handed:
    """What a project of another tool gives."""
    coders = users(tree)
    coded = Coded(codes, texts, {place: row["coder_id"] for place, row in coders.items()})
    taken: set[str] = set()
    sources: list[dict[str, Any]] = []
    kept: list[dict[str, Any]] = []
    box = child(tree, "Sources")
    for one in () if box is None else children(box, *KINDS):
        row = source(one, taken)
        sources.append(row)
        kept += coded.rows(one, row["source_id"])
    losses += coded.losses()
    if kept:
        losses.append(
            f"{len(kept)} codings have no actor, period and stance, so they are no "
            f"statements; they are kept under «{KEPT}» in the descriptor."
        )
    known = [*case_rows(tree)]
    losses += [*passed_over(tree, len(known))]
    more = ({KEPT: kept} if kept else {}) | ({CASES: known} if known else {})
    said = About(path.stem, tree.get("name") or "", text_of(tree, "Description"), more=more)
    tables: Rows = {
        "codebook": list(codes.values()),
        "sources": sources,
        "coders": list(coders.values()),
    }
    return Handed(made(path, said, tables), losses)


def source(one: Element, taken: set[str]) -> dict[str, Any]:
    """A source; what is said of it is its note."""
    name = one.get("name") or "unnamed"
    note = text_of(one, "Description").strip()
    row = {"source_id": key_of(name, taken), "label": name, "type": KINDS[name_of(one)]}
    return row | ({"note": note} if note else {})


def case_rows(tree: Element) -> Iterator[dict[str, Any]]:
    """The cases with their variables, as plain rows."""
    names = variables(tree)
    for one in cases(tree):
        yield {"name": one.get("name") or ""} | {"variables": dict(values_of(one, names))}


def passed_over(tree: Element, known: int) -> Iterator[str]:
    """A sentence for each kind of thing that no table holds."""
    if known:
        yield (
            f"{known} cases stand for other things in each tool, so they are no actors; "
            f"they are kept with their variables under «{CASES}» in the descriptor."
        )
    values = sum(1 for box in children(tree, "Sources") for _ in box.iter("{*}VariableValue"))
    if values:
        yield f"{values} values of variables on sources are not read."
    for holder in children(tree, "Links"):
        if count := sum(1 for _ in children(holder, "Link")):
            yield f"{count} links are not read: they have no kind of tie and no period."


def users(tree: Element) -> dict[str, dict[str, Any]]:
    """The coders by their identifier."""
    box, taken = child(tree, "Users"), set[str]()
    return {
        ident(one.get("guid")): {
            "coder_id": key_of(one.get("name") or one.get("id") or "coder", taken),
            "label": one.get("name") or "",
        }
        for one in (() if box is None else children(box, "User"))
    }
