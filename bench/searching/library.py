"""The same questions for tantivy, a library for searching, where it is installed beside us.

    .venv/bin/pip install tantivy

It knows no circles, so it gets the box around one, and no distances; times are words, one
for each minute of the week. It counts all values as the databases do,
those of a restricted facet not apart.
"""

from collections.abc import Iterator
from pathlib import Path
from time import thread_time
from typing import Any

from knutepunkt.search.index import Ask
from knutepunkt.search.index.places import box_around
from searching.rows import Row

VALUES = {"values": {"terms": {"field": "values", "size": 5000}}}
MEMORY = 1 << 28


class Tantivy:
    """Tokens as words, values and places as fast fields, ordered by its own score."""

    name = "tantivy"

    def __init__(self, tantivy: Any, folder: Path, rows: Iterator[Row]) -> None:
        self.tantivy = tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("id", stored=True, fast=True)
        builder.add_text_field("tokens", tokenizer_name="whitespace", index_option="freq")
        builder.add_text_field("values", tokenizer_name="raw", fast=True)
        builder.add_text_field("times", tokenizer_name="raw", index_option="basic")
        self.times: set[tuple[int, int]] = set()
        for name in ("latitude", "longitude"):
            builder.add_float_field(name, indexed=True, fast=True)
        self.schema = builder.build()
        folder.mkdir()
        self.index = tantivy.Index(self.schema, path=str(folder))
        writer = self.index.writer(MEMORY, 1)
        for row in rows:
            writer.add_document(self.document(row))
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.searcher = self.index.searcher()

    def document(self, row: Row) -> Any:
        """A group as it takes it in."""
        document = self.tantivy.Document()
        document.add_integer("id", row.id)
        document.add_text("tokens", " ".join(row.tokens))
        for value in dict.fromkeys(row.values):
            document.add_text("values", value)
        for day, minute in dict.fromkeys(row.times):
            self.times.add((day, minute))
            document.add_text("times", f"{day} {minute}")
        if row.latitude is not None and row.longitude is not None:
            document.add_float("latitude", row.latitude)
            document.add_float("longitude", row.longitude)
        return document

    def query(self, ask: Ask, needs: list[list[str]]) -> Any:
        """A question in its own terms."""
        tantivy, Query = self.tantivy, self.tantivy.Query  # noqa: N806 - it is a class
        must, should = tantivy.Occur.Must, tantivy.Occur.Should
        parts = [
            (must, Query.boolean_query(
                [(should, Query.term_query(self.schema, "tokens", token)) for token in need]))
            for need in needs
        ]  # fmt: skip
        if box := ask.box or (box_around(ask.point, ask.within or 0) if ask.point else None):
            kind = tantivy.FieldType.Float
            for name, low, high in (("latitude", *box[::2]), ("longitude", *box[1::2])):
                parts.append((must, Query.range_query(self.schema, name, kind, low, high)))
        if ask.asked.begins:
            since, until = ask.asked.begins
            some = [Query.term_query(self.schema, "times", f"{day} {minute}")
                    for day, minute in sorted(self.times)
                    if ask.asked.weekdays >> day & 1 and since <= minute <= until]  # fmt: skip
            parts.append((must, Query.boolean_query([(should, one) for one in some])))
        return Query.boolean_query(parts) if parts else Query.all_query()

    def seconds(self, ask: Ask, needs: list[list[str]]) -> tuple[float, int]:
        """How long an answer takes, and how many groups it has."""
        best, total = 9.0, 0
        for _ in range(3):
            start = thread_time()
            query = self.query(ask, needs)
            total = self.searcher.search(query, ask.count, offset=ask.skip).count
            self.searcher.aggregate(query, VALUES)
            best = min(best, thread_time() - start)
        return best, total


def tantivy_or_none() -> Any:
    """The library, or None where it is not installed."""
    try:
        import tantivy
    except ImportError:
        return None
    return tantivy
