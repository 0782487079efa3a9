"""What the search field suggests."""

from django.test import Client

from tests.people import known, record


def test_a_place_is_suggested_with_its_county_and_the_text_it_would_make(db: None) -> None:
    known(record("1", "Fyrlykta"))

    found = Client().post("/forslag", {"text": "angst tromsø"}).json()["suggestions"]

    assert found[0] == {"text": "Tromsø", "kind": "Sted · Troms", "whole": "angst Tromsø"}


def test_what_is_typed_is_never_taken_from_an_address(db: None) -> None:
    assert Client().get("/forslag?text=angst").status_code == 405
