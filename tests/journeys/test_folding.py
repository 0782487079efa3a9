"""What is folded on a phone stands open on a desk, with and without a script."""

import pytest
from playwright.sync_api import Browser

from tests.journeys.ways import WIDTHS


@pytest.mark.parametrize("has_script", [True, False])
@pytest.mark.parametrize("width", WIDTHS)
def test_narrower_themes_are_folded_on_a_phone_alone(
    browser: Browser, node: str, width: int, has_script: bool
) -> None:
    size = {"width": width, "height": WIDTHS[width]}
    context = browser.new_context(base_url=node, viewport=size, java_script_enabled=has_script)
    page = context.new_page()
    page.goto("/tema")
    narrower = page.get_by_role("link", name="Gjeld", exact=True)

    before = narrower.is_visible()
    if width < 1280:
        page.locator(".tiles summary").first.click()

    assert (before, narrower.is_visible()) == (width == 1280, True)
    context.close()
