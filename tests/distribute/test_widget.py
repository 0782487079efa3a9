import re

import pytest
from django.test import Client

from knutepunkt.distribute.widget.look import accent_of, contrast, parts, readable
from tests.distribute.made import GRIEF, at, record, taken_in

pytestmark = pytest.mark.django_db


def test_only_the_widget_may_be_framed(client: Client) -> None:
    widget, site = client.get("/embed/groups"), client.get("/")

    assert widget["Content-Security-Policy"] == (
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors *"
    )
    assert "X-Frame-Options" not in widget
    assert "frame-ancestors 'none'" in site["Content-Security-Policy"]


def test_the_widget_leaves_no_cookie_and_runs_no_script(client: Client) -> None:
    taken_in(record("Håp"))

    response = client.get("/embed/groups")

    assert response.cookies == {}
    assert "<script" not in response.content.decode()


def test_a_fragment_is_the_list_alone(client: Client, words: None) -> None:
    taken_in(record("Håp", terms=[GRIEF]), record("Lys"))

    told = client.get("/embed/theme/grief/fragment").content.decode()

    assert told.lstrip().startswith("<section")
    assert "Håp" in told
    assert "Lys" not in told


def test_the_widget_speaks_the_language_asked_for(client: Client) -> None:
    told = client.get("/embed/groups?lang=nn").content.decode()

    assert '<html lang="nn">' in told
    assert "Det er ingen grupper her enno." in told


def test_what_a_group_writes_cannot_become_markup(client: Client) -> None:
    taken_in(record("<b onmouseover=x>Håp</b>"))

    assert "<b onmouseover" not in client.get("/embed/groups").content.decode()


@pytest.mark.parametrize("asked", ["red", "12345", "#12345g", "0;}body{x", ""])
def test_only_colours_are_colours(client: Client, asked: str) -> None:
    assert accent_of(asked) == "#0b5753"


@pytest.mark.parametrize("accent", ["#ffff00", "#ffffff", "#000000", "#777777", "#f0a000"])
@pytest.mark.parametrize("ground", ["light", "dark"])
def test_every_accent_can_be_read(accent: str, ground: str) -> None:
    paper = {"light": "#ffffff", "dark": "#1b2322"}[ground]

    assert contrast(parts(readable(accent, ground)), parts(paper)) >= 4.5


def test_a_time_abroad_says_by_which_clock_and_stays_on_one_line(client: Client) -> None:
    taken_in(record("Håp", at(None, mode="online", timezone="America/New_York")))

    told = client.get("/embed/groups").content.decode()

    said = "Tirsdager kl.\N{NO-BREAK SPACE}18.00–\N{WORD JOINER}19.30 (tid i New York)"
    assert re.findall(r'<span class="kp-when">([^<]*)', told) == [said]


def test_a_long_list_has_pages(client: Client) -> None:
    taken_in(*(record(f"Gruppe {number}") for number in range(60)))

    first = client.get("/embed/groups?accent=112233").content.decode()
    second = client.get("/embed/groups?accent=112233&page=2").content.decode()

    assert '<a href="?accent=112233&amp;page=2" rel="next">' in first
    assert first.count("<article>") == 50
    assert second.count("<article>") == 10


def test_a_code_leads_to_the_page_of_a_public_group(client: Client) -> None:
    (group,) = taken_in(record("Håp"))

    drawing = client.get(f"/qr/{group.uid}.svg").content.decode()

    assert f"http://127.0.0.1:8000/gruppe/{group.uid}</title>" in drawing
    assert ' viewBox="0 0 ' in drawing
    assert client.get("/qr/6b3f8a52-8a3e-4d3f-9f0c-2f7f2a9d1c11.svg").status_code == 404
