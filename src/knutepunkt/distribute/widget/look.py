"""What a site may choose of the widget's looks, kept readable whatever it chooses."""

import re
from functools import lru_cache
from importlib.resources import files

COLOUR = re.compile(r"#?([0-9a-fA-F]{6})")
DEFAULT = "#0b5753"
LOOKS = ("auto", "light", "dark")
# What text needs against its ground (WCAG 2.2, 1.4.3).
ENOUGH = 4.5
REST = {
    "light": "--kp-paper: #ffffff; --kp-ink: #1b2422; --kp-soft: #4a5653; --kp-line: #7b8783;",
    "dark": "--kp-paper: #1b2322; --kp-ink: #edf1ef; --kp-soft: #b9c4c0; --kp-line: #84918d;",
}
PAPER = {"light": "#ffffff", "dark": "#1b2322"}
TOWARDS = {"light": 0, "dark": 255}
Colour = tuple[int, int, int]


def accent_of(asked: str) -> str:
    """The colour of links, as ``#rrggbb``; ours where the one asked for is none."""
    found = COLOUR.fullmatch(asked)
    return f"#{found[1].lower()}" if found else DEFAULT


def look_of(asked: str) -> str:
    """Light, dark, or as the reader's own system has it."""
    return asked if asked in LOOKS else "auto"


@lru_cache(maxsize=100)
def stylesheet(accent: str, look: str) -> str:
    """The stylesheet with its colours; a pale accent is darkened until it can be read."""
    light, dark = (variables(accent, ground) for ground in ("light", "dark"))
    body = files("knutepunkt.distribute").joinpath("widget.css").read_text(encoding="utf-8")
    if look == "dark":
        return f":root {{ color-scheme: dark; {dark} }}\n{body}"
    if look == "light":
        return f":root {{ color-scheme: light; {light} }}\n{body}"
    query = f"@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}"
    return f":root {{ color-scheme: light dark; {light} }}\n{query}\n{body}"


def variables(accent: str, ground: str) -> str:
    """The colours of one ground."""
    return f"--kp-accent: {readable(accent, ground)}; {REST[ground]}"


def readable(accent: str, ground: str) -> str:
    """The accent, moved towards black or white until it stands out enough from the ground."""
    colour, paper, end = parts(accent), parts(PAPER[ground]), TOWARDS[ground]
    for step in range(21):
        mixed = tuple(round(value + (end - value) * step / 20) for value in colour)
        if contrast((mixed[0], mixed[1], mixed[2]), paper) >= ENOUGH:
            return "#{:02x}{:02x}{:02x}".format(*mixed)
    return f"#{end:02x}{end:02x}{end:02x}"


def parts(colour: str) -> Colour:
    """Red, green and blue."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of WCAG."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Colour) -> float:
    """The relative luminance of sRGB."""
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (part / 255 for part in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
