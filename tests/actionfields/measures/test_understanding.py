from hypothesis import given

from actionfields.measures.refusals import Refused
from actionfields.measures.understanding import shared_understanding
from actionfields.measures.voices import Voices
from tests.actionfields.measures.strategies import ACTORS, CATEGORIES, said, voices

Row = tuple[str, str, int]


def test_each_actor_stands_in_one_place() -> None:
    rows = [("a", "x", 1), ("b", "x", -1), ("c", "x", 1), ("c", "x", -1), ("d", "x", 0)]

    one = shared_understanding(Voices.of(rows, actors="abcdef")).of("x")

    assert one.supporters == ("a",)
    assert one.opponents == ("b",)
    assert one.divided == ("c",)
    assert one.mentioned == ("d",)
    assert one.silent == ("e", "f")
    assert one.coverage == 4 / 6


def test_a_yes_with_reservations_is_a_yes() -> None:
    one = shared_understanding(Voices.of([("a", "x", 0), ("a", "x", 1)])).of("x")

    assert one.supporters == ("a",)


def test_repeating_oneself_is_no_second_voice() -> None:
    one = shared_understanding(Voices.of([("a", "x", 1)] * 9)).of("x")

    assert one.voices == 1
    assert one.agreement == Refused.because("few_voices", count=1, least=5)


def test_silence_is_never_opposition() -> None:
    rows = [("a", "x", 1)]

    one = shared_understanding(Voices.of(rows, actors="abcdefgh")).of("x")

    assert one.opponents == ()
    assert len(one.silent) == 7


def test_five_voices_have_an_agreement() -> None:
    rows = [(actor, "x", 1) for actor in "abcde"]

    one = shared_understanding(Voices.of(rows)).of("x")

    assert one.agreement == 1.0


def test_no_statements_give_no_categories() -> None:
    assert shared_understanding(Voices.of([])).records() == []


@given(said)
def test_counting_by_columns_is_counting_by_hand(rows: list[Row]) -> None:
    understood = shared_understanding(voices(rows))

    for category in CATEGORIES:
        heard = {a: {s for who, c, s in rows if (who, c) == (a, category)} for a in ACTORS}
        one = understood.of(category)
        assert set(one.supporters) == {a for a, s in heard.items() if 1 in s and -1 not in s}
        assert set(one.opponents) == {a for a, s in heard.items() if -1 in s and 1 not in s}
        assert set(one.divided) == {a for a, s in heard.items() if {1, -1} <= s}
        assert set(one.mentioned) == {a for a, s in heard.items() if s == {0}}
        assert set(one.silent) == {a for a, s in heard.items() if not s}


@given(said)
def test_turning_all_stances_swaps_the_sides(rows: list[Row]) -> None:
    turned = shared_understanding(voices([(a, c, -s) for a, c, s in rows]))

    for one, other in zip(shared_understanding(voices(rows)), turned, strict=True):
        assert (one.supporters, one.opponents) == (other.opponents, other.supporters)


@given(said)
def test_the_order_of_rows_changes_nothing(rows: list[Row]) -> None:
    forth, back = (shared_understanding(voices(one)) for one in (rows, rows[::-1]))

    assert forth.records() == back.records()
