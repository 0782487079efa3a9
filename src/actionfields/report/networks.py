"""Networks: each kind by itself, one drawing for each period, and every tie in words below."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from actionfields.comparing import Shape, shape, ties_of
from actionfields.field import Field
from actionfields.measures import Direction, Refused
from actionfields.records import Tie
from actionfields.records.deeds import DERIVED, PROSPECTIVE, REPORTED
from actionfields.report.drawing import Dot, Line, drawing
from actionfields.report.layout import Layout, layout
from actionfields.report.markup import Html, Part, between, html, joined
from actionfields.report.page import Page, anchor
from actionfields.report.parts import items, pairs, section, told
from actionfields.report.shapes import key, order_of

MOST_ACTORS = 48
MOST_TIES = 600
UNSURE = ("", "mixed", "unclear", "unknown")


def networks(page: Page) -> Html:
    """The section: kinds are never pooled."""
    title = page.words("networks")
    if not len(page.data.ties):
        return section("networks", title, told(page.words("no_ties")))
    counts = Counter(page.data.ties.values("kind"))
    order = sorted(counts, key=lambda one: (-counts[one], one))
    names = spheres(page)
    legend = key(
        names,
        {one: page.words.term(one or "unclear") for one in names},
        page.words("sphere_unsure"),
    )
    parts = [of_kind(page, one, names) for one in order]
    lead = page.words("networks_lead")
    return section(
        "networks",
        title,
        html("div", legend, class_="scroll", tabindex=0),
        html("p", page.words("line_looks"), class_="small"),
        *parts,
        lead=lead,
    )


def spheres(page: Page) -> dict[str, int]:
    """The spheres of the field, the commonest first, each with its shape."""
    counts = Counter(page.data.actors.values("sphere"))
    return order_of(sorted(counts, key=lambda one: (-counts[one], one)))


def of_kind(page: Page, kind: str, names: dict[str, int]) -> Html:
    """One kind of tie in every period that has it."""
    rows = page.data.ties.where(kind=kind)
    ends = Counter(rows.values("source_actor")) + Counter(rows.values("target_actor"))
    drawn = drawn_actors(page, ends, names)
    at = layout(drawn)
    periods = [
        one for one in page.data.periods.values("period") if one in set(rows.values("period"))
    ]
    left = len(ends) - len(drawn)
    note = told(page.words("left_out_actors", count=left)) if left else None
    figures = [figure(page, kind, one, at, names) for one in periods]
    return html("div", html("h3", page.words.term(kind)), note, *figures, class_="kind")


def drawn_actors(page: Page, ends: "Counter[str]", names: dict[str, int]) -> list[str]:
    """The actors of a drawing by sphere and name; of very many, those with most ties."""
    most = {actor for actor, _ in ends.most_common(MOST_ACTORS)}
    rows = [(one.actor_id, one.sphere) for one in page.data.actors.where(actor_id=most)]
    rows.sort(key=lambda row: (names[row[1]], page.name("actors", row[0]).casefold()))
    return [actor for actor, _ in rows]


def figure(page: Page, kind: str, period: str, at: Layout, names: dict[str, int]) -> Html:
    """One period of one kind: the drawing, the measures, the ties."""
    data = page.data.at(period)
    rows = [
        one
        for one in data.ties.where(kind=kind)[:MOST_TIES]
        if one.source_actor in at.spots and one.target_actor in at.spots
    ]
    ident = anchor("network", f"{kind}-{period}")
    title = f"{page.words.term(kind)}, {period} {page.name('periods', period)}"
    drawn = drawing(ident, title, at, dots(page, at, rows, names), lines(page, rows))
    left = len(data.ties.where(kind=kind)) - len(rows)
    note = told(page.words("left_out_rows", count=left)) if left else None
    head = html(
        "figcaption",
        html("b", f"{period} · {page.name('periods', period)}"),
        " ",
        counted(page, rows),
    )
    box = html("div", drawn, class_="scroll", tabindex=0)
    return html("figure", head, box, note, measured(page, data, kind), in_words(page, rows))


def counted(page: Page, rows: list[Tie]) -> str:
    """How many rows of each origin lie behind a drawing."""
    looks = Counter(look(one) for one in rows)
    return ", ".join(
        f"{looks[one]} {page.words(one)}"
        for one in ("explicit", "derived", PROSPECTIVE)
        if looks[one]
    )


def look(tie: Tie) -> str:
    """How a tie is drawn."""
    if tie.status == PROSPECTIVE:
        return "prospective"
    return "derived" if tie.basis == DERIVED else "explicit"


def dots(page: Page, at: Layout, rows: list[Tie], names: dict[str, int]) -> list[Dot]:
    """Every actor of the kind; those without a tie in this period stand faintly in their place."""
    here = {end for one in rows for end in (one.source_actor, one.target_actor)}
    told_of = {one.actor_id: one for one in page.data.actors.where(actor_id=set(at.spots))}
    return [
        Dot(
            one,
            page.name("actors", one),
            names[told_of[one].sphere],
            told_of[one].sphere_uncertain or told_of[one].sphere in UNSURE,
            one in here,
        )
        for one in at.spots
    ]


def lines(page: Page, rows: list[Tie]) -> list[Line]:
    """One line for each pair, way and look; several rows make it thicker."""
    found: dict[tuple[str, str, str, bool], list[Tie]] = defaultdict(list)
    for one in rows:
        ends = (one.source_actor, one.target_actor)
        ends = ends if one.directed or ends[0] < ends[1] else (ends[1], ends[0])
        if ends[0] != ends[1]:
            found[*ends, look(one), one.directed].append(one)
    return [
        Line(*key, len(behind), f"{pair(page, behind[0])} ({', '.join(t.tie_id for t in behind)})")
        for key, behind in found.items()
    ]


def pair(page: Page, tie: Tie) -> str:
    """The two ends of a tie in words."""
    ends = [page.name("actors", one) for one in (tie.source_actor, tie.target_actor)]
    return (" → " if tie.directed else " – ").join(ends)


def measured(page: Page, data: Field, kind: str) -> Html | None:
    """The measures of the reported ties, or why they are not given."""
    if not len(data.ties.where(kind=kind, status=REPORTED)):
        return None
    found: Shape = shape(data, ties_of(data, kind))
    values = {
        "density": found.density,
        "centralisation": found.centralisation,
        "direction": found.direction,
    }
    given = [
        (page.words(one), valued(page, value))
        for one, value in values.items()
        if not isinstance(value, Refused)
    ]
    why = dict.fromkeys(
        one.said(page.words.language) for one in values.values() if isinstance(one, Refused)
    )
    refused = [html("p", page.words("refused", reason=one), class_="small") for one in why]
    return joined(pairs(given, class_="measures") if given else None, *refused)


def valued(page: Page, value: float | Direction) -> str:
    """A measure in figures."""
    if isinstance(value, Direction):
        low, high = value.low, value.high
        if low == high:
            return page.words.number(low)
        return page.words("range", low=page.words.number(low), high=page.words.number(high))
    return page.words.number(float(value))


def in_words(page: Page, rows: Iterable[Tie]) -> Html:
    """Each tie that a source tells of; derived ones as the event they follow from."""
    single: list[Part] = []
    events: dict[str, dict[str, None]] = defaultdict(dict)
    for one in rows:
        if one.basis == DERIVED:
            events[one.event_id] |= dict.fromkeys((one.source_actor, one.target_actor))
        else:
            single.append(joined(pair(page, one), " ", cited(page, one)))
    for event, actors in events.items():
        named = ", ".join(page.name("actors", one) for one in actors)
        lead = page.words("follows_from", event=page.name("events", event), count=len(actors))
        single.append(joined(html("i", lead), " ", named))
    return items(single, class_="ties" if len(single) > 4 else "few")


def cited(page: Page, tie: Tie) -> Html:
    """What a tie rests on."""
    mark = page.words("prospective") if tie.status == PROSPECTIVE else ""
    facts = [mark, page.link("ties", tie.tie_id, tie.tie_id), page.place(tie)]
    return html("small", between(facts, " · "))
