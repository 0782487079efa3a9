"""What the words about a fee tell."""

import pytest

from knutepunkt.search.fees import fee_of


@pytest.mark.parametrize(
    "text",
    [
        "Gratis", "free of charge", "0", "0 kr", "kr 0,-", "0,00 NOK", "Ingen avgift", "no cost",
        "Fri entré", "Det koster ikke noe", "kostar ikkje noko", "nei", "Betal det du kan",
        "Pay what you can, 50 kr suggested", "Kostnadsfritt for alle",
    ],
)  # fmt: skip
def test_what_costs_nothing_is_free(text: str) -> None:
    assert fee_of(text) == "free"


@pytest.mark.parametrize(
    "text",
    [
        "50 kr", "kr. 100 per gang", "200 kroner i halvåret", "20 NOK", "ikke gratis", "not free",
        "Gratis for medlemmer, ellers 100 kr", "Free parking, 50 NOK", "sugar-free", "1 000,-",
        "Bidrag etter evne",
    ],
)  # fmt: skip
def test_what_costs_something_is_paid_though_something_else_is_free(text: str) -> None:
    assert fee_of(text) == "paid"
