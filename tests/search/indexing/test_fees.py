"""What the words about a fee tell."""

from time import process_time

import pytest

from knutepunkt.search.indexing.fees import fee_of


@pytest.mark.parametrize(
    "text",
    [
        "Gratis", "free of charge", "0", "0 kr", "kr 0,-", "0,00 NOK", "Ingen avgift", "no cost",
        "Fri entré", "Det koster ikke noe", "kostar ikkje noko", "nei", "Betal det du kan",
        "Pay what you can, 50 kr suggested", "Kostnadsfritt for alle", "kostenlos", "Kostenfrei",
        "keine", "avgiftsfritt", "frivillig bidrag",
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


@pytest.mark.parametrize("run", ["1 ", " ", "!", "0", "kr ", "ikke "])
def test_a_fee_of_a_hundred_thousand_letters_is_read_at_once(run: str) -> None:
    began = process_time()

    fee_of("1" + run * (100_000 // len(run)))

    # Tried from each sign, the first of these took minutes.
    assert process_time() - began < 0.5
