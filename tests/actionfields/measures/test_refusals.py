import string

import pytest

from actionfields.measures.refusals import REASONS, Refused


def figures(sentence: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("code", REASONS)
def test_both_languages_tell_the_same_figures(code: str) -> None:
    assert figures(REASONS[code]["en"]) == figures(REASONS[code]["nb"])


def test_a_refusal_says_why_in_bokmaal() -> None:
    refused = Refused.because("few_common", count=2, least=5)

    assert refused.said("nb") == "for få aktører finnes i begge nettverkene (2 av minst 5)"


def test_a_refusal_as_json_has_its_figures() -> None:
    refused = Refused.because("few_actors", count=3, least=5)

    assert refused.as_json() == {
        "refused": "few_actors",
        "reason": "too few actors (3 of at least 5); show their names and counts",
        "count": 3,
        "least": 5,
    }


def test_an_unknown_reason_is_no_refusal() -> None:
    with pytest.raises(KeyError):
        Refused.because("too_tired")


def test_a_reason_needs_all_its_figures() -> None:
    with pytest.raises(KeyError):
        Refused.because("few_common", count=2)
