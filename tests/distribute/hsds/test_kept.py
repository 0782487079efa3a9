"""What is kept is what would be written anew, whatever has changed in between."""

import sqlite3
import threading
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from knutepunkt.collect.drafts import OrganisationDraft, Term
from knutepunkt.collect.models import Source
from knutepunkt.directory.actions import own_edits
from knutepunkt.directory.models import Edition, Group
from knutepunkt.directory.queries import published
from knutepunkt.distribute.hsds import bodies, kept
from knutepunkt.distribute.hsds.grounds import ground
from knutepunkt.distribute.published import Choice
from knutepunkt.vocabulary import actions as vocabulary
from knutepunkt.vocabulary.models import Concept
from knutepunkt.vocabulary.records import ConceptRecord
from tests.distribute.made import (
    GRIEF,
    HOUSE,
    NOW,
    PARENTS,
    WORDS,
    at,
    label,
    load_words,
    record,
    taken_in,
    unpublish,
    withdraw,
)

MOTHER = OrganisationDraft("Moder", key="moder")
RENAMED = replace(WORDS, concepts=(ConceptRecord("theme", "grief", broader="loss",
                                                 labels=label("Mourning")),))  # fmt: skip
DAUGHTER = OrganisationDraft("Datter", key="datter", parent_key="moder")


def begun() -> None:
    """Groups of two organisations, one above the other, with terms of ours and of nobody's."""
    load_words()
    taken_in(
        record("Mor", organisation=MOTHER),
        record("Mors andre", organisation=MOTHER),
        record("Datter", at(HOUSE), organisation=DAUGHTER, terms=[GRIEF, Term("local", "egen")]),
        record("Alene", terms=[PARENTS]),
    )


def named(name: str) -> Group:
    return Group.objects.get(name=name)


def unpublished(name: str) -> None:
    unpublish(named(name))


CHANGES = {
    "a group changes": lambda: taken_in(record("Alene", fee="50 kr")),
    "an organisation says more": lambda: taken_in(
        record("Datter", organisation=OrganisationDraft("Datter 2", key="datter"))
    ),
    "somebody confirms": lambda: own_edits.confirm(named("Alene"), by="x", how="phone", moment=NOW),
    "a label is added": lambda: vocabulary.take_in_term("local-eksempel", "egen", "Et eget ord"),
    "a label is another": lambda: vocabulary.take_in(RENAMED),
    "words are loaded again": lambda: vocabulary.take_in(WORDS),
    "a mapping is made": lambda: vocabulary.map_concepts(
        Concept.objects.get(code="egen"), "exact", Concept.objects.get(code="loss"), author="x",
        made_on=date(2026, 1, 1),
    ),
    "a source has another name": lambda: Source.objects.update(name="Et annet navn"),
    "a group of the parent is hidden": lambda: unpublished("Mor"),
    "another group of the parent is hidden": lambda: unpublished("Mors andre"),
    "a group is hidden": lambda: unpublished("Alene"),
    "a group is withdrawn": lambda: withdraw(named("Mors andre")),
}  # fmt: skip


def wanted() -> list[tuple[int, int, int | None]]:
    return list(published().order_by("pk").values_list(*bodies.ONE))


def anew() -> tuple[list[bytes], list[bytes]]:
    made = bodies.made([number for number, *_ in wanted()])
    return [one.basic for one in made.values()], [one.whole for one in made.values()]


def read() -> tuple[list[bytes], list[bytes]]:
    return bodies.basic_services(wanted()), bodies.full_services(wanted())


@pytest.mark.usefixtures("own_data")
class TestKept(TestCase):
    @settings(max_examples=8)
    @given(st.lists(st.sampled_from(sorted(CHANGES)), max_size=6, unique=True))
    def test_what_is_kept_is_what_would_be_written_anew(self, changes: list[str]) -> None:
        begun()

        for change in changes:
            with self.captureOnCommitCallbacks(execute=True):
                CHANGES[change]()

            assert read() == anew(), change
            assert read() == anew(), change


@pytest.fixture
def groups(words: None) -> None:
    begun()


@pytest.mark.django_db
def test_a_second_reading_asks_for_no_group(
    groups: None, django_assert_max_num_queries: Any
) -> None:
    read()
    known = [(number, edition, None) for number, edition, parent in wanted() if parent is None]

    # The latest writes, the names of sources, and who this node is.
    with django_assert_max_num_queries(3):
        bodies.full_services(known)


@pytest.mark.django_db
def test_a_directory_put_back_from_a_backup_is_read_anew(groups: None) -> None:
    before = read()
    Group.objects.filter(name="Alene").update(fee="en annen historie")
    Edition.objects.update(number=1, written_at=NOW)

    assert read() == anew()
    assert read() != before


@pytest.mark.django_db
def test_a_broken_file_is_made_anew(groups: None) -> None:
    read()
    kept.mine.path = None
    kept.path().write_bytes(b"no database" * 1000)

    assert read() == anew()
    assert read() == anew()
    with kept.opened() as file:
        assert file is not None
        assert file.execute("SELECT COUNT(*) FROM body").fetchone() == (4,)


@pytest.mark.django_db
def test_a_body_that_does_not_unpack_is_written_anew(groups: None) -> None:
    read()
    with kept.opened() as file:
        assert file is not None
        file.execute("UPDATE body SET whole = x'00'")

    assert read() == anew()


@pytest.mark.django_db
def test_a_reader_does_not_wait_for_another_that_writes(groups: None) -> None:
    bodies.full_services(wanted()[:1])
    other = sqlite3.connect(kept.path())
    other.execute("BEGIN IMMEDIATE")

    assert read() == anew()


@pytest.mark.django_db
def test_nothing_of_a_hidden_group_stays_behind_a_whole_export(groups: None) -> None:
    list(bodies.services_of_choice(Choice()))
    unpublish(named("Alene"))

    list(bodies.services_of_choice(Choice()))

    with sqlite3.connect(kept.path()) as file:
        assert file.execute("SELECT COUNT(*) FROM body").fetchone() == (3,)
    for one in kept.path().parent.iterdir():
        assert b"Alene" not in one.read_bytes(), one.name


@pytest.mark.django_db
def test_any_number_of_groups_is_forgotten_and_no_other(words: None) -> None:
    numbers, now = range(1, 2502), ground()
    one = kept.Finished(b"{}", b"{}")
    kept.keep(dict.fromkeys(numbers, one), dict.fromkeys(numbers, b""), now)

    kept.forget(1, kept.NEWEST, [2, 2500])

    with sqlite3.connect(kept.path()) as file:
        assert file.execute("SELECT number FROM body").fetchall() == [(1,), (2,), (2500,)]


@pytest.mark.django_db
def test_each_thread_has_its_own_way_to_the_file(groups: None) -> None:
    read()
    seen = []

    def look() -> None:
        with kept.opened() as file:
            assert file is not None
            seen.append(file.execute("SELECT COUNT(*) FROM body").fetchone()[0])

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()

    assert seen == [4]
