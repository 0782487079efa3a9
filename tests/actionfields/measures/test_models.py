from hypothesis import given
from hypothesis import strategies as st

from actionfields.measures.models import champions, models_by_period

rows_of_models = st.lists(
    st.tuples(*(st.sampled_from(one) for one in ("mn", "12", "abc", ("supports", "opposes"))))
)
ROWS = [
    ("body", "P1", "a", "supports"),
    ("body", "P1", "b", "opposes"),
    ("hub", "P1", "a", "supports"),
    ("body", "P2", "a", "opposes"),
]


def test_models_are_told_by_period_in_order_of_mention() -> None:
    found = [(one.model, one.period, one.stances) for one in models_by_period(ROWS)]

    assert found == [
        ("body", "P1", (("supports", ("a",)), ("opposes", ("b",)))),
        ("hub", "P1", (("supports", ("a",)),)),
        ("body", "P2", (("opposes", ("a",)),)),
    ]


def test_a_change_of_mind_between_periods_is_no_contradiction() -> None:
    assert [one.contradictory for one in models_by_period(ROWS)] == [(), (), ()]


def test_two_stances_in_one_period_contradict() -> None:
    [one] = models_by_period([("m", "P1", "a", "supports"), ("m", "P1", "a", "opposes")])

    assert one.contradictory == ("a",)


def test_nobody_stands_where_nobody_is_recorded() -> None:
    [one] = models_by_period([("m", "P1", "a", "supports")])

    assert one.actors("opposes") == ()


@given(rows_of_models)
def test_no_row_is_lost(rows: list[tuple[str, str, str, str]]) -> None:
    told = {
        (one.model, one.period, actor, stance)
        for one in models_by_period(rows)
        for stance, actors in one.stances
        for actor in actors
    }

    assert told == set(rows)


@given(rows_of_models)
def test_champions_are_different_actors(rows: list[tuple[str, str, str, str]]) -> None:
    expected = {}
    for model in {row[0] for row in rows}:
        backing = {row[2] for row in rows if (row[0], row[3]) == (model, "supports")}
        expected |= {model: len(backing)} if backing else {}

    assert champions(rows) == expected
