"""The contrast formula and its bounds are WCAG 2.2's (1.4.3 for text, 1.4.11 for edges)."""

import gzip
import re

import pytest
from django.conf import settings

FOLDER = settings.ROOT / "site" / "static" / "site"
STYLE = (FOLDER / "site.css").read_text(encoding="utf-8")
PARTS = (FOLDER / "designsystemet.css").read_text(encoding="utf-8")
SCRIPT = (FOLDER / "site.js").read_bytes()
COLOUR = re.compile(r"--(?:ds-color-)?([\w-]+): #([0-9a-f]{3,6});")
LIGHT, DARK = (dict(COLOUR.findall(part)) for part in STYLE.split("@media screen and (prefers")[:2])
PAPER, CARD = "neutral-background-default", "neutral-surface-default"
INK, SOFT, ACT = "neutral-text-default", "neutral-text-subtle", "text-subtle"
TEXT = [
    (INK, PAPER), (INK, CARD), (INK, "mark"), (INK, "band"), (SOFT, PAPER), (SOFT, CARD),
    (SOFT, "band"), (ACT, PAPER), (ACT, CARD), (ACT, "band"), ("text-default", "surface-tinted"),
    ("base-contrast-default", "base-default"), ("danger-text-subtle", PAPER),
    ("danger-text-default", "danger-surface-tinted"), (INK, "danger-surface-tinted"),
    (SOFT, "surface-hover"), ("text-default", "surface-active"),
]  # fmt: skip
EDGES = [
    ("neutral-border-default", PAPER), ("neutral-border-default", CARD), ("mark-line", PAPER),
    ("danger-border-default", CARD), ("base-default", "sea"), ("base-default", "land"),
    ("focus-outer", PAPER), ("focus-outer", "band"),
]  # fmt: skip
# Parts for news that the site has none of: a validation message in these colours is never shown.
STATUS = {
    "ds-color-info-text-subtle",
    "ds-color-success-text-subtle",
    "ds-color-warning-text-subtle",
}


def luminance(colour: str) -> float:
    whole = colour if len(colour) == 6 else "".join(letter * 2 for letter in colour)
    shares = [int(whole[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    parts = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "back"), TEXT)
def test_text_stands_out(colours: dict[str, str], front: str, back: str) -> None:
    assert contrast(colours[front], colours[back]) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "back"), EDGES)
def test_edges_stand_out(colours: dict[str, str], front: str, back: str) -> None:
    assert contrast(colours[front], colours[back]) >= 3


def test_every_colour_the_parts_ask_for_is_in_the_theme() -> None:
    asked = set(re.findall(r"var\(--(ds-color-[\w-]+)\)", PARTS))
    given = set(re.findall(r"--(ds-color-[\w-]+):", STYLE))

    assert asked - given - STATUS == set()


def test_light_and_dark_have_the_same_colours() -> None:
    assert LIGHT.keys() == DARK.keys()


@pytest.mark.parametrize("style", [STYLE, PARTS], ids=["ours", "parts"])
def test_no_style_fetches_anything(style: str) -> None:
    assert re.findall(r"@import|url\((?![\"']?data:)", style) == []


def test_the_script_is_small() -> None:
    assert len(gzip.compress(SCRIPT, 9)) <= 5_000
