"""What the search field suggests."""

import pytest
from django.test import Client

from knutepunkt.collect.drafts import Term
from tests.people import known, record
from tests.site import made
from tests.site.read import page


def test_a_place_is_suggested_with_its_county_and_the_text_it_would_make(db: None) -> None:
    known(record("1", "Fyrlykta"))

    found = Client().post("/forslag", {"text": "angst tromsø"}).json()["suggestions"]

    assert found[0] == {"text": "Tromsø", "kind": "Sted · Troms", "whole": "angst Tromsø"}


def test_what_is_typed_is_never_taken_from_an_address(db: None) -> None:
    answer = Client().get("/forslag?text=angst")

    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert Client().put("/forslag").status_code == 405


def test_suggestions_are_had_without_a_script_too(seeker: Client) -> None:
    made.taken_in(made.record())

    answer = seeker.post("/velg", {"text": "sor", "place": "Trondheim"}, follow=True)

    shown = page(answer)
    led = page(seeker.get(next(link for link in shown.links if link.startswith("/treff/"))))
    assert answer.redirect_chain[0][1] == 303
    assert led.headings[0] == (1, "Viser grupper om «Sorg» nær Trondheim")


def test_grief_comes_before_grief_for_a_pet(with_all_words: Client) -> None:
    made.taken_in(made.record(made.draft(terms=[Term("theme", "tap-og-sorg")])))

    found = with_all_words.post("/forslag", {"text": "sor"}).json()["suggestions"]

    both = {"Tap og sorg", "Sorg over et dyr"}
    assert [(one["text"], one["kind"]) for one in found if one["text"] in both] == [
        ("Tap og sorg", "Tema · sorg"),
        ("Sorg over et dyr", "Tema"),
    ]


def test_a_language_is_told_as_one(with_all_words: Client) -> None:
    made.taken_in(made.record())

    found = with_all_words.post("/forslag", {"text": "pol"}).json()["suggestions"]

    assert [one["kind"] for one in found if one["text"] == "polsk"] == ["Språk"]


@pytest.mark.parametrize("asked", [{}, {"text": ""}, {"text": "x" * 301}])
def test_nothing_to_suggest_for_leads_home(seeker: Client, asked: dict[str, str]) -> None:
    assert seeker.post("/velg", asked).headers["Location"] == "/"


def test_an_old_choice_is_said_to_be_forgotten(seeker: Client) -> None:
    answer = seeker.get("/velg/gammelt")

    assert (answer.status_code, page(answer).headings[0][1]) == (410, "Søket er glemt")
