"""The index follows the directory, and mends itself."""

from datetime import timedelta

import pytest
from django.db import transaction

from knutepunkt.collect.models import Source
from knutepunkt.directory.actions import own_edits, vanishing
from knutepunkt.directory.actions.writing import begin
from knutepunkt.search import following, index
from knutepunkt.search.queries import found
from knutepunkt.search.query import Query
from tests.people import NOON, known, record


def total(text: str = "") -> int:
    return found(Query(text)).total


def test_a_new_group_is_found_at_once() -> None:
    known(record("1", "Fyrlykta"))
    assert total() == 1

    known(record("2", "Nattlyset"))

    assert total() == 2


def test_a_changed_group_is_found_by_its_new_words_only() -> None:
    known(record("1", "Fyrlykta", words="kaffe"))
    assert total("kaffe") == 1

    known(record("1", "Fyrlykta", words="vafler"))

    assert (total("kaffe"), total("vafler")) == (0, 1)


def test_a_withdrawn_group_is_no_longer_found() -> None:
    known(record("1", "Fyrlykta"))
    assert total() == 1

    with transaction.atomic():
        write = begin(Source.objects.get(pk="prøve"), NOON + timedelta(days=1))
        vanishing.mark_missing(write, ["1"])
        vanishing.withdraw(write, ["1"])

    assert total() == 0


def test_a_hidden_group_is_no_longer_found() -> None:
    (group,) = known(record("1", "Fyrlykta"))
    assert total() == 1

    group.is_published = False
    group.save()
    own_edits.confirm(group, by="en vert", how="phone", moment=NOON)

    assert total() == 0


def test_only_what_changed_is_looked_at_again() -> None:
    known(record("1", "Fyrlykta"), record("2", "Nattlyset"))
    following.follow()

    known(record("2", "Nattlyset", words="nye ord"))

    assert following.follow() == 1


def test_a_damaged_index_is_rebuilt_when_somebody_searches() -> None:
    known(record("1", "Fyrlykta"))
    following.follow()
    following.path().write_bytes(b"not a database" * 1000)

    assert total() == 1


def test_a_cut_off_index_is_rebuilt_when_somebody_searches() -> None:
    known(record("1", "Fyrlykta", words="kaffe"))
    following.follow()
    content = following.path().read_bytes()
    following.path().write_bytes(content[: len(content) // 2])

    assert total("kaffe") == 1


def test_following_goes_on_where_it_was_stopped() -> None:
    groups = known(*(record(str(number), f"Gruppe {number}") for number in range(3)))
    following.follow()
    first = min(group.pk for group in groups)
    with index.connection(following.path()) as link:
        index.replace(link, [group.pk for group in groups if group.pk != first], [], 0, first)

    following.follow()

    with index.connection(following.path()) as link:
        assert index.ids(link) == {group.pk for group in groups}


def test_reindexing_gives_the_same_index() -> None:
    known(record("1", "Fyrlykta", words="kaffe"), record("2", "Nattlyset"))
    following.follow()
    with index.connection(following.path()) as link:
        before = link.execute("SELECT * FROM items ORDER BY id").fetchall()

    following.reindex()

    with index.connection(following.path()) as link:
        assert link.execute("SELECT * FROM items ORDER BY id").fetchall() == before


def test_a_missing_index_is_said_to_be_damaged() -> None:
    with pytest.raises(index.Damaged), index.connection(following.path()):
        pass
