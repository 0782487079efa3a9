"""The page where a site finds the code for its own."""

import re

import pytest
from django.test import Client

from knutepunkt.site.middleware import POLICY
from tests.site.made import record, taken_in
from tests.site.read import Page, page

ASKED = {"theme": "grief", "place": "Trondheim", "language": "nn", "look": "dark",
         "accent": "#112233", "height": "400"}  # fmt: skip
WIDGET = "/embed/theme/grief/municipality/5001?lang=nn&accent=112233&look=dark"


def frame_of(shown: Page) -> dict[str, str]:
    return next(its for tag, its in shown.attributes if tag == "iframe")


def test_the_page_shows_the_widget_as_it_is(seeker: Client) -> None:
    shown = page(seeker.get("/bygg-inn"))

    assert frame_of(shown)["src"] == "/embed/groups?lang=nb&accent=0b5753&look=auto"


def test_what_is_chosen_is_shown_with_its_code(seeker: Client) -> None:
    shown = page(seeker.post("/bygg-inn", ASKED, follow=True))

    code = re.search(r"<iframe [^>]+></iframe>", shown.text)
    assert (frame_of(shown)["src"], frame_of(shown)["height"]) == (WIDGET, "400")
    assert code is not None
    assert f'src="http://127.0.0.1:8000{WIDGET}"' in code[0].replace("&amp;", "&")
    assert 'style="border: 0"' in code[0]  # with its border it would be wider than the page


def test_the_widget_that_is_shown_answers(seeker: Client) -> None:
    taken_in(record())

    assert seeker.get(WIDGET).status_code == 200


def test_the_choice_is_in_no_address(seeker: Client) -> None:
    address = seeker.post("/bygg-inn", ASKED).headers["Location"]

    assert re.fullmatch(r"/bygg-inn/[\w-]+", address) is not None


def test_the_page_alone_may_frame_a_page_of_ours(seeker: Client) -> None:
    policies = [seeker.get(address).headers["Content-Security-Policy"]
                for address in ("/bygg-inn", "/")]  # fmt: skip

    assert policies == [f"{POLICY}; frame-src 'self'", POLICY]


@pytest.mark.parametrize(
    ("name", "value"),
    [("place", "Trondhjemm"), ("theme", "x"), ("accent", "red"), ("height", "1"), ("look", "x")],
)
def test_a_choice_that_is_none_is_an_error_at_its_field(
    seeker: Client, name: str, value: str
) -> None:
    answer = seeker.post("/bygg-inn", ASKED | {name: value})

    assert (answer.status_code, f"#{name}" in page(answer).links) == (422, True)


def test_an_old_choice_is_said_to_be_forgotten(seeker: Client) -> None:
    answer = seeker.get("/bygg-inn/gammelt")

    assert (answer.status_code, "Det du valgte, er glemt" in page(answer).text) == (410, True)


def test_another_language_keeps_a_choice_that_was_none(seeker: Client) -> None:
    wrong = page(seeker.post("/bygg-inn", ASKED | {"place": "Trondhjemm"}))
    english = next(link for link in wrong.links if link.startswith("/en/bygg-inn/"))

    again = page(seeker.get(english))

    assert again.has("input", name="place", value="Trondhjemm")
    assert "We cannot find" in again.text
