"""Projects of QualCoder and Taguette as they lie on disk: SQLite with the codebook and the codings.

QualCoder keeps a folder that ends in .qda, with data.qda in it; Taguette exports one .sqlite3.
Codebook, sources and coders come in. Codings have no actor, period and stance; they are kept beside
the tables, as those of a REFI-QDA project are.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from actionfields.errors import FieldError
from actionfields.exchange.codebook_csv import ASSUMED, DOT, MARKS, built
from actionfields.exchange.handed import Handed, key_of, made
from actionfields.field import About
from actionfields.records.coding import CATEGORY, QUESTION

TEXTS = ("name", "path", "memo", "description", "seltext", "snippet", "owner")
Row = dict[str, Any]
Place = tuple[str, Any]  # the table of a code or category, and its number there
KEPT = "codings"
TABLES = "select name from sqlite_master where type = 'table'"  # a view may never end
# What else these tools keep that has no place here: a table, and what its rows are called.
QUALCODER_MORE = {
    "code_image": "areas of pictures",
    "code_av": "stretches of sound or film",
    "cases": "cases",
    "attribute": "attributes",
    "annotation": "annotations",
    "journal": "entries of the journal",
}


class Line(Row):
    """A row of somebody else's table, in which a column that must be there may not be."""

    where = ""

    def __missing__(self, name: str) -> Any:
        raise FieldError(f"{self.where} has no column «{name}»; take a sound copy of the project.")


def line(one: sqlite3.Row, where: str) -> Line:
    """A row whose texts are texts: SQLite lets any value stand in any column."""
    found = Line(one)
    found.where = where
    for name, value in found.items():
        if isinstance(value, bytes):
            found[name] = value.decode("utf-8", "replace")
        elif name in TEXTS:
            found[name] = "" if value is None else str(value)
    return found


def is_qualcoder(path: Path) -> bool:
    """Whether a path is a project of QualCoder."""
    return path.name.lower().endswith(".qda") or (path.is_dir() and (path / "data.qda").is_file())


def is_taguette(path: Path) -> bool:
    """Whether a path is a project of Taguette; any fault of the file is told when it is read."""
    try:
        with opened(path) as rows:
            return {"tags", "highlights"} <= {one["name"] for one in rows("sqlite_master")}
    except FieldError:
        return False


@contextmanager
def opened(path: Path) -> Iterator[Any]:
    """A way to get every row of a table of a database, as plain values; none if it is not there."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            database.row_factory = sqlite3.Row
            database.text_factory = lambda content: content.decode("utf-8", "replace")
            known = {one["name"] for one in database.execute(TABLES)}

            def rows(table: str) -> list[Row]:
                if table not in {*known, "sqlite_master"}:
                    return []
                found = database.execute(f'select * from "{table}"')  # noqa: S608
                return [line(one, f"{path.name}, table {table},") for one in found]

            yield rows
    except sqlite3.DatabaseError as error:
        raise FieldError(f"{path.name} cannot be read as SQLite ({error}).") from None


def read_qualcoder(path: Path) -> Handed:
    """The codebook, sources and coders of a QualCoder project, whatever version has made it."""
    file = path / "data.qda" if path.is_dir() else path
    with opened(file) as rows:
        heads, codes = rows("code_cat"), rows("code_name")
        if not codes and not heads:
            raise FieldError(f"{path.name} has no codes of QualCoder.")
        files, texts = rows("source"), rows("code_text")
        memo = next((one.get("memo") or "" for one in rows("project")), "")
        more = {called: len(rows(table)) for table, called in QUALCODER_MORE.items()}
    nodes = [
        Node(("cat", one["catid"]), ("cat", one.get("supercatid")), one["name"], one.get("memo"))
        for one in heads
    ]
    for one in codes:
        above = ("code", one["supercid"]) if one.get("supercid") else ("cat", one.get("catid"))
        nodes.append(Node(("code", one["cid"]), above, one["name"], one.get("memo")))
    book = codebook(nodes)
    codings = [
        {
            "source": one["fid"],
            "category": book.get(("code", one["cid"]), {}).get("code", ""),
            "start": one["pos0"],
            "end": one["pos1"],
            "text": one.get("seltext") or "",
            "coder": one.get("owner") or "",
        }
        for one in texts
    ]
    return handed(path, memo, [*book.values()], files, codings, more)


def read_taguette(path: Path) -> Handed:
    """The codebook and sources of a Taguette project."""
    with opened(path) as rows:
        tags, files, passages = rows("tags"), rows("documents"), rows("highlights")
        marked = rows("highlight_tags")
        memo = next((one.get("description") or "" for one in rows("projects")), "")
    if not tags:
        raise FieldError(f"{path.name} has no tags of Taguette.")
    names = [one.get("path") or one.get("name") or "" for one in tags]
    told = [
        {"tag": name, "description": one.get("description") or ""}
        for name, one in zip(names, tags, strict=True)
    ]
    book = built(told, "tag", (*MARKS, DOT))
    codes = {one["id"]: name for one, name in zip(tags, names, strict=True)}
    where = {one["id"]: one for one in passages}
    codings = [
        {
            "source": where[one["highlight_id"]]["document_id"],
            "category": codes.get(one["tag_id"], ""),
            "text": where[one["highlight_id"]].get("snippet") or "",
        }
        for one in marked
        if one["highlight_id"] in where
    ]
    return handed(path, memo, book, files, codings, {})


@dataclass(frozen=True, slots=True)
class Node:
    """A code or a category, and what stands above it."""

    place: Place
    above: Place
    name: str
    memo: str | None


def codebook(nodes: list[Node]) -> dict[Place, Row]:
    """What stands at the top with codes below becomes a question; every other code a category."""
    known = {one.place: one for one in nodes}
    holding = {one.above for one in nodes}
    taken: set[str] = set()
    found: dict[Place, Row] = {}
    for one in nodes:
        row = {"code": key_of(one.name or "unnamed", taken), "definition": one.memo or ""}
        line = line_above(one, known)
        is_head = len(line) == 1 and one.place in holding
        label = " / ".join(part.name for part in (line[1:] or line))
        level = QUESTION if is_head else CATEGORY
        found[one.place] = row | {"level": level, "label_nb": label}
    for one in nodes:
        top = line_above(one, known)[0]
        if top is not one:
            found[one.place]["question"] = found[top.place]["code"]
    return found


def line_above(one: Node, known: dict[Place, Node]) -> list[Node]:
    """A code and all that stands above it, from the top down; a circle is cut."""
    line = [one]
    while (above := known.get(line[0].above)) is not None and above not in line:
        line.insert(0, above)
    return line


def handed(
    path: Path,
    memo: str,
    book: list[Row],
    files: list[Row],
    codings: list[Row],
    more: dict[str, int],
) -> Handed:
    """The field, and what it has no place for."""
    taken: set[str] = set()
    sources = {one["id"]: key_of(one.get("name") or "unnamed", taken) for one in files}
    rows = [
        {"source_id": sources[one["id"]], "label": one.get("name") or "", "type": "document",
         "note": one.get("memo") or one.get("description") or ""}
        for one in files
    ]  # fmt: skip
    kept = [
        {"source_id": sources.get(one["source"], "")}
        | {key: one[key] for key in one if key != "source"}
        for one in codings
    ]
    coders = dict.fromkeys(one["coder"] for one in codings if one.get("coder"))
    losses = [ASSUMED]
    losses += [f"{count} {called} are not read." for called, count in more.items() if count]
    if kept:
        losses.append(
            f"{len(kept)} codings have no actor, period and stance, so they are no statements; "
            f"they are kept under «{KEPT}» in the descriptor."
        )
    said = About(path.stem, description=memo, more={KEPT: kept} if kept else {})
    tables = {"codebook": book, "sources": rows, "coders": [{"coder_id": one} for one in coders]}
    return Handed(made(path, said, tables), losses)
