"""Large files are joined beside the follower, and what dies meanwhile stays dead."""

from pathlib import Path

import pytest

from knutepunkt.search.index import Index, Record, Row, build, change, current, joining, sums_by_key
from knutepunkt.search.index.joining import Joiner
from knutepunkt.search.index.numbers import Numbers
from knutepunkt.search.index.record import Level, as_words


def group(pk: int, word: str = "sorg") -> Record:
    words = as_words([(Level.MARK, [word])], Numbers())
    return Record(pk, f"{pk}", b"a", words, ["state:active"], 0, True, [Row()], b"{}")


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Index:
    monkeypatch.setattr(joining, "LARGE", 5)
    build(tmp_path, [group(pk) for pk in range(10)], "", 1)
    return change(current(tmp_path), range(10, 20), [group(pk) for pk in range(10, 20)], 2, 0)


def joined(joiner: Joiner, index: Index) -> Index:
    assert joiner.thread is not None
    joiner.thread.join()
    return joiner.tidied(index)


def test_files_are_joined_when_the_writing_is_done(index: Index) -> None:
    joiner = Joiner()
    joiner.tidied(index)

    found = joined(joiner, index)

    assert (len(found.segments), found.pks()) == (1, set(range(20)))


def test_what_changes_while_files_are_joined_is_kept(index: Index) -> None:
    joiner = Joiner()
    joiner.tidied(index)

    found = joined(joiner, change(index, [3, 12], [group(12, "angst")], 3, 0))

    assert found.pks() == set(range(20)) - {3}
    assert found.count("angst") == 1
    assert found.content_of(12) == sums_by_key([group(12, "angst")])[12]


def test_many_changes_leave_few_files_and_the_latest_of_each_group(tmp_path: Path) -> None:
    build(tmp_path, [group(pk) for pk in range(40)], "", 1)
    joiner, found = Joiner(), current(tmp_path)

    for number in range(60):
        pks = [number % 7, 50 + number]
        records = [group(pk, f"ord{number}") for pk in pks]
        found = joiner.changed(found, [*pks, number % 40], records, number, 0)

    last = {pk: max(n for n in range(60) if n % 7 == pk) for pk in range(7)}
    alive = {n: n for n in last if last[n] >= max(m for m in range(60) if m % 40 == n)}
    assert found.pks() == {*alive, *range(50, 110)}
    assert {pk: found.content_of(pk) for pk in alive} == sums_by_key(
        group(pk, f"ord{last[pk]}") for pk in alive
    )
    assert len(found.segments) <= 4


def test_nothing_is_taken_in_when_the_index_was_made_anew(index: Index) -> None:
    joiner = Joiner()
    joiner.tidied(index)
    build(index.folder, [group(1)], "", 4)

    found = joined(joiner, current(index.folder))

    assert found.pks() == {1}


def test_two_processes_that_join_the_same_files_do_not_harm_each_other(index: Index) -> None:
    one, other = Joiner(), Joiner()
    one.tidied(index)
    index = change(index, [3], [], 3, 0)
    other.tidied(index)
    for joiner in (one, other):
        if joiner.thread is not None:
            joiner.thread.join()

    found = other.tidied(one.tidied(index))

    assert (len(found.segments), found.pks()) == (1, set(range(20)) - {3})
    assert not [path.name for path in index.folder.glob("*.draft")]
