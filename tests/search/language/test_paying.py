"""By which words a text asks for what costs nothing."""

import pytest

from knutepunkt.search.language.paying import price_words


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("gratis sorggruppe i bergen", {0}),
        ("angst helst gratis", {2}),
        ("gratistilbud for pårørende", {0}),
        ("sorggruppe som ikke koster noe", {2, 3, 4}),
        ("sykmeldt koster ingenting", {1, 2}),
        ("det kostar ikkje noko", {1, 2, 3}),
        ("sorg uten å måtte betale", {1, 2, 3, 4}),
        ("utan eigenandel", {0, 1}),
        ("grief group free of charge", {2, 3, 4}),
        ("i dont want to pay anything", {1, 2, 3, 4, 5}),
        ("angst 0 kr", {1, 2}),
    ],
)
def test_what_costs_nothing_is_asked_for_in_many_ways(text: str, numbers: set[int]) -> None:
    assert price_words(text.split()) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "gratis mat i oslo", "free clothes", "gluten free", "finally free from gambling",
        "i am free on tuesdays", "ikke gratis", "klarer ikke å betale regninger",
        "uten å betale husleia", "hva koster det", "spilte bort 500 kr", "dyr medlemsavgift",
    ],
)  # fmt: skip
def test_other_words_of_money_and_freedom_ask_for_no_price(text: str) -> None:
    assert price_words(text.split()) == set()
