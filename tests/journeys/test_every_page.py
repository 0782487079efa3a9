"""Every page in every way people look: small, large, dark, their own colours, their own spacing."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.http import HttpResponse
from django.shortcuts import render
from django.test import RequestFactory
from playwright.sync_api import Browser, BrowserContext, Page, Route

from scripts.node import ALONE, CHROMIUM
from scripts.screenshots import LARGE, PLAIN, STEPS, organisation
from tests.journeys.conftest import STATES
from tests.journeys.ways import SIDEWAYS, SPACED

WAYS: dict[str, dict[str, Any]] = {
    "phone": {"viewport": {"width": 320, "height": 640}},
    "desk": {"viewport": {"width": 1280, "height": 800}},
    "dark": {"viewport": {"width": 320, "height": 640}, "color_scheme": "dark"},
    "own colours": {"viewport": {"width": 1280, "height": 800}, "forced_colors": "active"},
    "four times as large": {"viewport": {"width": 320, "height": 200}, "reduced_motion": "reduce"},
}
AMISS = ("500.html", "site/maintenance.html", "site/too_many.html", "site/gone.html")
# What axe looks at; own colours and larger letters change no markup, and dark ones no more.
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
JUDGED: dict[str, dict[str, Any]] = {"phone": {}, "desk": {}, "dark": COLOURS}
CUT = """() => [...document.querySelectorAll('a, button, label, h1, h2, h3, p, li, dd')]
  .filter(one => one.checkVisibility() && !one.matches('.ds-sr-only, .ds-skip-link'))
  .filter(one => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1)
  .filter(one => getComputedStyle(one).overflowX !== 'visible')
  .map(one => one.outerHTML.slice(0, 120))"""


# A link within a sentence is as high as its line; what stands alone has room for a thumb.
SMALL = """() => [...document.querySelectorAll('a, button, select, summary, label:has(input)')]
  .filter(one => one.checkVisibility() && !one.matches('.ds-skip-link'))
  .filter(one => one.getBoundingClientRect().height < 44)
  .filter(one => {
    const around = one.closest('p, li, dd, td, figcaption');
    return !around || [...around.childNodes].every(
      child => child === one || child.nodeName === 'BR' || !/[^\\s,]/.test(child.textContent));
  })
  .map(one => one.outerHTML)"""


# Words that stand out over the edge of the box they belong to, which may well cut them off.
OUTSIDE = """() => [...document.querySelectorAll('main a, main button, main :is(h1, h2, h3)')]
  .filter(one => one.checkVisibility() && !one.closest('.scroll'))
  .filter(one => one.getBoundingClientRect().right >
    one.parentElement.closest('section, li, form, main').getBoundingClientRect().right + 1)
  .map(one => one.outerHTML.slice(0, 120))"""


def each_page(context: BrowserContext, states: Iterable[str] = ()) -> Iterator[tuple[str, Page]]:
    """Walks through the site, one page at a time; the page is the same object throughout."""
    page = context.new_page()
    for name, address in PLAIN.items():
        page.goto(address)
        yield name, page
    for name, step in STEPS.items():
        step(page)
        yield name, page
    for name in states:
        organisation(page)  # it leads to those that have ended, too
        with page.expect_navigation():
            page.get_by_role("link", name=name).click()
        yield name, page


def answered(answer: HttpResponse, route: Route) -> None:
    """Gives a browser what was written beforehand."""
    route.fulfill(body=answer.content, content_type=answer.headers["Content-Type"])


def faults(page: Page, options: dict[str, Any] | None = None) -> list[str]:
    """The rules of axe that a page breaks, each with the first place where it does."""
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:150]}" for one in found]


@pytest.mark.parametrize("way", WAYS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    browser: Browser, node: str, way: str
) -> None:
    context = browser.new_context(base_url=node, **WAYS[way])
    amiss = []

    for name, page in each_page(context, STATES if way in JUDGED else ()):
        amiss += [(name, fault) for fault in (faults(page, JUDGED[way]) if way in JUDGED else [])]
        amiss += [(name, "scrolls sideways")] if page.evaluate(SIDEWAYS) else []
    context.close()

    assert amiss == []


def test_axe_finds_nothing_where_something_went_wrong(browser: Browser, node: str) -> None:
    context = browser.new_context(base_url=node, **WAYS["dark"])
    page = context.new_page()
    amiss = []

    for template in AMISS:
        page.unroute_all()
        page.route("**/galt", partial(answered, render(RequestFactory().get("/"), template)))
        page.goto("/galt")
        amiss += [(template, fault) for fault in faults(page)]
        amiss += [(template, "scrolls sideways")] if page.evaluate(SIDEWAYS) else []
    context.close()

    assert amiss == []


def test_axe_finds_nothing_in_the_widget(browser: Browser, node: str) -> None:
    context = browser.new_context(base_url=node, **WAYS["dark"])
    page = context.new_page()

    page.goto("/embed/groups")
    amiss = faults(page)

    assert (amiss, page.evaluate(SIDEWAYS)) == ([], False)
    context.close()


def test_more_space_between_letters_cuts_nothing(browser: Browser, node: str) -> None:
    context = browser.new_context(base_url=node, bypass_csp=True, **WAYS["phone"])
    amiss = []

    for name, page in each_page(context):
        page.add_style_tag(content=SPACED)
        amiss += [(name, cut) for cut in page.evaluate(CUT)]
        amiss += [(name, "scrolls sideways")] if page.evaluate(SIDEWAYS) else []
    context.close()

    assert amiss == []


def test_everything_to_press_has_room_for_a_thumb(browser: Browser, node: str) -> None:
    context = browser.new_context(base_url=node, **WAYS["phone"])

    small = [(name, one) for name, page in each_page(context, STATES)
             for one in page.evaluate(SMALL)]  # fmt: skip
    context.close()

    assert small == []


@pytest.mark.parametrize("letters", [(), (LARGE,)], ids=["as it is", "twice as large"])
def test_no_word_stands_out_over_the_edge_on_a_phone(
    browser: Browser, node: str, letters: tuple[str, ...]
) -> None:
    set_so = browser.browser_type.launch(
        executable_path=CHROMIUM, args=["--no-sandbox", ALONE, *letters]
    )
    context = set_so.new_context(base_url=node, viewport={"width": 360, "height": 640})
    amiss = []

    for name, page in each_page(context):
        amiss += [(name, word) for word in page.evaluate(OUTSIDE)]
        amiss += [(name, "scrolls sideways")] if page.evaluate(SIDEWAYS) else []
    set_so.close()

    assert amiss == []


def test_a_page_with_faults_is_found_out(page: Page) -> None:
    page.evaluate("document.querySelector('h1').after(document.createElement('button'))")

    assert [fault.partition(":")[0] for fault in faults(page)] == ["button-name"]
