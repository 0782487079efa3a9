import pytest
from playwright.sync_api import Browser, Locator, Page

from scripts.screenshots import in_municipality

NARROW = {"width": 320, "height": 640}


def search(page: Page, text: str, place: str = "") -> None:
    page.get_by_label("Hva gjelder det?").fill(text)
    page.get_by_label("Sted eller postnummer").fill(place)
    go(page, page.get_by_role("button", name="Finn grupper"))


def go(page: Page, door: Locator) -> None:
    # A press returns before the next page is there; asked too early, it has no body yet.
    with page.expect_navigation():
        door.click()


def heading(page: Page) -> str:
    return page.locator("h1").inner_text()


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.innerText"))


def press_until(page: Page, wanted: str) -> None:
    for _ in range(40):
        if focused(page) == wanted:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reaches {wanted}")


def test_a_seeker_searches_and_opens_a_group(page: Page) -> None:
    search(page, "sorg", "Trondheim")
    go(page, page.get_by_role("link", name="Sorggruppa Solsikken"))

    assert heading(page) == "Sorggruppa Solsikken"
    told = page.locator("main").inner_text().replace("\N{WORD JOINER}", "")
    assert "Mandager kl.\N{NO-BREAK SPACE}18.00–19.30" in told


def test_the_address_and_the_title_say_nothing_of_the_search(page: Page, node: str) -> None:
    search(page, "sorg", "Trondheim")

    assert (page.url.startswith(f"{node}/treff/"), page.title()) == (
        True,
        "Finn en gruppe – Knutepunkt",
    )


def test_everything_works_without_javascript(browser: Browser, node: str) -> None:
    context = browser.new_context(base_url=node, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")

    search(page, "sorg", "Trondheim")
    found = heading(page)
    context.close()

    assert found.startswith("Viser grupper om")


def test_a_map_begins_where_its_points_are_without_javascript(browser: Browser, node: str) -> None:
    context = browser.new_context(
        base_url=node, java_script_enabled=False, viewport={"width": 320, "height": 640}
    )
    page = context.new_page()

    in_municipality(page)
    page.wait_for_timeout(300)  # The snap is over in a tenth of a second.
    frame, dot = [page.locator(one).first.bounding_box() for one in (".map-frame", ".map circle")]
    context.close()

    assert frame
    assert dot
    middle = frame["x"] + frame["width"] / 2
    assert dot["x"] < middle < dot["x"] + dot["width"]


def test_a_group_is_found_with_the_keyboard_alone(page: Page) -> None:
    press_until(page, "text")
    page.keyboard.type("sorg")
    page.keyboard.press("Enter")
    page.wait_for_selector(".hits")
    press_until(page, "Sorggruppa Markblomsten")
    page.keyboard.press("Enter")
    page.wait_for_selector(".group")

    assert heading(page) == "Sorggruppa Markblomsten"


def test_the_first_press_of_tab_leads_past_the_top(page: Page) -> None:
    page.keyboard.press("Tab")
    first = focused(page)
    page.keyboard.press("Enter")

    assert (first, focused(page)) == ("Hopp til innholdet", "content")


def test_an_unknown_place_takes_the_focus_to_what_is_wrong(page: Page) -> None:
    search(page, "sorg", "Trondhjemm")
    before = page.evaluate("document.activeElement.className")
    page.get_by_role("link", name="Vi finner ikke stedet «Trondhjemm».").click()

    assert (before, focused(page)) == ("ds-error-summary", "place")


def test_a_suggested_place_is_one_press_away(page: Page) -> None:
    search(page, "sorg", "Trondhjemm")
    go(page, page.get_by_role("button", name="Trondheim"))

    assert heading(page).endswith("nær Trondheim")


def test_another_language_keeps_the_search(page: Page, node: str) -> None:
    search(page, "sorg", "Trondheim")
    go(page, page.get_by_role("link", name="English"))

    assert page.url.startswith(f"{node}/en/treff/")
    assert heading(page).startswith("Showing groups about")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_scrolls_sideways_on_the_narrowest_screen(
    browser: Browser, node: str, scheme: str
) -> None:
    context = browser.new_context(base_url=node, viewport=NARROW, color_scheme=scheme)
    page = context.new_page()
    wide: list[str] = []

    for step in (
        lambda: page.goto("/"),
        lambda: search(page, "sorg", "Trondheim"),
        lambda: go(page, page.locator("h3 a").first),
        lambda: page.goto("/om"),
        lambda: page.goto("/finnes-ikke"),
        lambda: page.goto("/"),
        lambda: search(page, "sorg", "Trondhjemm"),
        lambda: search(page, "sorg", "Kirkenes"),
    ):
        step()
        if page.evaluate("document.documentElement.scrollWidth") > NARROW["width"]:
            wide.append(page.url)
    context.close()

    assert wide == []


def test_nothing_is_asked_of_others_and_nothing_is_amiss(browser: Browser, node: str) -> None:
    context = browser.new_context(base_url=node)
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))

    page.goto("/")
    search(page, "sorg", "Trondheim")
    go(page, page.locator("h3 a").first)
    go(page, page.get_by_role("link", name="Om Knutepunkt"))
    cookies = context.cookies()
    context.close()

    elsewhere = [url for url in asked if not url.startswith((node, "data:"))]
    assert (elsewhere, said, cookies) == ([], [], [])


def test_a_dot_of_the_nearest_map_leads_to_its_groups(page: Page) -> None:
    in_municipality(page)
    dot = page.locator("svg.map a").first
    told = dot.get_attribute("aria-label") or ""
    go(page, dot)

    assert heading(page).endswith("i dette utsnittet av kartet")
    assert told.split(",")[0] in page.locator("main").inner_text()


def test_only_the_groups_of_one_organisation_are_searched(page: Page) -> None:
    page.goto("/organisasjoner")
    go(page, page.locator("main ul a").first)
    name = heading(page)
    go(page, page.get_by_role("button", name="Søk i gruppene deres"))

    assert page.get_by_role("link", name=name).count() == 1  # To be let go of.
