"""The shipped data set keeps its own rules."""

import pytest

import actionfields
from actionfields.checking.notes import notes
from actionfields.columns import columns
from actionfields.disclosure import narrowed
from actionfields.records import TABLES

FIELD = actionfields.load("selvhjelp")
PAIRS = [
    (name, column.name)
    for name, record in TABLES.items()
    for column in columns(record)
    if column.name.endswith("_nb")
]
SOURCED = ["positions", "events", "participation", "ties", "statements", "models", "plan_measures",
           "functions"]  # fmt: skip


def test_nothing_in_it_needs_a_look() -> None:
    assert list(notes(FIELD)) == []


@pytest.mark.parametrize(("name", "column"), PAIRS)
def test_what_is_said_in_english_is_said_in_bokmål(name: str, column: str) -> None:
    table = FIELD.tables[name]
    english = table.cells(column.removesuffix("_nb") + "_en")
    bokmål = table.cells(column)

    keys = table.cells(table.key)
    assert [key for key, nb, en in zip(keys, bokmål, english, strict=True) if en and not nb] == []


@pytest.mark.parametrize("name", SOURCED)
def test_every_row_has_a_source_and_a_place(name: str) -> None:
    table = FIELD.tables[name]

    assert [row for row in table if not (row.source_id and row.page and row.lines)] == []


def test_a_speaker_without_a_name_is_in_a_pool_and_in_no_tie_to_it() -> None:
    hidden = {actor.actor_id for actor in FIELD.actors if actor.pool_id}
    ends = {*FIELD.ties.values("source_actor"), *FIELD.ties.values("target_actor")}

    assert (hidden, hidden & ends, list(narrowed(FIELD))) == ({"frivorg_1", "frivorg_4"}, set(), [])


def test_missing_sources_are_sources() -> None:
    missing = FIELD.sources.where(type="missing_source")

    assert missing.values("source_id") == ["gap_link_docs", "gap_roedekors", "gap_seminar_talk"]


def test_only_the_two_pages_that_are_printed_count_as_printed() -> None:
    printed = {
        page
        for name in SOURCED
        for row in FIELD.tables[name].where(page_basis="printed")
        for page in row.page.split(";")
    }

    assert printed == {"169", "170"}
