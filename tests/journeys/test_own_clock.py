"""The next meeting online by the clock of whoever looks, in the language of the page."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from knutepunkt import site

SCRIPT = Path(site.__file__).parent / "static/site/site.js"
# Monday at 17.00 in Oslo is Tuesday at 01.00 in Tokyo, eight hours ahead in winter.
PAGE = '<html lang="{}"><p hidden data-moment="2026-11-30T17:00:00+01:00"></p>'


@pytest.mark.parametrize(
    ("tongue", "told"),
    [
        ("nb", "tirsdag 1. desember kl. 01.00"),
        ("nn", "tysdag 1. desember kl. 01.00"),
        ("en", "Tuesday 1 December at 01:00"),
    ],
)
def test_a_moment_is_told_in_the_language_of_the_page(
    browser: Browser, tongue: str, told: str
) -> None:
    context = browser.new_context(timezone_id="Asia/Tokyo")
    page = context.new_page()
    page.set_content(PAGE.format(tongue))

    page.add_script_tag(path=SCRIPT)
    found = page.inner_text("p").replace("\N{NO-BREAK SPACE}", " ").strip()
    context.close()

    assert found == told
