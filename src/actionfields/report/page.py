"""What every section is given: the field, its names in one language, and which rows are shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from actionfields.field import Field
from actionfields.findings import Found, findings
from actionfields.records.coding import CATEGORY
from actionfields.records.people import COLLECTIVE
from actionfields.report.markup import Html, between, html, joined
from actionfields.report.words import Words

MOST_ROWS = {"statements": 1500}
MANY = 300


@dataclass(frozen=True, slots=True)
class Page:
    """A field on its way to a page; made by ``of``."""

    data: Field
    words: Words
    labels: dict[str, dict[str, str]]
    found: list[Found]
    shown: dict[str, set[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, data: Field, language: str) -> "Page":
        """A page in a language; the findings are computed once."""
        words, found = Words(language), findings(data)
        wanted = [one.answer.rows for one in found]
        shown = {name: chosen(data, name, wanted) for name in data.tables}
        return cls(data, words, labels(data, language), found, shown)

    def name(self, table: str, key: str) -> str:
        """What a row is called."""
        return self.labels.get(table, {}).get(key) or key

    def said(self, record: Any, column: str) -> str:
        """A text of a row in the language of the page, or in the other where it has only that."""
        other = "en" if self.words.language == "nb" else "nb"
        ours, theirs = (getattr(record, f"{column}_{one}") for one in (self.words.language, other))
        return str(ours or theirs)

    def link(self, table: str, key: str, text: str | None = None) -> Html:
        """A row's name, as a link where the page shows the row."""
        whole = self.name(table, key) if text is None else text
        label = cut(whole)
        title = whole if label != whole else None
        if key in self.shown.get(table, ()):
            return html("a", label, href=f"#{anchor(table, key)}", title=title)
        return joined(label)

    def links(self, table: str, keys: Iterable[str]) -> Html:
        """Several rows by name."""
        return between(self.link(table, key) for key in keys)

    def place(self, record: Any) -> str:
        """Where a row can be looked up, and whether the page number is printed or counted."""
        if not record.page:
            return ""
        many = ";" in record.page or "-" in record.page
        said = self.words("pages" if many else "page", page=record.page.replace(";", ", "))
        return f"{said} ({self.words.term(record.page_basis)})" if record.page_basis else said

    def translated(self, text: str) -> str:
        """A text of the coder's that has no column for each language, where the descriptor has it.

        ``translations`` there gives, by language, texts in place of others; one that it lacks
        stands as it was written.
        """
        told = self.data.about.more.get("translations")
        ours = told.get(self.words.language) if isinstance(told, dict) else None
        found = ours.get(text) if isinstance(ours, dict) else None
        return found if isinstance(found, str) else text

    def is_collective(self, actor: str) -> bool:
        """Whether an actor is a collective."""
        return actor in self.labels["collectives"]


def cut(text: str, most: int = 46) -> str:
    """A long name cut at a word; the whole stands in the list it leads to."""
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,:;–-(") + "…"


def anchor(table: str, key: str) -> str:
    """The name of a row's place on the page; letters that a link cannot hold are written out."""
    return f"{table}-" + "".join(one if one.isalnum() else f"_{ord(one):x}_" for one in key)


def chosen(data: Field, name: str, wanted: Sequence[dict[str, list[str]]]) -> set[str]:
    """The rows of a table that the page shows: those that findings rest on first."""
    most = MOST_ROWS.get(name, MANY)
    table = data.tables[name]
    order = dict.fromkeys(key for rows in wanted for key in rows.get(name, ()))
    order |= dict.fromkeys(table.cells(table.key)[: most + len(order)])
    return set(list(order)[:most])


def labels(data: Field, language: str) -> dict[str, dict[str, str]]:
    """What the rows of each table are called in a language."""
    actors = [(one.actor_id, one.name, one.name_en, one.actor_type) for one in data.actors]
    found = {
        "actors": {a: (en if language == "en" and en else nb) for a, nb, en, _ in actors},
        "collectives": {a: nb for a, nb, _, kind in actors if kind == COLLECTIVE},
        "sources": {one.source_id: one.label for one in data.sources},
        "coders": {one.coder_id: one.label for one in data.coders},
        "pools": {one.pool_id: one.label for one in data.pools},
    }
    first, second = ("nb", "en") if language == "nb" else ("en", "nb")
    for table, stem in (
        ("codebook", "label"),
        ("periods", "label"),
        ("events", "name"),
        ("plans", "name"),
        ("plan_measures", "name"),
    ):
        rows = data.tables[table]
        ours, theirs = (rows.cells(f"{stem}_{one}") for one in (first, second))
        keys = rows.cells(rows.key)
        found[table] = {k: o or t for k, o, t in zip(keys, ours, theirs, strict=True)}
    return found


def codes(page: Page, level: str = CATEGORY) -> list[str]:
    """The codes of one level in the codebook's order."""
    return page.data.codebook.where(level=level).values("code")
