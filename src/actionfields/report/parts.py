"""The pieces that sections are built of: headings, tables that scroll, remarks, lists."""

from collections.abc import Iterable, Sequence

from actionfields.report.markup import Html, Part, html


def section(ident: str, title: str, *parts: Part, lead: str = "") -> Html:
    """A section with its heading and the sentence that says how to read it."""
    head = html("h2", title, id=f"{ident}-title")
    told = html("p", lead, class_="lead") if lead else None
    return html("section", head, told, *parts, id=ident, aria_labelledby=f"{ident}-title")


def table(
    caption: Part, heads: Sequence[Part], rows: Iterable[Sequence[Part]], **more: str
) -> Html:
    """A table whose rows begin with their head; it scrolls sideways where it is too wide."""
    top = html("thead", html("tr", *(html("th", one, scope="col") for one in heads)))
    body = html("tbody", *map(row, rows))
    return scrolling(html("table", html("caption", caption), top, body, **more))


def row(cells: Sequence[Part]) -> Html:
    """One row of a table; a cell that is made already stays as it is."""
    first, *others = cells
    return html("tr", html("th", first, scope="row"), *map(cell, others))


def cell(part: Part) -> Html:
    """One cell."""
    if isinstance(part, Html) and part.startswith("<td"):
        return part
    return html("td", part)


def scrolling(inner: Part) -> Html:
    """A box that can be scrolled by keyboard too."""
    return html("div", inner, class_="scroll", tabindex=0)


def told(text: str) -> Html:
    """A remark that must not be overlooked."""
    return html("p", text, class_="mark")


def items(parts: Iterable[Part], **more: str) -> Html:
    """A list."""
    return html("ul", *(html("li", one) for one in parts), **more)


def pairs(rows: Iterable[tuple[Part, Part]], **more: str) -> Html:
    """Names and what they stand for; those without are left out."""
    kept = [(name, value) for name, value in rows if value not in (None, "")]
    return html("dl", *((html("dt", one), html("dd", other)) for one, other in kept), **more)
