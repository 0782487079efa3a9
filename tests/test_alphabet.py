from hypothesis import given
from hypothesis import strategies as st

from knutepunkt.alphabet import in_order, places_in_order


def test_the_last_letters_stand_in_the_order_they_are_said() -> None:
    names = ["Åre", "Øre", "Ære", "Zoo", "Yr", "ål"]

    assert sorted(names, key=in_order) == ["Yr", "Zoo", "Ære", "Øre", "ål", "Åre"]


def test_letters_of_other_alphabets_stand_with_their_like() -> None:
    names = ["Zebra", "Östersund", "Øya", "Äldre", "Ærlig", "Über", "Yngre", "Yoga"]

    assert sorted(names, key=in_order) == [
        "Über", "Yngre", "Yoga", "Zebra", "Äldre", "Ærlig", "Östersund", "Øya",
    ]  # fmt: skip


def test_sami_letters_stand_with_the_latin_ones() -> None:
    names = ["Deanu", "Čáhcesuolu", "Dálvi", "Ŋárga", "Nord", "Đivva", "Šiella", "Sol", "Ŧ", "Tana"]

    assert sorted(names, key=in_order) == [
        "Čáhcesuolu", "Dálvi", "Deanu", "Đivva", "Ŋárga", "Nord", "Šiella", "Sol", "Ŧ", "Tana",
    ]  # fmt: skip


def test_letters_put_together_of_two_signs_stand_as_the_whole_ones() -> None:
    assert in_order("A\u030apen") == in_order("Åpen")


def test_aa_is_an_old_letter_in_places_only() -> None:
    names = ["Ål", "AA Oslo", "Abel"]

    assert sorted(names, key=in_order) == ["AA Oslo", "Abel", "Ål"]
    assert sorted(["Aas", "Asker", "Øyer"], key=places_in_order) == ["Asker", "Øyer", "Aas"]


def test_quotes_before_a_name_are_passed_over() -> None:
    assert sorted(["«Håp»", "Glede", "Igjen"], key=in_order) == ["Glede", "«Håp»", "Igjen"]


@given(st.lists(st.text("aáäæåosS ø", min_size=1, max_size=4), min_size=2, max_size=2))
def test_only_the_same_name_sorts_the_same(names: list[str]) -> None:
    one, other = names

    assert (in_order(one) == in_order(other)) == (one.casefold() == other.casefold())
