"""A field as a .qdpx: statements as cases, their words as texts with codings, ties as links.

The standard has values on cases and sources only, so a statement is a case with all its columns;
the ordinary codings beside it are for tools that ignore such cases. The whole field lies in the
project as one more text (actionfields.json), so that nothing is lost.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from actionfields.columns import columns
from actionfields.exchange.refi.archive import packed
from actionfields.exchange.refi.codebook import add_codes
from actionfields.exchange.refi.xml import (
    PROJECT,
    Element,
    add,
    guid,
    is_writable,
    root,
    written,
)
from actionfields.field import Field
from actionfields.records import Actor, Statement
from actionfields.storage.json_file import parts

WHOLE = "actionfields.json"
RECORD = "actionfields record"
WHOLES = ("stance", "strength")
LOSSES = (
    f"ties travel as links: kind and period stand in the link's name, and whole in {WHOLE}.",
    "the texts are the coder's words for each statement, not the sources themselves.",
    "pages stand on the cases: the standard has no page on a selection of text.",
)


@dataclass(slots=True)
class Texts:
    """The texts of a project and where in each the statements stand."""

    content: dict[str, str] = field(default_factory=dict)
    places: dict[str, list[tuple[Statement, int, int]]] = field(
        default_factory=lambda: defaultdict(list)
    )


def write_qdpx(data: Field) -> tuple[bytes, list[str]]:
    """The project, and what it cannot carry."""
    texts = texts_of(data)
    made = root("Project", PROJECT, name=data.about.title or data.about.name, origin="actionfields")
    users = add(made, "Users")
    for coder in data.coders:
        add(users, "User", guid=guid("coders", coder.coder_id), name=coder.label or coder.coder_id)
    add_codes(add(add(made, "CodeBook"), "Codes"), data)
    add_variables(add(made, "Variables"))
    add_cases(add(made, "Cases"), data)
    files = dict(add_sources(add(made, "Sources"), data, texts))
    add_links(made, data)
    if data.about.description:
        add(made, "Description", data.about.description)
    unheld = sum(not all(is_writable(ord(x)) for x in one) for one in texts.content.values())
    told = (
        [f"{unheld} texts hold letters that XML cannot; they are whole in {WHOLE}."]
        if unheld
        else []
    )
    return packed(written(prune(made)), files), [*LOSSES, *told]


def prune(made: Element) -> Element:
    """Leave out lists without entries, which the standard does not allow."""
    for one in list(made):
        if len(one) == 0 and not one.text and not one.attrib:
            made.remove(one)
    return made


def texts_of(data: Field) -> Texts:
    """A text for each source: one paragraph for each statement that rests on it."""
    found = Texts(dict.fromkeys(data.sources.cells("source_id"), ""))
    for one in data.statements:
        for source in one.source_id or ("",):
            before = found.content.get(source, "")
            said = f"{one.claim_nb or one.claim_en or one.category}".replace("\r", " ")
            found.content[source] = f"{before}{said}\n\n"
            found.places[source].append((one, len(before), len(before) + len(said)))
    return found


def add_variables(parent: Element) -> None:
    """A variable for each column of statements and actors, and one that says which a case is."""
    for name in (RECORD, *names(Statement), *(f"actor {one}" for one in names(Actor))):
        kind = "Integer" if name in WHOLES else "Text"
        add(parent, "Variable", guid=guid("variable", name), name=name, typeOfVariable=kind)


def names(record: type) -> list[str]:
    """The columns of a record."""
    return [column.name for column in columns(record)]


def add_cases(parent: Element, data: Field) -> None:
    """A case for each statement and each actor."""
    held = {
        name: data.statements.written(column)
        for name, column in zip(names(Statement), columns(Statement), strict=True)
    }
    for row, one in enumerate(data.statements):
        label = f"{one.statement_id}: {one.actor_id}, {one.category}, {one.period}"
        case = add(parent, "Case", guid=guid("statements", one.statement_id), name=label)
        add(case, "CodeRef", targetGUID=guid("codebook", one.category))
        add_value(case, RECORD, "statement")
        for name, cells in held.items():
            add_value(case, name, cells[row])
        for source in one.source_id or ("",):
            add(case, "SourceRef", targetGUID=guid("sources", source))
        for source in one.source_id or ("",):
            add(case, "SelectionRef", targetGUID=guid("selection", source, one.statement_id))
    for column in columns(Actor):
        held[f"actor {column.name}"] = data.actors.written(column)
    for row, actor in enumerate(data.actors):
        case = add(
            parent, "Case", guid=guid("actors", actor.actor_id), name=actor.name or actor.actor_id
        )
        add_value(case, RECORD, "actor")
        for name in names(Actor):
            add_value(case, f"actor {name}", held[f"actor {name}"][row])


def add_value(case: Element, name: str, cell: str) -> None:
    """One value of a case; an empty cell is none."""
    if cell:
        value = add(case, "VariableValue")
        add(value, "VariableRef", targetGUID=guid("variable", name))
        add(value, "IntegerValue" if name in WHOLES else "TextValue", cell)


def add_sources(parent: Element, data: Field, texts: Texts) -> Iterator[tuple[str, bytes]]:
    """A text source for each source, then the whole field; yields the files."""
    labels = dict(zip(data.sources.cells("source_id"), data.sources.cells("label"), strict=True))
    for source, text in texts.content.items():
        ident = guid("sources", source)
        made = add(
            parent,
            "TextSource",
            guid=ident,
            name=labels.get(source) or source or "no source",
            plainTextPath=f"internal://{ident}.txt",
        )
        for one, start, end in texts.places[source]:
            add_selection(made, one, source, (start, end))
        yield f"{ident}.txt", text.encode("utf-8")
    ident = guid("whole")
    add(parent, "TextSource", guid=ident, name=WHOLE, plainTextPath=f"internal://{ident}.txt")
    yield f"{ident}.txt", "".join(parts(data)).encode("utf-8")


def add_selection(source: Element, one: Statement, name: str, span: tuple[int, int]) -> None:
    """The words of a statement in a source, coded; positions count codepoints from 0."""
    user = guid("coders", one.coder_id) if one.coder_id else None
    made = add(
        source,
        "PlainTextSelection",
        guid=guid("selection", name, one.statement_id),
        name=one.statement_id,
        startPosition=str(span[0]),
        endPosition=str(span[1]),
        creatingUser=user,
    )
    coding = add(made, "Coding", guid=guid("coding", name, one.statement_id), creatingUser=user)
    add(coding, "CodeRef", targetGUID=guid("codebook", one.category))


def add_links(made: Element, data: Field) -> None:
    """A link for each tie, between the cases of its actors."""
    if not len(data.ties):
        return
    links = add(made, "Links")
    for one in data.ties:
        facts = [one.kind, one.period, one.status, one.basis, one.tie_id]
        add(
            links,
            "Link",
            guid=guid("ties", one.tie_id),
            name=" · ".join(facts),
            direction="OneWay" if one.directed else "Associative",
            originGUID=guid("actors", one.source_actor),
            targetGUID=guid("actors", one.target_actor),
        )


def whole_of(texts: dict[str, bytes]) -> dict[str, Any] | None:
    """The whole field as it lies in a project of ours; None in one of another tool."""
    content = texts.get(f"{guid('whole')}.txt")
    if content is None:
        return None
    try:
        said = json.loads(content.decode("utf-8-sig"))
    except (ValueError, UnicodeDecodeError):
        return None
    return said if isinstance(said, dict) and isinstance(said.get("tables"), dict) else None
