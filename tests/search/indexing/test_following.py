"""The index follows the directory, and mends itself."""

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import transaction
from msgspec.structs import replace

from knutepunkt.collect.models import Source
from knutepunkt.directory.actions import own_edits, vanishing
from knutepunkt.directory.actions.writing import begin
from knutepunkt.directory.editions import latest_edition
from knutepunkt.directory.models import Group
from knutepunkt.search import index
from knutepunkt.search.index import opening
from knutepunkt.search.indexing import comparing, following, states
from knutepunkt.search.indexing.states import vocabulary_state, writes_alike
from knutepunkt.search.queries import found
from knutepunkt.search.query import Query
from knutepunkt.vocabulary.actions import map_concepts
from knutepunkt.vocabulary.models import Concept, Label, Scheme
from knutepunkt.vocabulary.writing import stamp
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


def test_a_group_that_ends_is_no_longer_found_until_it_begins_again() -> None:
    found_then = []

    for state in ("active", "ended", "active"):
        told = record("1", "Fyrlykta")
        assert told.group
        known(replace(told, group=replace(told.group, state=state)))
        found_then.append(total())

    assert found_then == [1, 0, 1]
    assert comparing.compared().wrong == ""


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


def segment_file() -> Path:
    (part,) = following.current().manifest.parts
    return following.folder() / part.file


def test_an_index_that_is_something_else_is_rebuilt_when_somebody_searches() -> None:
    known(record("1", "Fyrlykta"))
    following.follow()
    (following.folder() / "manifest.json").write_bytes(b"no manifest" * 1000)

    assert total() == 1


def test_a_cut_off_index_is_rebuilt_when_somebody_searches() -> None:
    known(record("1", "Fyrlykta", words="kaffe"))
    following.follow()
    content = segment_file().read_bytes()
    segment_file().write_bytes(content[: len(content) // 2])

    assert total("kaffe") == 1


def test_an_index_with_one_changed_byte_is_rebuilt_when_somebody_opens_it() -> None:
    known(record("1", "Fyrlykta", words="kaffe"))
    following.follow()
    path = segment_file()
    content = bytearray(path.read_bytes())
    content[100] ^= 1
    path.unlink()
    path.write_bytes(content)
    opening.forget()

    with pytest.raises(index.Damaged):
        following.current()
    assert total("kaffe") == 1


def test_who_asks_once_and_ends_is_not_answered_from_a_large_file_that_has_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known(record("1", "Fyrlykta", words="kaffe"))
    following.follow()
    monkeypatch.setattr(opening, "SMALL", 0)
    content = bytearray(segment_file().read_bytes())
    place = content.index(b"Fyrlykta")
    content[place] ^= 1
    segment_file().write_bytes(content)
    opening.forget()

    assert [hit.item["name"] for hit in found(Query("kaffe")).hits] == ["Fyrlykta"]


def test_a_missing_file_is_noticed() -> None:
    known(record("1", "Fyrlykta"))
    following.follow()
    segment_file().unlink()
    opening.forget()

    assert total() == 1


def test_a_file_that_is_removed_while_it_is_open_is_written_anew() -> None:
    known(record("1", "Fyrlykta"))
    following.follow()
    segment_file().unlink()

    following.follow()

    assert segment_file().exists()
    assert total() == 1


def test_following_goes_on_where_it_was_stopped() -> None:
    groups = known(*(record(str(number), f"Gruppe {number}") for number in range(3)))
    following.follow()
    first = min(group.pk for group in groups)
    others = [group.pk for group in groups if group.pk != first]
    index.change(following.current(), others, [], 0, first)

    following.follow()

    assert following.current().pks() == {group.pk for group in groups}


def test_reindexing_gives_the_same_index() -> None:
    known(record("1", "Fyrlykta", words="kaffe"), record("2", "Nattlyset"))
    following.follow()
    before = segment_file().read_bytes()

    following.reindex()

    assert segment_file().read_bytes() == before


def test_a_change_of_the_vocabulary_makes_the_index_anew() -> None:
    (group,) = known(record("1", "Fyrlykta", terms=(("theme", "alkohol"),)))
    following.follow()
    concept = Concept.objects.get(scheme_id="theme", code="alkohol")
    Label.objects.create(concept=concept, language="nb", kind="alternative", text="promille")

    following.follow()

    assert [hit.item["id"] for hit in found(Query("promille")).hits] == [str(group.uid)]


def test_terms_that_change_places_make_the_index_anew() -> None:
    known(record("1", "Fyrlykta", terms=(("theme", "alkohol"),)))
    following.follow()
    before = vocabulary_state()
    one, other = Concept.objects.filter(scheme_id="theme", broader=None).order_by("pk")[:2]
    low, high = Concept.objects.filter(scheme_id="theme").exclude(pk__in=[one.pk, other.pk])[:2]
    for concept, above in ((low, one), (high, other)):
        Concept.objects.filter(pk=concept.pk).update(broader=above)
    assert not writes_alike(vocabulary_state(), before)
    before = vocabulary_state()

    for concept, above in ((low, other), (high, one)):
        Concept.objects.filter(pk=concept.pk).update(broader=above)

    assert not writes_alike(vocabulary_state(), before)


def test_who_asks_where_nothing_follows_is_answered_by_the_words_as_they_are() -> None:
    known(record("1", "Fyrlykta", terms=(("theme", "alkohol"),)))
    ours = Concept.objects.filter(scheme_id="theme")
    above = ours.filter(broader=None).exclude(narrower__code="alkohol").first()
    assert above is not None
    asked = Query(concepts=(above.pk,))
    assert found(asked).total == 0

    ours.filter(code="alkohol").update(broader=above)
    stamp()

    assert found(asked).total == 1


def test_a_mapping_is_asked_by_at_once_and_nothing_is_written_anew() -> None:
    (group,) = known(record("1", "Fyrlykta", terms=(("theme", "alkohol"),)))
    Scheme.objects.create(id="ext", kind="foreign")
    foreign = Concept.objects.create(scheme_id="ext", code="F10")
    following.follow()
    assert found(Query(concepts=(foreign.pk,))).total == 0
    before = segment_file().stat().st_ino

    ours = Concept.objects.get(scheme_id="theme", code="alkohol")
    with transaction.atomic():
        map_concepts(foreign, "exact", ours, author="En steward", made_on=NOON.date())
    following.follow()

    hits = found(Query(concepts=(foreign.pk,))).hits
    assert [hit.item["id"] for hit in hits] == [str(group.uid)]
    assert segment_file().stat().st_ino == before


def test_an_index_written_by_other_code_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    known(record("1", "Fyrlykta"))
    following.follow()
    before = segment_file().name

    monkeypatch.setattr(states, "code_version", lambda: "another")
    following.follow()

    assert segment_file().name != before


def test_many_small_changes_do_not_make_many_files() -> None:
    for number in range(20):
        known(record(str(number), f"Gruppe {number}"))
        following.follow()

    assert len(following.current().segments) <= 4
    assert total() == 20


def test_a_missing_index_is_said_to_be_damaged() -> None:
    with pytest.raises(index.Damaged):
        following.current()


def test_the_index_and_the_directory_are_compared_word_by_word() -> None:
    (group,) = known(record("1", "Fyrlykta"))
    following.follow()
    assert comparing.compared() == comparing.Compared(1, latest_edition(), 1)

    Group.objects.filter(pk=group.pk).update(name="Noe annet")

    assert comparing.compared().wrong == "differs from the directory in 1 of 1 groups looked at"


def test_a_group_the_index_lacks_is_told_of() -> None:
    known(record("1", "Fyrlykta"), record("2", "Nattlyset"))
    following.follow()
    Group.objects.filter(name="Nattlyset").update(is_published=False)

    assert comparing.compared().wrong == "lacks 0 groups and has 1 too many"


class Rounds(threading.Event):
    """Stops a follower after some rounds, and does something before each."""

    def __init__(self, *before: Callable[[], object]) -> None:
        super().__init__()
        self.before: Iterator[Callable[[], object]] = iter(before)

    def wait(self, timeout: float | None = None) -> bool:
        del timeout
        step = next(self.before, None)
        if step is not None:
            step()
        return step is None


def test_a_follower_goes_on_when_what_stood_in_its_way_is_gone(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Here it has the connection, and so the transaction, of the test and not of its own thread.
    monkeypatch.setattr(following, "close_old_connections", lambda: None)
    known(record("1", "Fyrlykta"))
    following.follow()
    known(record("2", "Nattlyset"))
    in_the_way = following.folder() / "follow.lock"
    in_the_way.unlink()
    in_the_way.mkdir()

    following.follow_for_ever(Rounds(bool, bool, in_the_way.rmdir))

    assert following.current().size == 2
    assert [entry.getMessage() for entry in caplog.records] == [
        "the search index cannot follow the directory: IsADirectoryError"
    ]
