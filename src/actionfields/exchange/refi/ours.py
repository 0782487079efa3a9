"""A project of ours on its way back: whole, with what another tool has changed in it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from actionfields.exchange.handed import Handed, Rows, made
from actionfields.exchange.refi.project_out import WHOLE
from actionfields.exchange.refi.variables import actors_in, statements_in
from actionfields.exchange.refi.xml import Element, child, children, guid, ident, target, writable
from actionfields.field import About
from actionfields.records import Statement
from actionfields.records.coding import CATEGORY, QUESTION
from actionfields.storage.descriptor import about
from actionfields.storage.json_file import FORMAT


def of_ours(
    path: Path, tree: Element, whole: dict[str, Any], codes: dict[str, Any], losses: list[str]
) -> Handed:
    """The whole field, its statements and codes as they now are in the project."""
    tables: Rows = dict(whole["tables"])
    tables["codebook"] = recoded(tables.get("codebook", []), codes, losses)
    said = {row["statement_id"]: row for row in statements_in(tree)}
    if said or not tables.get("statements"):
        tables["statements"] = merged(tables.get("statements", []), said, losses)
    else:
        losses.append("the cases of the statements are gone; the statements are those sent out.")
    losses += coded_anew(tree, tables["statements"])
    head = {key: whole[key] for key in whole if key not in {*FORMAT, "tables"}}
    return Handed(made(path, about(head), tables), losses)


def recoded(
    before: list[dict[str, Any]], now: dict[str, Any], losses: list[str]
) -> list[dict[str, Any]]:
    """The codebook with the names and definitions that it has now, and new codes at its end."""
    known = {row["code"]: row for row in before}
    new = [row for row in now.values() if row["code"] not in known]
    here = {row["code"] for row in now.values()}
    for row in now.values():
        if (old := known.get(row["code"])) is None:
            continue
        old.update({key: row[key] for key in row if key.startswith("label_")})
        if plain(row.get("definition", "")) != sent(old.get("definition")):
            old["definition"] = row["definition"]
    losses += [f"{len(new)} codes were added by another tool."] if new else []
    if gone := len(known.keys() - here):
        losses.append(f"{gone} codes were taken out by another tool; they are kept.")
    return [*known.values(), *new]


def coded_anew(tree: Element, statements: list[dict[str, Any]]) -> Iterator[str]:
    """What another tool has coded in our texts; the cases are what a statement is made from."""
    ours = {
        guid("coding", source, row["statement_id"]): guid("codebook", row["category"])
        for row in statements
        for source in sources_of(row)
    }
    found = {ident(one.get("guid")): target(one, "CodeRef") for one in tree.iter("{*}Coding")}
    if new := len(found.keys() - ours.keys()):
        yield f"{new} codings were added by another tool; they are no statements and are not read."
    if changed := sum(found.get(one, code) != code for one, code in ours.items()):
        yield f"{changed} passages have another code now than their case; the case is taken."


def sources_of(row: dict[str, Any]) -> list[str]:
    """The sources of a statement as they were written; one without any has a text of its own."""
    said = row.get("source_id") or ""
    return (said if isinstance(said, list) else said.split(";")) or [""]


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


def of_ours_bare(path: Path, tree: Element, codes: dict[str, Any], losses: list[str]) -> Handed:
    """A field out of its cases and codes, where a tool has left out the text with the whole."""
    statements, actors = [*statements_in(tree)], [*actors_in(tree)]
    tables: Rows = {
        "periods": [{"period": one} for one in names(statements + actors, "period", "periods")],
        "coders": [{"coder_id": one} for one in names(statements, "coder_id")],
        "codebook": with_missing(list(codes.values()), statements),
        "sources": [*source_rows(tree, names(statements + actors, "source_id"))],
        "actors": with_unnamed(actors, names(statements, "actor_id")),
        "pools": [{"pool_id": one} for one in names(actors, "pool_id")],
        "statements": statements,
    }
    losses.append(
        f"{WHOLE} is gone: statements, actors and codes come from the project itself; of periods, "
        "sources, coders and pools only the names; ties and all else are not there."
    )
    said = About(path.stem, tree.get("name") or "")
    return Handed(made(path, said, tables), losses)


def names(rows: list[dict[str, str]], *columns: str) -> list[str]:
    """The different names in some columns, in order."""
    cells = (row.get(column, "") for row in rows for column in columns)
    return [*dict.fromkeys(part.strip() for cell in cells for part in cell.split(";") if part)]


def source_rows(tree: Element, known: list[str]) -> Iterator[dict[str, str]]:
    """The sources that are referred to, with the names their texts have."""
    box = child(tree, "Sources")
    labels = {
        ident(one.get("guid")): one.get("name") or ""
        for one in (() if box is None else children(box, "TextSource"))
    }
    for one in known:
        yield {"source_id": one, "label": labels.get(guid("sources", one), ""), "type": "text"}


def with_unnamed(actors: list[dict[str, str]], known: list[str]) -> list[dict[str, str]]:
    """The actors, and those that statements name though their case is gone."""
    here = {row["actor_id"] for row in actors}
    return actors + [{"actor_id": one} for one in known if one not in here]


def with_missing(
    codes: list[dict[str, Any]], statements: list[dict[str, str]]
) -> list[dict[str, Any]]:
    """The codes, and those that statements name though the codebook has them no more."""
    here = {row["code"] for row in codes}
    asked = [one for one in names(statements, "question") if one not in here]
    under = {row["category"]: row["question"] for row in statements if row["category"] not in here}
    lost: list[dict[str, Any]] = [{"code": one, "level": QUESTION} for one in asked]
    return (
        codes
        + lost
        + [
            {"code": one, "level": CATEGORY, "question": question}
            for one, question in under.items()
        ]
    )
