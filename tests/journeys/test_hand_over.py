"""A professional with four minutes, and a group that looks at its own entry."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.journeys.test_find_a_group import go, heading, search

WAYS = {
    "script, desk": (True, 1280),
    "no script, phone": (False, 320),
}


@pytest.fixture(params=WAYS.values(), ids=WAYS)
def somebody(request: pytest.FixtureRequest, browser: Browser, node: str) -> Iterator[Page]:
    has_script, width = request.param
    context = browser.new_context(
        base_url=node,
        java_script_enabled=has_script,
        viewport={"width": width, "height": 800},
    )
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def aside(name: str) -> re.Pattern[str]:
    """The button's name; the part for screen readers alone may stand apart from the rest."""
    return re.compile(f"Legg til side ?: ?{name}")


def test_a_professional_hands_over_a_sheet_with_two_groups(somebody: Page) -> None:
    somebody.goto("/for-fagfolk")
    search(somebody, "sorg", "Trondheim")
    for name in ("Sorggruppa Solsikken", "Sorggruppa Hvitveisen"):
        go(somebody, somebody.get_by_role("button", name=aside(name)))
    go(somebody, somebody.get_by_role("button", name="Vis arket med 2 grupper"))

    names = somebody.locator(".sheet h2").all_inner_texts()
    assert names == ["Sorggruppa Solsikken", "Sorggruppa Hvitveisen"]


@pytest.mark.parametrize(
    ("size", "paper"), [("a4", (210, 297)), ("large", (210, 297)), ("a6", (105, 148))]
)
def test_the_browser_prints_a_sheet_on_the_paper_it_is_for(
    page: Page, size: str, paper: tuple[int, int]
) -> None:
    found = page.request.post("/api/search", data={"limit": 1}).json()["items"]
    sheet = page.request.post("/henvisning", form={"basket": found[0]["id"]})

    page.goto(f"{sheet.url}/{size}")
    printed = page.pdf(format="A4", prefer_css_page_size=True)

    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)
    # In points: an inch is 72 of them, or 25.4 mm.
    assert {tuple(round(float(side) * 25.4 / 72) for side in box) for box in boxes} == {paper}


def test_a_message_says_nothing_of_what_it_is_about(somebody: Page) -> None:
    somebody.goto("/for-fagfolk")
    search(somebody, "sorg", "Trondheim")
    go(somebody, somebody.get_by_role("button", name=aside("Sorggruppa Solsikken")))
    go(somebody, somebody.get_by_role("button", name="Vis arket med 1 gruppe"))

    link = somebody.get_by_role("link", name="Send en melding med lenker")
    assert "sorg" not in (link.get_attribute("href") or "").lower()


def test_a_group_taken_off_the_sheet_is_gone_from_it(somebody: Page) -> None:
    somebody.goto("/for-fagfolk")
    search(somebody, "sorg", "Trondheim")
    go(somebody, somebody.get_by_role("button", name=aside("Sorggruppa Solsikken")))
    go(somebody, somebody.get_by_role("button", name="Vis arket med 1 gruppe"))
    go(somebody, somebody.get_by_role("button", name=re.compile("Ta bort fra arket")))

    assert somebody.locator(".sheet").count() == 0


def test_a_member_sees_where_the_entry_comes_from_and_how_to_mend_it(somebody: Page) -> None:
    somebody.goto("/")
    search(somebody, "Sorggruppa Solsikken")
    go(somebody, somebody.get_by_role("link", name="Sorggruppa Solsikken"))

    text = somebody.locator("main").inner_text()
    assert heading(somebody) == "Sorggruppa Solsikken"
    assert "Opplysningene kommer herfra:" in text
    assert "Er noe feil?" in text


def test_back_leads_to_the_answer_again(somebody: Page) -> None:
    somebody.goto("/")
    search(somebody, "sorg", "Trondheim")
    before = heading(somebody)
    go(somebody, somebody.locator(".hits h3 a").first)

    somebody.go_back()

    assert heading(somebody) == before


def test_a_filter_is_one_press_and_lets_go_with_another(somebody: Page) -> None:
    somebody.goto("/")
    search(somebody, "sorg", "Trondheim")
    if somebody.viewport_size == {"width": 320, "height": 800}:
        somebody.get_by_text("Endre søket").click()
    somebody.locator("summary", has_text=re.compile("^Dag$")).click()
    somebody.get_by_label("Tirsdag").check()
    go(somebody, somebody.get_by_role("button", name="Vis treff"))
    narrowed = somebody.locator(".hits h3").all_inner_texts()
    go(somebody, somebody.get_by_role("link", name=re.compile("Ta bort: ?Tirsdag")))

    assert narrowed == ["Sorggruppa Markblomsten"]
    assert somebody.locator(".hits h3").count() == 3


@pytest.fixture
def helper(browser: Browser, node: str) -> Iterator[Page]:
    context = browser.new_context(base_url=node, viewport={"width": 1280, "height": 800})
    context.set_default_timeout(5_000)
    made = context.new_page()
    made.goto("/for-fagfolk")
    yield made
    context.close()


def test_suggestions_leave_the_button_below_them_to_be_pressed(helper: Page) -> None:
    helper.locator("#text").press_sequentially("sorg")
    helper.wait_for_selector(".suggestions li")
    go(helper, helper.get_by_role("button", name="Finn grupper"))

    assert heading(helper).startswith("Viser grupper om")


def test_suggestions_that_come_late_move_nothing_for_who_has_gone_on(helper: Page) -> None:
    late: list[Route] = []
    helper.route("**/forslag", lambda route: late.append(route))
    with helper.expect_request("**/forslag"):
        helper.locator("#text").press_sequentially("sorg")
    button = helper.get_by_role("button", name="Finn grupper")
    before = button.bounding_box() or {}
    helper.mouse.move(before["x"] + 5, before["y"] + 5, steps=5)

    with helper.expect_response("**/forslag"):
        late[-1].continue_()
    helper.wait_for_timeout(200)

    assert (button.bounding_box(), helper.locator(".suggestions").is_visible()) == (before, False)
