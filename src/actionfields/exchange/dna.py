"""Discourse Network Analyzer: its event list, a CSV parted by semicolons.

Its statements have a person or organisation, a concept and an agreement of yes or no. What it has
no column for stands in columns of our own, which it takes as variables; they bring ours back.
"""

import csv
from collections.abc import Iterator
from io import StringIO
from itertools import count
from pathlib import Path
from typing import Any

from actionfields.columns import columns
from actionfields.errors import FieldError
from actionfields.exchange.handed import Handed, Rows, key_of, made
from actionfields.exchange.sheets import rows_of
from actionfields.field import About, Field
from actionfields.records import Statement

HEAD = ("statement_id", "time", "organization", "concept", "agreement")
OURS = tuple(column.name for column in columns(Statement) if column.name not in ("statement_id",))
TAIL = (
    "start_position",
    "stop_position",
    "text",
    "coder",
    "document_id",
    "document_title",
    "document_author",
    "document_source",
    "document_section",
    "document_type",
)
QUESTION = "dna"
STANCES = {"1": "1", "true": "1", "0": "-1", "false": "-1"}
KEPT = (
    "strength",
    "claim_nb",
    "claim_en",
    "voice",
    "certainty",
    "section",
    "page",
    "page_basis",
    "lines",
    "note",
)


def write_dna(data: Field) -> tuple[bytes, list[str]]:
    """The statements as an event list, and what it cannot carry."""
    file = StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\n")
    writer.writerow([*HEAD, "statement_key", *(f"our_{one}" for one in OURS), *TAIL])
    undated = 0
    for number, row in enumerate(rows_out(data), 1):
        undated += not row[0]
        writer.writerow([number, *map(clean, row)])
    others = [name for name, table in data.tables.items() if len(table) and name != "statements"]
    losses = [f"an event list holds statements only; not {', '.join(others)}."]
    mixed = len(data.statements.where(stance=0))
    losses += (
        [f"{mixed} statements are neither for nor against; their agreement is empty."]
        if mixed
        else []
    )
    losses += [f"{undated} statements have no date, and the analyser wants one."] if undated else []
    losses.append(
        "semicolons and quotation marks in texts become commas and apostrophes, as there; "
        "blanks around a text go when it is read."
    )
    return file.getvalue().encode("utf-8"), losses


def rows_out(data: Field) -> Iterator[list[str]]:
    """The cells of each statement after its number."""
    names = dict(zip(data.actors.cells("actor_id"), data.actors.cells("name"), strict=True))
    codes = dict(zip(data.codebook.cells("code"), data.codebook.cells("label_en"), strict=True))
    sources = {one.source_id: one for one in data.sources}
    whens = {one.period: one.when for one in data.periods}
    written = {one.name: data.statements.written(one) for one in columns(Statement)}
    for row, one in enumerate(data.statements):
        source = sources[one.source_id[0]] if one.source_id else None
        when = (source.date if source else None) or whens[one.period]
        first = when.first if when else None
        yield [
            f"{first:%Y-%m-%d} 00:00:00" if first else "",
            names[one.actor_id] or one.actor_id,
            codes[one.category] or one.category,
            {1: "1", -1: "0"}.get(one.stance, ""),
            one.statement_id,
            *(written[name][row].replace(";", "|") for name in OURS),
            "0",
            str(len(one.claim_nb or one.claim_en)),
            one.claim_nb or one.claim_en,
            one.coder_id,
            source.source_id if source else "",
            source.label if source else "",
            "",
            "",
            one.section,
            source.type if source else "",
        ]


def clean(cell: str) -> str:
    """A cell as the analyser writes it."""
    return cell.replace(";", ",").replace('"', "'").replace("\r", " ").replace("\n", " ")


def read_dna(path: Path) -> Handed:
    """The statements of an event list as a field; what it does not say is said to be assumed."""
    names, rows = rows_of(path, ";")
    actor = next((one for one in ("organization", "person", "our_actor_id") if one in names), None)
    if actor is None or not {"concept", "agreement"} <= set(names):
        raise FieldError(
            f"{path.name} is no event list: it needs organization or person, concept, "
            "agreement, parted by semicolons."
        )
    return Taking(path, actor).field(rows)


class Taking:
    """One event list on its way in: names become keys as they are met."""

    def __init__(self, path: Path, actor: str) -> None:
        self.path, self.actor = path, actor
        self.keys: dict[str, dict[str, str]] = {}
        self.taken: dict[str, set[str]] = {}
        self.tables: Rows = {
            "periods": [{"period": "all", "label_nb": "Hele lista", "label_en": "The whole list"}],
            "codebook": [
                {
                    "code": QUESTION,
                    "level": "question",
                    "label_nb": "Begreper i DNA",
                    "label_en": "Concepts in DNA",
                }
            ],
        }
        self.numbers = count(1)

    def key(self, table: str, said: str, column: str, own: str = "", /, **more: str) -> str:
        """The key of a name in a table; a row is made the first time it is met."""
        known = self.keys.setdefault(table, {})
        mark = own or said
        if mark not in known:
            taken = self.taken.setdefault(table, {QUESTION} if table == "codebook" else {"all"})
            known[mark] = own if own and own not in taken else key_of(said, taken)
            taken.add(known[mark])
            self.tables.setdefault(table, []).append({column: known[mark], **more})
        return known[mark]

    def question(self, row: dict[str, str]) -> str:
        """The question of a row; one for all where nothing is said."""
        own = row.get("our_question", "")
        more = {"level": "question", "label_nb": own}
        return self.key("codebook", own, "code", own, **more) if own else QUESTION

    def sources(self, row: dict[str, str]) -> str:
        """The document of a row, and what else ours rests on."""
        document = row.get("document_title") or row.get("document_id") or ""
        own = [one for one in row.get("our_source_id", "").split("|") if one]
        if not own:
            more = {"label": document, "type": row.get("document_type") or "document"}
            made = {**more, "date": row.get("time", "")[:10]}
            return self.key("sources", document, "source_id", **made) if document else ""
        for one in own:
            is_first = one == row.get("document_id")
            label, kind = (document, row.get("document_type", "")) if is_first else ("", "")
            self.key("sources", one, "source_id", one, label=label or one, type=kind or "document")
        return ";".join(own)

    def field(self, rows: list[dict[str, str]]) -> Handed:
        """The field, and what was assumed."""
        self.tables["statements"] = [self.statement(row) for row in rows]
        losses = [
            "an event list has no periods: all statements stand in one; part it by hand.",
            "who is heard is not in an event list: «paraphrase» is set where nothing is said.",
        ]
        is_ours = any(row.get("our_voice") for row in rows)
        losses = (
            ["of periods, codes, sources and actors only their names came along."]
            if is_ours
            else losses
        )
        empty = sum(row["agreement"] not in ("0", "1", "true", "false") for row in rows)
        losses += [f"{empty} statements have no agreement; their stance is 0."] if empty else []
        return Handed(made(self.path, About(self.path.stem), self.tables), losses)

    def statement(self, row: dict[str, str]) -> dict[str, Any]:
        """One row; our own columns win where they are there."""
        name, concept = row[self.actor] or "unnamed", row["concept"] or "unnamed"
        question, coder = self.question(row), row.get("our_coder_id") or row.get("coder") or ""
        code = {"level": "category", "question": question, "label_nb": concept}
        period = row.get("our_period") or "all"
        own = {one: row.get(f"our_{one}", "").replace("|", ";") for one in KEPT}
        return own | {
            "statement_id": row.get("statement_key") or row.get("statement_id") or self.number(),
            "actor_id": self.key(
                "actors", name, "actor_id", row.get("our_actor_id", ""), name=name
            ),
            "period": period if period == "all" else self.key("periods", period, "period", period),
            "question": question,
            "category": self.key("codebook", concept, "code", row.get("our_category", ""), **code),
            "stance": STANCES.get(row["agreement"], "0"),
            "claim_nb": own["claim_nb"] or ("" if own["claim_en"] else row.get("text", "")),
            "voice": own["voice"] or "paraphrase",
            "source_id": self.sources(row),
            "coder_id": self.key("coders", coder, "coder_id", coder, label=coder) if coder else "",
        }

    def number(self) -> str:
        """A name for a statement that has none."""
        return f"row{next(self.numbers)}"
