"""A .qdpx as a field: one of ours comes back whole, with what another tool changed in it.

One of another tool gives its codebook, its sources and its coders. Its codings have no actor, no
period and no stance; they are kept beside the tables, and not made into statements by guessing.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from actionfields.errors import FieldError
from actionfields.exchange.handed import Handed, Rows, key_of, made
from actionfields.exchange.refi.archive import unpacked
from actionfields.exchange.refi.codebook import codes_in
from actionfields.exchange.refi.project_out import RECORD, whole_of
from actionfields.exchange.refi.rules import faults
from actionfields.exchange.refi.xml import (
    Element,
    child,
    children,
    name_of,
    parsed,
    target,
    text_of,
    writable,
)
from actionfields.field import About
from actionfields.records import Statement
from actionfields.storage.descriptor import about
from actionfields.storage.json_file import FORMAT

KINDS = {
    "TextSource": "text",
    "PDFSource": "pdf",
    "PictureSource": "picture",
    "AudioSource": "audio",
    "VideoSource": "video",
}
KEPT = "refi_codings"
NOT_READ = {"Notes": "notes", "Sets": "sets", "Graphs": "graphs"}


def read_qdpx(path: Path) -> Handed:
    """The field in a project, and what did not come along."""
    content, texts = unpacked(path)
    tree = parsed(content, f"the project in {path.name}")
    if name_of(tree) != "Project":
        raise FieldError(f"{path.name} holds no project but «{name_of(tree)}»; export it again.")
    losses = [*faults(tree, texts)]
    codes, more = codes_in(found) if (found := child(tree, "CodeBook")) is not None else ({}, [])
    losses += more
    losses += [
        f"{len(one)} {NOT_READ[name_of(one)]} are not read."
        for one in children(tree, *NOT_READ)
        if len(one)
    ]
    whole = whole_of(texts)
    if whole is None:
        return of_others(path, tree, codes, texts, losses)
    return of_ours(path, tree, whole, codes, losses)


def of_ours(
    path: Path, tree: Element, whole: dict[str, Any], codes: dict[str, Any], losses: list[str]
) -> Handed:
    """The whole field, its statements and codes as they now are in the project."""
    tables: Rows = dict(whole["tables"])
    known = {row["code"]: row for row in tables.get("codebook", [])}
    new = [row for row in codes.values() if row["code"] not in known]
    for row in codes.values():
        if row["code"] in known:
            known[row["code"]].update({k: v for k, v in row.items() if k.startswith("label_")})
    tables["codebook"] = [*known.values(), *new]
    losses += [f"{len(new)} codes were added by another tool."] if new else []
    said = {row["statement_id"]: row for row in cases(tree)}
    if said or not tables.get("statements"):
        tables["statements"] = merged(tables.get("statements", []), said, losses)
    else:
        losses.append("the cases of the statements are gone; the statements are those sent out.")
    head = {key: whole[key] for key in whole if key not in {*FORMAT, "tables"}}
    return Handed(made(path, about(head), tables), losses)


def cases(tree: Element) -> Iterator[dict[str, str]]:
    """The cells of each case that is a statement."""
    box = child(tree, "Variables")
    names = {
        (one.get("guid") or "").lower(): one.get("name") or ""
        for one in (() if box is None else children(box, "Variable"))
    }
    for one in () if (found := child(tree, "Cases")) is None else children(found, "Case"):
        row = dict(values(one, names))
        if row.pop(RECORD, "") == "statement" and row.get("statement_id"):
            yield {key: row[key] for key in row if key in Statement.__dataclass_fields__}


def values(case: Element, names: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The variables of a case by name; whatever type a tool has made of a value."""
    for one in children(case, "VariableValue"):
        name = names.get(target(one, "VariableRef"))
        given = [x.text or "" for x in children(one) if name_of(x).endswith("Value")]
        if name and given:
            yield name, given[0]


def merged(
    before: list[dict[str, Any]], now: dict[str, dict[str, str]], losses: list[str]
) -> list[dict[str, Any]]:
    """The statements as they are now; a cell that XML could not hold stays as it was sent out."""
    rows, changed = [], 0
    for row in before:
        new = now.pop(row["statement_id"], None)
        if new is None:
            losses.append(f"statement {row['statement_id']} was taken out by another tool.")
            continue
        apart = {
            key: new.get(key, "")
            for key in Statement.__dataclass_fields__
            if sent(row.get(key)) != plain(new.get(key, ""))
        }
        changed += bool(apart)
        rows.append(row | apart)
    losses += [f"{changed} statements were changed by another tool."] if changed else []
    losses += [f"{len(now)} statements were added by another tool."] if now else []
    return [*rows, *now.values()]


def sent(cell: Any) -> str:
    """A cell as it comes back when nobody has changed it."""
    if isinstance(cell, list):
        return plain(";".join(cell))
    return "" if cell is None else plain(writable(str(cell)))


def plain(text: str) -> str:
    """A text without what tools do to line ends and blanks at the edges."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def of_others(
    path: Path, tree: Element, codes: dict[str, Any], texts: dict[str, bytes], losses: list[str]
) -> Handed:
    """What a project of another tool gives."""
    taken: set[str] = set()
    sources: list[dict[str, Any]] = []
    kept: list[dict[str, Any]] = []
    box = child(tree, "Sources")
    for one in () if box is None else children(box, *KINDS):
        name = one.get("name") or "unnamed"
        key = key_of(name, taken)
        sources.append({"source_id": key, "label": name, "type": KINDS[name_of(one)]})
        kept += codings(one, key, codes, texts)
    if kept:
        losses.append(
            f"{len(kept)} codings have no actor, period and stance, so they are no "
            f"statements; they are kept under «{KEPT}» in the descriptor."
        )
    if others := [one for one in children(tree, "Cases", "Links") if len(one)]:
        told = " and ".join(f"{len(one)} {name_of(one).lower()}" for one in others)
        losses.append(f"{told} are not read: what they stand for differs from tool to tool.")
    said = About(
        path.stem,
        tree.get("name") or "",
        text_of(tree, "Description"),
        more={KEPT: kept} if kept else {},
    )
    tables: Rows = {"codebook": list(codes.values()), "sources": sources, "coders": users(tree)}
    return Handed(made(path, said, tables), losses)


def users(tree: Element) -> list[dict[str, Any]]:
    """The coders."""
    box, taken = child(tree, "Users"), set[str]()
    found = () if box is None else children(box, "User")
    return [
        {
            "coder_id": key_of(one.get("name") or one.get("id") or "coder", taken),
            "label": one.get("name") or "",
        }
        for one in found
    ]


def codings(
    source: Element, key: str, codes: dict[str, Any], texts: dict[str, bytes]
) -> Iterator[dict[str, Any]]:
    """Each coding of a text with the words it stands on."""
    text = text_in(source, texts)
    for one in children(source, "PlainTextSelection"):
        start, end = (int(one.get(name) or 0) for name in ("startPosition", "endPosition"))
        for coding in children(one, "Coding"):
            code = codes.get(target(coding, "CodeRef"), {}).get("code", "")
            yield {
                "source_id": key,
                "category": code,
                "start": start,
                "end": end,
                "text": text[start:end],
            }


def text_in(source: Element, texts: dict[str, bytes]) -> str:
    """The text of a source; positions count its codepoints, a carriage return among them."""
    path = (source.get("plainTextPath") or "").rpartition("/")[2].lower()
    if path in texts:
        return texts[path].decode("utf-8-sig", "replace")
    return text_of(source, "PlainTextContent")
