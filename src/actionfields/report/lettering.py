"""Text in drawings: broken into lines, cut where it must be, turned on its side in heads."""

from textwrap import wrap

from actionfields.report.markup import Html, html, joined

LETTER = 6.4  # the mean width of a letter at twelve pixels, measured generously


def lines_of(text: str, width: int, most: int = 2) -> list[str]:
    """A text in lines of so many letters; what does not fit ends in an ellipsis.

    >>> lines_of("Interessegruppa for kvinner", 16)
    ['Interessegruppa', 'for kvinner']
    """
    found = wrap(" ".join(pieces(text, width)), width, break_on_hyphens=True) or [""]
    if len(found) > most:
        found = [*found[: most - 1], found[most - 1][: width - 1].rstrip(" ,;–-") + "…"]
    return found


def pieces(text: str, width: int) -> list[str]:
    """The words of a text; one that fits on no line is parted, with a hyphen at the break.

    >>> pieces("Selvhjelpsorganisasjonene samlet", 14)
    ['Selvhjelpsorg-', 'anisasjonene', 'samlet']
    """
    found = []
    for word in text.split():
        while len(word) > width and "-" not in word[1:width]:
            found.append(f"{word[: width - 1]}-")
            word = word[width - 1 :]
        found.append(word)
    return found


def lettered(text: str, x: float, y: float, width: int, **more: str) -> Html:
    """A text at a point, its lines centred about the height given."""
    found = lines_of(text, width)
    top = y - (len(found) - 1) * 7 + 4
    spans = [
        html("tspan", line, x=f"{x:.1f}", y=f"{top + n * 14:.1f}") for n, line in enumerate(found)
    ]
    return html("text", *spans, font_size="12", **more)


def upright(text: str) -> Html:
    """A column's head that reads from below, in a drawing so that every printer can turn it."""
    found = lines_of(text, 23)
    wide, high = 17 * len(found) + 8, 176
    spans = [
        html(
            "text",
            line,
            transform=f"translate({17 * n + 16} {high - 4}) rotate(-90)",
            font_weight="400",
            font_size="12",
        )
        for n, line in enumerate(found)
    ]
    drawn = html(
        "svg", *spans, viewBox=f"0 0 {wide} {high}", width=wide, height=high, aria_hidden="true"
    )
    return joined(drawn, html("span", text, class_="unseen"))
