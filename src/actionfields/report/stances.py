"""Actors by categories, one table for each question and period; each cell opens its statements."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from actionfields.field import Field
from actionfields.records import Statement
from actionfields.report.lettering import upright
from actionfields.report.markup import Html, Part, html, joined
from actionfields.report.page import Page, anchor, codes
from actionfields.report.parts import pairs, section, table, told

WIDE = 12  # columns that fit a printed page
MOST_ACTORS = 36
OWN_VOICE = ("quoted", "paraphrase")
SIGNS = {1: "for", -1: "against", 0: "neither"}
LETTERS = {"for": "+", "against": "−", "neither": "○", "divided": "±"}

Cells = dict[tuple[str, str], list[Statement]]


def stances(page: Page) -> Html:
    """The section: by period, then by question."""
    title, lead = page.words("stances"), page.words("stances_lead")
    if not len(page.data.statements):
        return section("stances", title, told(page.words("no_statements")))
    left = len(page.data.statements) - len(page.shown["statements"])
    note = told(page.words("left_out_rows", count=left)) if left > 0 else None
    parts = [in_period(page, one) for one in page.data.periods.values("period")]
    return section("stances", title, legend(page), note, *parts, lead=lead)


def legend(page: Page) -> Html:
    """What the signs mean."""
    signs = [(html("span", LETTERS[one], class_=f"sign {one}"), page.words(one)) for one in LETTERS]
    return joined(pairs(signs, class_="legend"), html("p", page.words("brackets"), class_="small"))


def in_period(page: Page, period: str) -> Html | None:
    """Every question that anyone answers in a period."""
    at = page.data.at(period)
    if not len(at.statements):
        return None
    parts = [on_question(page, at, period, one) for one in asked(page, at)]
    return joined(html("h3", f"{period} · {page.name('periods', period)}"), *parts)


def asked(page: Page, at: Field) -> list[str]:
    """The questions answered, in the codebook's order."""
    there = set(at.statements.values("question"))
    return [one for one in codes(page, "question") if one in there]


def on_question(page: Page, at: Field, period: str, question: str) -> Html:
    """The tables of one question, then what they rest on."""
    rows = at.statements.where(question=question)
    counts = Counter(rows.values("actor_id"))
    order = [actor for actor in page.labels["actors"] if actor in counts]
    heard = sorted(order, key=lambda one: -counts[one])[:MOST_ACTORS]
    actors = [one for one in order if one in set(heard)]
    cells: Cells = defaultdict(list)
    for one in rows.where(statement_id=page.shown["statements"]):
        cells[one.category, one.actor_id].append(one)
    title = f"{period} · {question}: {page.name('codebook', question)}"
    note = told(page.words("left_out_actors", count=len(order) - len(actors)))
    return joined(
        html("h4", page.name("codebook", question)),
        note if len(order) > len(actors) else None,
        *(grid(page, title, cells, part) for part in chunks(actors)),
        evidence(page, cells),
    )


def chunks(actors: Sequence[str]) -> Iterator[Sequence[str]]:
    """Columns in parts that fit a page."""
    for start in range(0, len(actors), WIDE):
        yield actors[start : start + WIDE]


def grid(page: Page, title: str, cells: Cells, actors: Sequence[str]) -> Html | None:
    """Categories down, actors across."""
    wanted = set(actors)
    there = {category for category, actor in cells if actor in wanted}
    rows = [
        [page.name("codebook", one), *(mark(page, cells.get((one, actor), [])) for actor in actors)]
        for one in codes(page)
        if one in there
    ]
    heads: list[Part] = [page.words("category"), *(head(page, one) for one in actors)]
    caption = html("span", title, class_="unseen")
    return table(caption, heads, rows, class_="grid") if rows else None


def head(page: Page, actor: str) -> Html:
    """An actor's name on its side; a collective is marked as one voice of unknown size."""
    mark = "◇ " if page.is_collective(actor) else ""
    return upright(mark + page.name("actors", actor))


def mark(page: Page, said: list[Statement]) -> Html:
    """The sign of a cell, linked to the first statement behind it; an empty one says nothing."""
    if not said:
        return html("td")
    signs = {SIGNS[one.stance] for one in said}
    sign = "divided" if {"for", "against"} <= signs else min(signs)
    letter = LETTERS[sign]
    letter = letter if any(one.voice in OWN_VOICE for one in said) else f"({letter})"
    letter += f" {len(said)}" if len(said) > 1 else ""
    label = f"{page.words(sign)}: {page.name('actors', said[0].actor_id)}"
    link = html(
        "a", letter, href=f"#{anchor('statements', said[0].statement_id)}", aria_label=label
    )
    return html("td", link, class_=f"sign {sign}")


def evidence(page: Page, cells: Cells) -> Html:
    """The statements of a question, those of one cell together, in the order of the table."""
    order = {code: place for place, code in enumerate(codes(page))}
    wanted = sorted(cells, key=lambda pair: order[pair[0]])
    return html(
        "ol", *(statement(page, one) for pair in wanted for one in cells[pair]), class_="evidence"
    )


def statement(page: Page, one: Statement) -> Html:
    """One statement with its voice, its sources and its page."""
    sign = SIGNS[one.stance]
    who = html("b", page.name("actors", one.actor_id))
    facts = [page.words.term(one.voice), page.place(one)]
    facts += [f"{page.words('strength')} {one.strength}"] if one.strength else []
    facts += (
        [f"{page.words('certainty')}: {page.words.term(one.certainty)}"] if one.certainty else []
    )
    told_by = joined(" · ", page.links("sources", one.source_id)) if one.source_id else None
    return html(
        "li",
        html("span", LETTERS[sign], class_=f"sign {sign}", title=page.words(sign)),
        " ",
        who,
        " · ",
        page.name("codebook", one.category),
        html("br"),
        page.said(one, "claim"),
        html(
            "small",
            html("span", one.statement_id, class_="id"),
            " ",
            " · ".join(filter(None, facts)),
            told_by,
            html("i", f" {page.translated(one.note)}") if one.note else None,
        ),
        id=anchor("statements", one.statement_id),
    )
