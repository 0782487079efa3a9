from actionfields.comparing.space import space
from actionfields.measures import Axes, Refused
from tests.actionfields.comparing.fields import ACTORS, made, said


def full(period: str) -> list[tuple[str, str, str, int, str]]:
    return [
        (one, period, category, 1 if (place + shift) % 3 else -1, "talk")
        for place, one in enumerate(ACTORS)
        for shift, category in enumerate(("hub", "net"))
    ]


def test_a_full_table_spans_a_space() -> None:
    found = space(made(statements=said(*full("A"))), ["A"])

    assert isinstance(found, Axes)
    assert found.actors == ACTORS


def test_silence_is_no_answer_and_refuses_the_space() -> None:
    more = said(("myr", "A", "hub", 1, "talk"), ("skog", "A", "net", 1, "talk"), coder="ola")

    found = space(made(statements=[*said(*full("A")[:-4]), *more]), ["A"])

    assert found == Refused.because("sparse", filled=10, cells=12, share=83, least=90)


def test_an_actor_in_two_periods_is_two_rows() -> None:
    rows = said(*full("A")) + said(*full("B"), coder="ola")

    found = space(made(statements=rows), ["A", "B"])

    assert found.actors[:1] + found.actors[6:7] == ("elv A", "elv B")
