"""Lists of names for people go from a to å, with ø before å."""

import re

from django.test import Client

from knutepunkt.collect.drafts import OrganisationDraft
from tests.site.made import GRIEF, TUESDAYS, draft, record, taken_in

NAMES = ("Åpen", "Ærlig", "Zebra", "Ørnen", "Öppen")
IN_ORDER = ["Zebra", "Ærlig", "Öppen", "Ørnen", "Åpen"]


def names(shown: str, address: str) -> list[str]:
    return re.findall(rf'<a [^>]*href="/{address}[^"]*"[^>]*>\s*([^<]*?)\s*</a>', shown)


def test_the_groups_of_a_theme_do(seeker: Client) -> None:
    taken_in(*(record(draft(name, terms=[GRIEF])) for name in NAMES))

    assert names(seeker.get("/tema/grief").content.decode(), "gruppe/") == IN_ORDER


def test_the_second_page_goes_on_where_the_first_ended(seeker: Client) -> None:
    taken_in(*(record(draft(f"{name} {n}", terms=[GRIEF])) for n in range(5) for name in NAMES))

    second = seeker.get("/tema/grief/side/2").content.decode()

    assert names(second, "gruppe/") == [f"Åpen {n}" for n in range(5)]


def test_the_organisations_do(seeker: Client) -> None:
    taken_in(*(record(draft(name), organisation=OrganisationDraft(name)) for name in NAMES))

    assert names(seeker.get("/organisasjoner").content.decode(), "organisasjon/") == IN_ORDER


def test_the_organisations_of_a_theme_do(seeker: Client) -> None:
    taken_in(
        *(record(draft(f"{name}gruppa", terms=[GRIEF]), organisation=OrganisationDraft(name))
          for name in NAMES)
    )  # fmt: skip

    assert names(seeker.get("/tema/grief").content.decode(), "organisasjon/") == IN_ORDER


def test_the_hits_by_name_do(seeker: Client) -> None:
    taken_in(*(record(draft(name), TUESDAYS) for name in NAMES))

    shown = seeker.post("/sok", {"text": "", "sort": "name"}, follow=True).content.decode()

    assert re.findall(r'<a href="/gruppe/[^>]*>([^<]*)', shown) == IN_ORDER
