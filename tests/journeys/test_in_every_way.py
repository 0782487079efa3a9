"""A seeker, a professional and a member of a group, in every way people come to the site."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser

from tests.journeys.ways import Somebody, Way, ways


@contextmanager
def somebody(way: Way, browser: Browser, node: str) -> Iterator[Somebody]:
    context = way.context(browser, node)
    yield Somebody(way, context.new_page())
    context.close()


@pytest.mark.parametrize("way", ways(0), ids=str)
def test_a_seeker_finds_a_group_in_three_pages(browser: Browser, node: str, way: Way) -> None:
    with somebody(way, browser, node) as seeker:
        seeker.comes("/")
        seeker.writes("Hva gjelder det?", "sorg")
        seeker.writes("Sted eller postnummer", "Trondheim")
        seeker.goes(seeker.page.get_by_role("button", name="Finn grupper"))
        found = seeker.heading
        seeker.goes(seeker.page.get_by_role("link", name="Sorggruppa Solsikken"))

        assert (found.startswith("Viser grupper"), seeker.heading, seeker.amiss) == (
            True, "Sorggruppa Solsikken", [],
        )  # fmt: skip


@pytest.mark.parametrize("way", ways(4), ids=str)
def test_a_professional_has_a_sheet_to_hand_over(browser: Browser, node: str, way: Way) -> None:
    with somebody(way, browser, node) as helper:
        helper.comes("/for-fagfolk")
        helper.writes("Hva gjelder det?", "sorg")
        helper.goes(helper.page.get_by_role("button", name="Finn grupper"))
        aside = re.compile("Legg til side ?: ?Sorggruppa Hvitveisen")
        helper.goes(helper.page.get_by_role("button", name=aside))
        helper.goes(helper.page.get_by_role("button", name="Vis arket med 1 gruppe"))

        names = helper.page.locator(".sheet h2").all_inner_texts()
        assert (names, helper.amiss) == (["Sorggruppa Hvitveisen"], [])


@pytest.mark.parametrize("way", ways(8), ids=str)
def test_a_member_sees_how_the_entry_came_about(browser: Browser, node: str, way: Way) -> None:
    with somebody(way, browser, node) as member:
        member.comes("/")
        member.writes("Hva gjelder det?", "Sorggruppa Markblomsten")
        member.goes(member.page.get_by_role("button", name="Finn grupper"))
        member.goes(member.page.get_by_role("link", name="Sorggruppa Markblomsten"))
        text = member.page.locator("main").inner_text()
        member.goes(member.page.get_by_role("link", name="Nynorsk"))

        assert ("Opplysningene kommer herfra:" in text, "Er noe feil?" in text) == (True, True)
        assert (member.heading, member.amiss) == ("Sorggruppa Markblomsten", [])
