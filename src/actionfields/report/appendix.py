"""The rows that drawings and findings rest on and no other section shows, each with its page."""

from collections.abc import Callable
from typing import Any

from actionfields.report.markup import Html, Part, html, joined
from actionfields.report.page import Page, anchor
from actionfields.report.parts import section, table, told


def appendix(page: Page) -> Html:
    """A table for ties, positions, events, participation and actors."""
    parts = [part for one in TELL if (part := of_table(page, one))]
    title, lead = page.words("rows"), page.words("rows_lead")
    return section("rows", title, *(parts or [told(page.words("nothing_coded"))]), lead=lead)


def of_table(page: Page, name: str) -> Html | None:
    """One table: id, what the row says, sources, page."""
    rows = page.data.tables[name]
    if not len(rows):
        return None
    left = len(rows) - len(page.shown[name])
    note = told(page.words("left_out_rows", count=left)) if left else None
    heads: list[Part] = [
        page.words("row"),
        page.words("what"),
        page.words("sources"),
        page.words("place"),
    ]
    cells: list[list[Part]] = [
        [
            html("span", key, class_="id", id=anchor(name, key)),
            TELL[name](page, one),
            page.links("sources", getattr(one, "source_id", ())),
            page.place(one),
        ]
        for one in rows.where(**{rows.key: page.shown[name]})
        for key in [getattr(one, rows.key)]
    ]
    return joined(
        html("h3", page.words.term(name)), note, table(page.words.term(name), heads, cells)
    )


def actor(page: Page, one: Any) -> Part:
    """What an actor is and does."""
    doubt = f" ({page.words('sphere_unsure')})" if one.sphere_uncertain else ""
    facts = [page.words.term(one.actor_type), page.words.term(one.sphere) + doubt]
    told_of = [html("b", page.name("actors", one.actor_id)), " ", ", ".join(filter(None, facts))]
    return joined(*told_of, ". " if page.said(one, "role") else None, page.said(one, "role"))


def position(page: Page, one: Any) -> Part:
    """Who holds which position when, and whether a source states it."""
    word = page.words.term
    who = f"{page.name('actors', one.actor_id)}, {one.period}"
    return f"{who}: {word(one.position)} ({word(one.basis)})"


def event(page: Page, one: Any) -> Part:
    """What happened when."""
    when = one.when or page.words("undated")
    return (
        f"{page.name('events', one.event_id)}, {one.period}, {when} ({page.words.term(one.kind)})"
    )


def part_in(page: Page, one: Any) -> Part:
    """Who took part in what, and whether the list is whole."""
    word = page.words.term
    facts = [word(one.role), *(word(x) for x in (one.account, one.list_status) if x)]
    names = f"{page.name('actors', one.actor_id)} · {page.name('events', one.event_id)}"
    return f"{names}: {', '.join(facts)}"


def tie(page: Page, one: Any) -> Part:
    """Who is tied to whom, how, when, and whether a source tells of it."""
    ends = [page.name("actors", end) for end in (one.source_actor, one.target_actor)]
    word = page.words.term
    facts = [word(one.kind), one.period, word(one.status), word(one.basis)]
    return f"{(' → ' if one.directed else ' – ').join(ends)}: {', '.join(facts)}"


TELL: dict[str, Callable[[Page, Any], Part]] = {
    "actors": actor,
    "positions": position,
    "events": event,
    "participation": part_in,
    "ties": tie,
}
