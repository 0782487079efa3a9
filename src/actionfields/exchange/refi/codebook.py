"""Codebooks: questions with their categories below; models and functions under a head of their own.

What the standard has no place for stands in the last line of a code's description, so that it comes
back from a tool that keeps descriptions.
"""

import json
from pathlib import Path
from typing import Any

from actionfields.exchange.codebook_csv import of_tags
from actionfields.exchange.handed import Handed, key_of, made
from actionfields.exchange.refi.xml import (
    CODEBOOK,
    Element,
    add,
    child,
    children,
    guid,
    ident,
    name_of,
    parsed,
    root,
    text_of,
    written,
)
from actionfields.field import About, Field
from actionfields.records import Code
from actionfields.records.coding import CATEGORY, QUESTION

MARK = "actionfields: "
ROW = "row"  # where the code stood in our codebook, whose order a tree cannot keep
HEADS = {"model": "Models", "function": "Functions"}


def write_qdc(field: Field) -> tuple[bytes, list[str]]:
    """The codebook as .qdc, and what it cannot carry."""
    made = root("CodeBook", CODEBOOK, origin="actionfields")
    add_codes(add(made, "Codes"), field)
    others = [name for name, table in field.tables.items() if len(table) and name != "codebook"]
    return written(made), [
        f"a .qdc holds the codebook only; not {', '.join(others)}."
    ] if others else []


def add_codes(parent: Element, field: Field) -> None:
    """Every code, those below a question inside it."""
    heads: dict[str, Element] = {}
    for row, one in enumerate(field.codebook):
        if one.level == QUESTION:
            heads[one.code] = add_code(parent, one, row)
    for row, one in enumerate(field.codebook):
        if one.level == CATEGORY:
            add_code(heads.get(one.question, parent), one, row)
        elif one.level in HEADS:
            if one.level not in heads:
                heads[one.level] = add(
                    parent,
                    "Code",
                    guid=guid("head", one.level),
                    name=HEADS[one.level],
                    isCodable="false",
                )
            add_code(heads[one.level], one, row)


def add_code(parent: Element, one: Code, row: int) -> Element:
    """One code; a description comes before the codes below it."""
    made = add(
        parent,
        "Code",
        guid=guid("codebook", one.code),
        name=one.label_nb or one.label_en or one.code,
        isCodable="true",
    )
    kept = {name: str(getattr(one, name) or "") for name in Code.__dataclass_fields__}
    told = {name: value for name, value in kept.items() if value} | {ROW: row}
    add(made, "Description", f"{one.definition}\n{MARK}{json.dumps(told, ensure_ascii=False)}")
    return made


def read_qdc(path: Path) -> Handed:
    """A field that has a codebook and nothing else yet."""
    tree = parsed(path.read_bytes(), path.name)
    if (tree.get("origin") or "").lower().startswith("taguette"):
        told = [
            {"tag": one.get("name") or "", "description": text_of(one, "Description")}
            for one in tree.iter("{*}Code")
        ]
        return of_tags(path, told)
    rows, losses = codes_in(tree)
    return Handed(made(path, About(name=path.stem), {"codebook": list(rows.values())}), losses)


def codes_in(tree: Element) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """The rows of a codebook by the identifier of each code, and what was assumed."""
    found: dict[str, dict[str, Any]] = {}
    losses: list[str] = []
    codes = tree if name_of(tree) == "Codes" else child(tree, "Codes")
    taken: set[str] = set()
    for one in () if codes is None else children(codes, "Code"):
        take(one, None, found, taken, losses)
    losses += grouped(tree, found)
    if coloured := sum(bool(one.get("color")) for one in tree.iter("{*}Code")):
        losses.append(f"{coloured} codes have a colour, which has no place here.")
    return in_order(found), losses


def in_order(found: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The codes in the order of our codebook; one of another tool after that which it follows."""
    places, last = {}, -1
    for place, row in found.items():
        last = int(row.pop(ROW)) if str(row.get(ROW, "")).isdecimal() else last
        row.pop(ROW, None)
        places[place] = last
    return {place: found[place] for place in sorted(found, key=places.__getitem__)}


def grouped(tree: Element, found: dict[str, dict[str, Any]]) -> list[str]:
    """Take sets of codes, where a flat codebook keeps its categories, as questions."""
    losses: list[str] = []
    taken = {row["code"] for row in found.values()}
    for one in children(tree, "Sets"):
        for group in children(one, "Set"):
            members = children(group, "MemberCode")
            told = [ident(x.get("targetGUID") or x.get("guid")) for x in members]
            free = [
                found[x]
                for x in told
                if x in found
                and (found[x]["level"], found[x].get("question", "")) == (CATEGORY, "")
            ]
            if free:
                name = group.get("name") or "unnamed"
                text = text_of(group, "Description").strip()
                head = {"code": key_of(name, taken), "level": QUESTION, "label_nb": name}
                found[head["code"]] = head | {"definition": text}
                for row in free:
                    row["question"] = head["code"]
            if len(free) < len(told):
                left = len(told) - len(free)
                losses.append(
                    f"{left} members of the set «{group.get('name')}» stand under another question."
                )
    return losses


def take(
    one: Element,
    parent: dict[str, Any] | None,
    found: dict[str, dict[str, Any]],
    taken: set[str],
    losses: list[str],
) -> None:
    """One code and those below it; deeper levels come under the question at the top."""
    text = text_of(one, "Description")
    definition, _, tail = text.rpartition(MARK)
    below = list(children(one, "Code"))
    row = kept_in(tail) if _ else {}
    own = dict(row) if row else foreign(one, text, parent, taken, is_head=bool(below))
    is_our_head = ident(one.get("guid")) in {guid("head", level) for level in HEADS}
    if not is_our_head:
        if row:
            own["definition"] = definition.removesuffix("\n")
            own |= renamed(one, own)
            if own["code"] in taken:  # a tool that copies a code copies our line with it
                losses.append(f"«{one.get('name')}» stands twice; the second got a key of its own.")
                own["code"] = key_of(own["code"], taken)
            taken.add(own["code"])
        place = ident(one.get("guid")) or own["code"]
        while place in found:  # told as an identifier that stands more than once
            place += "+"
        found[place] = own
    if parent is not None and below and not row:
        losses.append(f"«{one.get('name')}» has codes below it; all stand under one question here.")
    for other in below:
        take(other, None if is_our_head else parent or own, found, taken, losses)


def kept_in(tail: str) -> dict[str, Any]:
    """What our own line in a description says; nothing when somebody has changed it."""
    try:
        said = json.loads(tail.strip())
    except ValueError:
        return {}
    is_ours = isinstance(said, dict) and {"code", "level"} <= set(said)
    known = {*Code.__dataclass_fields__, ROW}
    return {key: str(said[key]) for key in said if key in known} if is_ours else {}


def renamed(one: Element, row: dict[str, Any]) -> dict[str, str]:
    """The name, where another tool has changed it."""
    name = one.get("name") or ""
    was = row.get("label_nb") or row.get("label_en") or row["code"]
    return {} if name == was else {"label_nb" if row.get("label_nb") else "label_en": name}


def foreign(
    one: Element, text: str, parent: dict[str, Any] | None, taken: set[str], *, is_head: bool
) -> dict[str, Any]:
    """A code of another tool: at the top a question if it has codes below it, else a category."""
    name = one.get("name") or "unnamed"
    row = {"code": key_of(name, taken), "label_nb": name, "definition": text.strip()}
    if parent is None and is_head:
        return row | {"level": QUESTION}
    return row | {"level": CATEGORY, "question": parent["code"] if parent else ""}
