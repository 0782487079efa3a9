import pytest

from actionfields.comparing.reliability import reliability
from actionfields.measures import Refused
from tests.actionfields.comparing.fields import ACTORS, made, said

STANCES = (1, 1, 0, -1, -1, 1)
KARI = [(one, "A", "hub", stance, "talk") for one, stance in zip(ACTORS, STANCES, strict=True)]
OLA = [(*row[:3], -1 if row[0] == "elv" else row[3], "talk") for row in KARI]


def test_one_coder_has_no_agreement() -> None:
    [found] = reliability(made(statements=said(*KARI)))

    assert found.alpha == Refused.because("one_coder")


def test_two_coders_have_an_alpha_for_each_question_and_a_list() -> None:
    field = made(statements=said(*KARI) + said(*OLA, coder="ola"))

    [found] = reliability(field, samples=50)

    assert (found.question, found.coders, found.units) == ("Q1", ("kari", "ola"), 6)
    assert [one.unit for one in found.disagreements] == ["elv A hub"]
    assert found.alpha == pytest.approx(0.6333, abs=5e-4)  # by the package krippendorff 0.9


def test_what_the_other_left_out_is_listed() -> None:
    field = made(statements=said(*KARI) + said(*OLA[1:], coder="ola"))

    [found] = reliability(field, samples=50)

    assert found.left_out == {"elv A hub": ("ola",)}


def test_a_coder_with_for_and_against_has_coded_mixed() -> None:
    rows = said(("elv", "A", "hub", 1, "talk"), ("elv", "A", "hub", -1, "talk"))
    field = made(statements=rows + said(("elv", "A", "hub", 1, "talk"), coder="ola"))

    [found] = reliability(field, samples=9)

    assert found.disagreements[0].codes == (("kari", 0), ("ola", 1))


def test_coding_in_sight_of_the_others_is_marked() -> None:
    coders = [{"coder_id": "kari", "is_blind": "yes"}, {"coder_id": "ola", "is_blind": "no"}]
    rows = said(*KARI) + said(*OLA, coder="ola")

    [found] = reliability(made(statements=rows, coders=coders), samples=9)
    [alone] = reliability(made(statements=said(*KARI), coders=coders), samples=9)

    assert (found.blind, alone.blind) == (False, True)
