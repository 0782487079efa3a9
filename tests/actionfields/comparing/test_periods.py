from itertools import pairwise

import pytest

from actionfields.comparing.periods import compare, ties_together
from actionfields.errors import FieldError
from actionfields.measures import Chance, Refused
from tests.actionfields.comparing.fields import ACTORS, made, said, tied

RING = list(pairwise(ACTORS))
ALIKE = said(("elv", "A", "hub", 1, "talk"), ("elv", "B", "hub", 1, "talk"))
UNLIKE = said(("elv", "A", "hub", 1, "paper"), ("elv", "B", "hub", 1, "talk"))


def test_unlike_materials_are_marked() -> None:
    assert compare(made(statements=UNLIKE), "A", "B").unlike
    assert not compare(made(statements=ALIKE), "A", "B").unlike


def test_what_one_period_does_not_cover_is_listed_and_not_compared() -> None:
    rows = ALIKE + said(("hav", "A", "net", 1, "talk"), coder="ola")

    found = compare(made(statements=rows), "A", "B")

    assert (found.questions, found.one_sided) == (("Q1",), ("Q2",))


def test_a_category_recurs_when_somebody_supports_it_in_both() -> None:
    rows = ALIKE + said(("hav", "A", "net", 1, "talk"), ("hav", "B", "net", -1, "talk"), coder="o")

    assert compare(made(statements=rows), "A", "B").recurring() == ("hub",)


def test_a_network_that_one_period_lacks_is_no_network_of_zero() -> None:
    found = compare(made(ties=tied(*RING)), "A", "B")

    [(kind, first, second)] = found.shapes
    assert (kind, first.network.ties.count, second) == ("contact", 5, None)


def test_a_period_that_is_not_there_is_told() -> None:
    with pytest.raises(FieldError, match="there is no period «C»"):
        compare(made(), "A", "C")


def test_observed_ties_of_like_materials_are_tested() -> None:
    ties = tied(*RING) + tied(*RING, period="B")

    found = ties_together(made(ties=ties, statements=ALIKE), "contact", "A", "B", samples=99)

    assert isinstance(found, Chance)
    assert found.value == pytest.approx(1)


def test_ties_from_unlike_materials_get_no_p_value() -> None:
    ties = tied(*RING, source="paper") + tied(*RING, period="B")

    found = ties_together(made(ties=ties, statements=ALIKE), "contact", "A", "B")

    assert found == Refused.because("unlike")


def test_derived_ties_get_no_p_value() -> None:
    ties = tied(*RING) + tied(*RING, period="B", basis="derived_from_event")

    found = ties_together(made(ties=ties, statements=ALIKE), "contact", "A", "B")

    assert found == Refused.because("derived")


def test_too_few_common_actors_get_no_p_value() -> None:
    ties = tied(*RING[:2]) + tied(*RING[1:], period="B")

    found = ties_together(made(ties=ties, statements=ALIKE), "contact", "A", "B")

    assert found == Refused.because("few_common", count=2, least=5)
