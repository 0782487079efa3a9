"""The contrast formula and its bounds are WCAG 2.2's (1.4.3 for text, 1.4.11 for edges)."""

import re

import pytest
from django.conf import settings

PATH = settings.ROOT / "site" / "static" / "site" / "site.css"
STYLE = PATH.read_text(encoding="utf-8")
COLOUR = re.compile(r"--([\w-]+): #([0-9a-f]{3,6});")
LIGHT, DARK = (dict(COLOUR.findall(part)) for part in STYLE.split("@media (prefers")[:2])
TEXT = [
    ("ink", "paper"), ("ink", "card"), ("ink", "mark"), ("soft", "paper"), ("soft", "card"),
    ("act", "paper"), ("act", "card"), ("on-act", "act"), ("bad", "paper"),
]  # fmt: skip
EDGES = [("line", "paper"), ("line", "card"), ("mark-line", "paper"), ("bad", "card")]


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


def test_the_stylesheet_is_small() -> None:
    assert PATH.stat().st_size <= 8_000


def test_the_stylesheet_fetches_nothing() -> None:
    assert re.findall(r"url\(|@import", STYLE) == []
