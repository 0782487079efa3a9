"""What is suggested while somebody types."""

from dataclasses import replace

import pytest

from knutepunkt.directory.actions import own_edits
from knutepunkt.directory.models import Group
from knutepunkt.gazetteer import spot_named
from knutepunkt.search.suggesting.suggestions import Suggestion, suggestions
from knutepunkt.vocabulary import actions
from tests.people import NOON, ONLINE, known, record


def of(kind: str, text: str) -> list[str]:
    return [one.text for one in suggestions(text) if one.kind == kind]


def test_the_last_word_is_completed_and_the_rest_kept() -> None:
    known(record("1", "Fyrlykta"))

    found = [one for one in suggestions("Angst tro") if one.kind == "place"]

    assert [(one.text, one.whole) for one in found[:2]] == [
        ("Trondheim", "Angst Trondheim"),
        ("Tromsø", "Angst Tromsø"),
    ]


@pytest.mark.parametrize("typed", ["tromsø", "TROMSO", "tromsoe"])
def test_a_name_may_be_typed_on_any_keyboard(typed: str) -> None:
    known(record("1", "Fyrlykta"))

    assert of("place", typed)[0] == "Tromsø"


def test_two_a_are_an_abbreviation_before_they_are_an_å() -> None:
    known(record("1", "Åpen dør"), record("2", "AA Levanger"), record("3", "Andre"))

    assert of("group", "AA") == ["AA Levanger", "Åpen dør"]


def test_namesakes_are_told_apart_by_county() -> None:
    known(record("1", "Fyrlykta"))

    found = [one for one in suggestions("våler") if one.text == "Våler"]

    assert [(one.detail, one.whole) for one in found] == [
        ("Innlandet", "Våler"),
        ("Østfold", "Våler Østfold"),
    ]


def test_a_sami_name_is_told_with_the_norwegian_one() -> None:
    known(record("1", "Fyrlykta"))

    found = [one for one in suggestions("karasj") if one.kind == "place"]
    other = [one for one in suggestions("kárášjoh") if one.kind == "place"]

    assert found[0].text == "Karasjok"
    assert (other[0].text, other[0].detail) == ("Kárášjohka", "Karasjok, Finnmark")


def test_with_a_point_places_near_it_come_first() -> None:
    known(record("1", "Fyrlykta"))
    spot = spot_named("Fredrikstad")
    assert spot is not None

    found = suggestions("våler", point=(spot.latitude, spot.longitude))

    assert [one.detail for one in found if one.text == "Våler"] == ["Østfold", "Innlandet"]


def test_an_everyday_word_leads_to_its_concept_with_groups_counted() -> None:
    known(record("1", "Fyrlykta", terms=(("theme", "alkohol"),)))

    found = [one for one in suggestions("drikker for m") if one.kind == "concept"]

    assert [replace(one, whole="") for one in found[:1]] == [
        Suggestion("concept", "Alkohol", "theme", "theme:alkohol", 1, "drikker for mye")
    ]


def test_a_name_comes_before_other_words_that_begin_so() -> None:
    lonely = [record(f"{n}", f"Tåka {n}", terms=(("theme", "ensomhet"),)) for n in range(2, 5)]
    known(record("1", "Fyrlykta", terms=(("theme", "alkohol"),)), *lonely)

    assert of("concept", "al") == ["Alkohol", "Ensomhet"]  # "Alarm i brystet".


def test_a_word_of_another_language_comes_before_no_word_of_the_readers() -> None:
    actions.load()
    known(record("1", "Lyset", terms=(("theme", "tap-og-sorg"),)))

    assert (of("concept", "so")[0], of("concept", "grief")[0]) == ("Tap og sorg", "Tap og sorg")


def test_after_a_word_for_where_a_place_is_next() -> None:
    known(record("1", "Trygg havn"))

    assert {one.kind for one in suggestions("angst i tr")} == {"place"}
    assert suggestions("angst i tr")[0].whole == "angst i Trondheim"
    assert of("group", "vi er i trygg") == ["Trygg havn"]  # No place begins so.


def test_after_a_word_for_where_a_word_for_a_concept_is_no_place_alone() -> None:
    known(record("1", "Fyrlykta"))

    assert of("concept", "leve i rus") == ["Avhengighet"]
    assert of("place", "leve i rus") == ["Russenes"]


def test_one_wrong_letter_is_forgiven_where_nothing_begins_so() -> None:
    known(record("1", "Fyrlykta"))

    assert (of("group", "fyrkykt"), of("group", "fxrkykt")) == (["Fyrlykta"], [])


def test_a_lone_group_leads_to_itself_and_namesakes_are_counted() -> None:
    known(record("1", "Fyrlykta"), record("2", "Nattlyset"), record("3", "Nattlyset", ONLINE))

    lone, several = suggestions("fyrl")[-1], suggestions("nattl")[-1]

    assert (lone.id, lone.count) == (str(Group.objects.get(name="Fyrlykta").uid), 1)
    assert (several.id, several.count) == ("", 2)


def test_a_group_that_is_not_published_is_never_suggested() -> None:
    (group,) = known(record("1", "Fyrlykta"))
    group.is_published = False
    group.save()
    own_edits.confirm(group, by="en vert", how="phone", moment=NOON)

    assert of("group", "fyrl") == []


@pytest.mark.parametrize("typed", ["", " ", "a", "…", "\x00", "(" * 200])
def test_too_little_suggests_nothing(typed: str) -> None:
    known(record("1", "Fyrlykta"))

    assert suggestions(typed) == ()


def test_there_are_never_more_than_ten_and_every_kind_has_room() -> None:
    known(*(record(str(number), f"Alle {number}") for number in range(20)))

    found = suggestions("al")

    assert len(found) == 10
    assert {one.kind for one in found} == {"concept", "place", "group"}
