"""Timelines of plans and their measures: when each began, what became of it, what is not known."""

from collections.abc import Sequence

from actionfields.edtf import Moment
from actionfields.records import Measure, Plan
from actionfields.report.lettering import lettered
from actionfields.report.markup import Html, Part, html, joined
from actionfields.report.page import Page, anchor
from actionfields.report.parts import section, table, told

LEFT, RIGHT, ROW, TOP = 232, 150, 34, 30
WIDE = 760
LOOKS = {
    "kept": ("#0b6e69", None),
    "built_up": ("#0b6e69", "2 2"),
    "toned_down": ("#8a6d00", "10 4"),
    "reduced": ("#8a6d00", "4 3"),
    "transformed": ("#35478c", "14 3 3 3"),
    "discontinued": ("#b4531a", None),
    "unknown": ("#6b757d", "1.5 5"),
}


def timelines(page: Page) -> Html:
    """The section, plan by plan."""
    title = page.words("timelines")
    if not len(page.data.plan_measures) and not len(page.data.plans):
        return section("timelines", title, told(page.words("no_plans")))
    parts = [of_plan(page, one) for one in page.data.plans]
    return section("timelines", title, *parts, lead=page.words("timelines_lead"))


def of_plan(page: Page, plan: Plan) -> Html:
    """One plan with its measures."""
    rows = list(page.data.plan_measures.where(plan_id=plan.plan_id))
    head = html(
        "h3",
        page.name("plans", plan.plan_id),
        " ",
        html("span", str(plan.when or ""), class_="when"),
    )
    if not rows:
        note = html("p", page.translated(plan.note) or page.words("no_measures"), class_="small")
        return joined(head, note)
    return joined(head, drawn(page, plan, rows), listed(page, rows))


def years(plan: Plan, rows: Sequence[Measure]) -> tuple[int, int] | None:
    """The first and last year to draw; None when nothing is dated."""
    moments = [plan.when, *(one.start for one in rows), *(one.fate_date for one in rows)]
    known = [end.year for one in moments if one for end in (one.first, one.last) if end]
    return (min(known), max(known) + 1) if known else None


def drawn(page: Page, plan: Plan, rows: Sequence[Measure]) -> Html | None:
    """The drawing, if anything is dated."""
    span = years(plan, rows)
    if span is None:
        return told(page.words("nothing_dated"))
    high = TOP + ROW * len(rows) + 10
    parts: list[Part] = [
        html("title", page.words("timeline_of", plan=page.name("plans", plan.plan_id)))
    ]
    parts += axis(span, high)
    for place, one in enumerate(rows):
        parts += bar(page, one, TOP + ROW * place + ROW / 2, span)
    svg = html("svg", *parts, viewBox=f"0 0 {WIDE} {high}", width=WIDE, height=high, role="img")
    return html("div", svg, class_="scroll", tabindex=0)


def across(year: float, span: tuple[int, int]) -> float:
    """Where a year stands."""
    return LEFT + (year - span[0]) / max(span[1] - span[0], 1) * (WIDE - LEFT - RIGHT)


def axis(span: tuple[int, int], high: float) -> list[Html]:
    """A line for each year that there is room for."""
    step = next(
        one for one in (1, 2, 5, 10, 20, 50, 100, 1000, 10000) if (span[1] - span[0]) / one <= 9
    )
    found = []
    for year in range(span[0] + -span[0] % step, span[1] + 1, step):
        x = f"{across(year, span):.1f}"
        found += [
            html("line", x1=x, x2=x, y1=TOP - 6, y2=high - 6, stroke="#d5dade"),
            html("text", year, x=x, y=16, font_size="12", text_anchor="middle", fill="#48545c"),
        ]
    return found


def bar(page: Page, one: Measure, y: float, span: tuple[int, int]) -> list[Html]:
    """One measure from its beginning to its fate; dotted where the end is not known."""
    colour, dash = LOOKS[one.fate]
    start, end = year_of(one.start), year_of(one.fate_date)
    word = page.words.term(one.fate)
    name = lettered(page.name("plan_measures", one.measure_id), 0, y, 34, fill="#16232b")
    fate = lettered(
        f"{word} {one.fate_date or ''}".strip(),
        WIDE - RIGHT + 10,
        y,
        22,
        fill=colour,
        font_weight="600",
    )
    if start is None and end is None:
        where = across(span[0], span)
        return [name, lettered(page.words("undated"), where + 6, y, 20, fill="#6b757d"), fate]
    first = across(span[0] if start is None else start, span)
    last = across(span[1] if end is None else end, span)
    line = html(
        "line",
        x1=f"{first:.1f}",
        x2=f"{max(last, first + 4):.1f}",
        y1=y,
        y2=y,
        stroke=colour,
        stroke_width="7" if dash is None else "5",
        stroke_dasharray=dash,
    )
    found = [name, line, fate]
    found += (
        [] if start is None else [html("circle", cx=f"{first:.1f}", cy=y, r="5.5", fill=colour)]
    )
    return found + ([ending(one, last, y, colour)] if end is not None else [])


def ending(one: Measure, x: float, y: float, colour: str) -> Html:
    """The mark of a dated fate: a cross when it ended, a ring when it changed."""
    if one.fate == "discontinued":
        path = (
            f"M{x - 6:.1f},{y - 6} L{x + 6:.1f},{y + 6} M{x - 6:.1f},{y + 6} L{x + 6:.1f},{y - 6}"
        )
        return html("path", d=path, stroke=colour, stroke_width="3", fill="none")
    return html(
        "circle", cx=f"{x:.1f}", cy=y, r="5.5", fill="#ffffff", stroke=colour, stroke_width="2.5"
    )


def year_of(moment: Moment | None) -> int | None:
    """The year in which a date begins."""
    end = (moment.first or moment.last) if moment else None
    return end.year if end else None


def listed(page: Page, rows: Sequence[Measure]) -> Html:
    """The measures in words, with their sources."""
    word = page.words
    heads: list[Part] = [
        word("measure"),
        word("began"),
        word("fate"),
        word("what_became"),
        word("sources"),
    ]
    cells: list[list[Part]] = [
        [
            html(
                "span",
                page.name("plan_measures", one.measure_id),
                id=anchor("plan_measures", one.measure_id),
            ),
            str(one.start or word("undated")),
            f"{word.term(one.fate)} {one.fate_date or ''}".strip(),
            page.said(one, "description"),
            joined(page.links("sources", one.source_id), html("small", " ", page.place(one))),
        ]
        for one in rows
    ]
    return table(word("measures"), heads, cells)
