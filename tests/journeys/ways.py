"""Every way somebody comes: with or without script, at each width, by keyboard, and how they see.

All of them together are many; CI takes a share in which each value of each kind occurs, and
``make test-journeys`` takes them all.
"""

import os
from itertools import product
from typing import Any, NamedTuple

from playwright.sync_api import Browser, BrowserContext, Locator, Page

# Four times as large: 1280 by 800 pixels hold 320 by 200 of CSS then.
SIGHTS: dict[str, dict[str, Any]] = {
    "plain": {},
    "four times as large": {"viewport": {"width": 320, "height": 200}},
    "more space": {"bypass_csp": True},
    "dark": {"color_scheme": "dark"},
    "own colours": {"forced_colors": "active"},
    "still": {"reduced_motion": "reduce"},
}
WIDTHS = {320: 640, 1280: 800}
# WCAG 2.2, 1.4.12: line height 1.5, paragraphs 2, letters 0.12, words 0.16 times the font size.
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"""
# ``add_style_tag`` waits for an event that never comes where scripts are off.
SPACE = """css => { const made = document.createElement('style');
  made.textContent = css; document.head.append(made); }"""
SIDEWAYS = "document.documentElement.scrollWidth > innerWidth"
SHARE = 13
MANY_PRESSES = 250
HAS_FOCUS = "one => one === document.activeElement"
# How often Tab leads from where the focus is to an element; of radio buttons one is on the way.
PRESSES = """wanted => { const seen = new Set(), all = [...document.querySelectorAll(
    'a[href], button, input:not([type=hidden]), select, summary, textarea')]
  .filter(one => one.checkVisibility() && !one.disabled && one.tabIndex >= 0)
  .filter(one => one.type !== 'radio' || one.checked || one === wanted ||
    (!seen.has(one.name) && seen.add(one.name) && !document.querySelector(
      `input[name="${one.name}"]:checked`)));
  return all.indexOf(wanted) - all.indexOf(document.activeElement); }"""
SEEN = """one => { const style = getComputedStyle(one);
  return style.outlineStyle !== 'none' || style.boxShadow !== 'none'; }"""


class Way(NamedTuple):
    """One way to come."""

    has_script: bool
    width: int
    by_keyboard: bool
    sight: str

    def __str__(self) -> str:
        script = "script" if self.has_script else "no script"
        hand = "keyboard" if self.by_keyboard else "pointer"
        return f"{script}, {self.width}, {hand}, {self.sight}"

    def context(self, browser: Browser, node: str) -> BrowserContext:
        """A browser as this person has it."""
        size = {"viewport": {"width": self.width, "height": WIDTHS[self.width]}}
        said = {"java_script_enabled": self.has_script} | size | SIGHTS[self.sight]
        made = browser.new_context(base_url=node, **said)
        made.set_default_timeout(10_000)
        return made


EVERY = [
    Way(*way)
    for way in product([True, False], WIDTHS, [True, False], SIGHTS)
    if (way[1], way[3]) != (320, "four times as large")  # 80 pixels are nobody's screen
]


def ways(offset: int) -> list[Way]:
    """The ways to try: all when asked for, else a share that begins somewhere else each time."""
    is_all = os.environ.get("KNUTEPUNKT_JOURNEYS") == "all"
    return EVERY if is_all else EVERY[offset::SHARE]


class Somebody:
    """A person on the site. Whatever is amiss on a page they come to is kept in ``amiss``."""

    def __init__(self, way: Way, page: Page) -> None:
        self.way, self.page = way, page
        self.amiss: list[str] = []

    def comes(self, address: str) -> None:
        """Open an address."""
        self.page.goto(address)
        self.looks()

    def looks(self) -> None:
        """Look at the page: nothing may stick out to the side."""
        if self.way.sight == "more space":
            self.page.evaluate(SPACE, SPACED)
        if self.page.evaluate(SIDEWAYS):
            self.amiss.append(f"{self.heading} scrolls sideways")

    def writes(self, label: str, text: str) -> None:
        """Fill a field."""
        field = self.page.get_by_label(label)
        if not self.way.by_keyboard:
            field.fill(text)
            return
        self.reaches(field)
        self.page.keyboard.type(text)

    def goes(self, door: Locator) -> None:
        """Press something that leads to another page."""
        if self.way.by_keyboard:
            self.reaches(door)
        # A press returns before the next page is there; asked too early, it has no body yet.
        with self.page.expect_navigation():
            if self.way.by_keyboard:
                self.page.keyboard.press("Enter")
            else:
                door.click()
        self.looks()

    def reaches(self, wanted: Locator) -> None:
        """Press Tab until something has the focus, and see that one can see it."""
        for _ in range(max(0, wanted.evaluate(PRESSES))):
            self.page.keyboard.press("Tab")
        for _ in range(MANY_PRESSES):
            if wanted.evaluate(HAS_FOCUS):
                break
            self.page.keyboard.press("Tab")
        else:
            raise AssertionError(f"Tab never reaches {wanted}")
        if not wanted.evaluate(SEEN):
            self.amiss.append(f"nobody sees where the focus is: {wanted}")

    @property
    def heading(self) -> str:
        """The main heading."""
        return self.page.locator("h1").inner_text()
