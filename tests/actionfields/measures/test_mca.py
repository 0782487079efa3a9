from random import Random

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from actionfields.measures.mca import Answers, Axes, mca
from actionfields.measures.refusals import Refused

QUESTIONS = ("taste", "place", "aim")
TABLE: Answers = {
    actor: dict(zip(QUESTIONS, answers, strict=True))
    for actor, answers in {
        "a": ("sweet", "north", "own"), "b": ("sweet", "north", "all"),
        "c": ("sour", "south", "all"), "d": ("sour", "south", "all"),
        "e": ("sweet", "south", "own"), "f": ("salt", "west", "own"),
        "g": ("salt", "north", "all"), "h": ("sour", "west", "own"),
    }.items()
}  # fmt: skip
answers_of = st.lists(
    st.fixed_dictionaries({one: st.sampled_from("xyz") for one in QUESTIONS}),
    min_size=6,
    max_size=12,
).map(lambda rows: {f"actor {place}": row for place, row in enumerate(rows)})


def test_axes_are_those_of_an_independent_program() -> None:
    prince = pytest.importorskip("prince")
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame.from_dict(TABLE, orient="index")
    other = prince.MCA(n_components=3).fit(frame)

    found = mca(TABLE, QUESTIONS, axes=3)

    assert isinstance(found, Axes)
    assert np.allclose(found.inertias, other.eigenvalues_)
    places = np.abs(other.row_coordinates(frame).to_numpy())
    assert np.allclose(np.abs(found.actor_places), places)


def test_inertia_sums_to_categories_over_questions_less_one() -> None:
    # Le Roux & Rouanet (2010), 39: the whole inertia is K / Q − 1, here 8 / 3 − 1.
    found = mca(TABLE, QUESTIONS, axes=9)

    assert isinstance(found, Axes)
    assert found.inertias.sum() == pytest.approx(8 / 3 - 1)


def test_modified_rates_are_benzecris() -> None:
    found = mca(TABLE, QUESTIONS, axes=9)
    above = [one for one in found.inertias if one > 1 / 3]
    stretched = [(3 / 2 * (one - 1 / 3)) ** 2 for one in above]

    expected = [one / sum(stretched) for one in stretched]
    assert found.rates[: len(above)] == pytest.approx(expected)


def test_a_supplementary_question_lies_at_the_mean_of_its_actors() -> None:
    found = mca(TABLE, QUESTIONS, axes=2)

    placed = found.supplementary({"a": "old", "b": "old", "c": "new", "stranger": "new"})

    mean = (found.actor_places[0] + found.actor_places[1]) / 2
    assert placed["old"] == pytest.approx(mean / np.sqrt(found.inertias))
    assert list(placed) == ["old", "new"]


def test_a_question_that_took_part_lies_where_its_categories_lie() -> None:
    found = mca(TABLE, QUESTIONS, axes=2)

    placed = found.supplementary({actor: row["taste"] for actor, row in TABLE.items()})

    for place, (question, category) in enumerate(found.categories):
        if question == "taste":
            assert placed[category] == pytest.approx(found.category_places[place])


def test_a_gap_spans_no_axis() -> None:
    table = TABLE | {"a": {"taste": "sweet", "place": "north"}}

    found = mca(table, QUESTIONS)

    assert ("aim", "") not in found.categories
    assert len(found.categories) == 8


def test_a_sparse_table_is_refused() -> None:
    table: Answers = {actor: {"taste": row["taste"]} for actor, row in TABLE.items()}

    assert mca(table, QUESTIONS) == Refused.because(
        "sparse", filled=8, cells=24, share=33, least=90
    )


def test_four_actors_span_nothing() -> None:
    table = {actor: TABLE[actor] for actor in "abcd"}

    assert mca(table, QUESTIONS) == Refused.because("few_actors", count=4, least=5)


def test_questions_that_all_answer_alike_are_refused() -> None:
    table = {actor: {"q1": "yes", "q2": row["taste"]} for actor, row in TABLE.items()}

    assert mca(table, ("q1", "q2")) == Refused.because("constant")


@given(answers_of, st.randoms())
def test_the_order_of_actors_moves_nobody(table: Answers, chance: Random) -> None:
    first = mca(table, QUESTIONS, axes=1)
    assume(isinstance(first, Axes))
    order = list(table)
    chance.shuffle(order)

    second = mca({actor: table[actor] for actor in order}, QUESTIONS, axes=1)

    assert second.inertias == pytest.approx(first.inertias)
    assert first.inertias.max() <= 1 + 1e-9
