"""Methods: the rules the figures follow, what was not done and why, what cannot be settled."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from actionfields.comparing import (
    alike,
    by_chance,
    kinds,
    profile,
    reliability,
    space,
    ties_of,
    ties_together,
)
from actionfields.measures import Refused
from actionfields.records.deeds import DERIVED, REPORTED
from actionfields.report.markup import Html, Part, html, joined
from actionfields.report.page import Page
from actionfields.report.parts import items, section, table, told

RULES = (
    "no_row",
    "stance_zero",
    "collectives",
    "never_pooled",
    "derived_apart",
    "page_basis",
    "small_numbers",
    "classes",
)
MOST_PAIRS = 60
LARGE = 20_000  # statements above which the space of stances is left to a notebook


def methods(page: Page) -> Html:
    """The section: rules, refusals, traps, open questions, anonymity."""
    word = page.words
    parts: list[Part] = [
        html("h3", word("rules")),
        items(word(f"rule_{one}") for one in RULES),
        html("h3", word("not_done")),
        html("p", word("not_done_lead")),
        refusals(page),
        html("h3", word("traps")),
        items([*traps(page)]) or None,
        *unsettled(page),
        *anonymity(page),
    ]
    return section("methods", word("methods"), *parts)


def refusals(page: Page) -> Html:
    """Every measure that was asked and refused, with the reason."""
    heads: list[Part] = [page.words("measure_of"), page.words("where"), page.words("reason")]
    rows = [[what, where, why] for what, where, why in refused(page)]
    return table(page.words("not_done"), heads, rows) if rows else told(page.words("none_refused"))


def refused(page: Page) -> Iterator[tuple[str, str, str]]:
    """(measure, where, reason) of each refusal; one row for all places with the same reason."""
    found: dict[tuple[str, str], list[str]] = {}
    for what, where, value in asked(page):
        if isinstance(value, Refused):
            found.setdefault((what, value.said(page.words.language)), []).append(where)
    for (what, why), places in found.items():
        yield what, ", ".join(dict.fromkeys(places)), why


def asked(page: Page) -> Iterator[tuple[str, str, object]]:
    """The measures of chance and space, tried on the whole field."""
    word, field = page.words, page.data
    for one in reliability(field, samples=200) if len(field.statements) <= LARGE else ():
        yield word("alpha"), one.question, one.alpha
    heard = [p for p in field.periods.values("period") if len(field.at(p).statements)]
    if heard and len(field.statements) <= LARGE:
        yield word("mca"), ", ".join(heard), space(field, heard)
    yield from drawn(page)
    there = {p: {kind for kind, *_ in kinds(field.at(p))} for p in field.periods.values("period")}
    for one, other in list(combinations(there, 2))[:MOST_PAIRS]:
        for kind in sorted(there[one] & there[other]):
            where = f"{word.term(kind)} {one}–{other}"
            yield word("qap"), where, ties_together(field, kind, one, other, samples=200)


def drawn(page: Page) -> Iterator[tuple[str, str, object]]:
    """Bootstrap and permutation of each network, kind by kind and period by period."""
    told = [
        (period, kind)
        for period in page.data.periods.values("period")
        for kind in dict.fromkeys(row[0] for row in kinds(page.data.at(period)) if REPORTED in row)
    ]
    for period, kind in told[:MOST_PAIRS]:
        at = page.data.at(period)
        where = f"{page.words.term(kind)} {period}"
        found = by_chance(at, ties_of(at, kind), samples=50)
        yield page.words("bootstrap"), where, found.bootstrap
        yield page.words("permutation"), where, found.permutation


def traps(page: Page) -> Iterator[Part]:
    """What a number read off these data would get wrong, computed from the data themselves."""
    pairs = Counter(page.data.ties.where(basis=DERIVED).values("event_id"))
    named = [f"{page.name('events', event)} ({count})" for event, count in pairs.most_common(6)]
    if named:
        yield joined(html("b", page.words("trap_cliques")), " ", "; ".join(named), ".")
    alone = Counter(s for s in page.data.statements.values("source_id") if len(s) == 1)
    if alone:
        (source,), count = alone.most_common(1)[0]
        share = page.words("trap_one_source", count=count, whole=len(page.data.statements))
        yield joined(html("b", share), " ", page.link("sources", source), ".")
    profiles = [profile(page.data, p) for p in page.data.periods.values("period")]
    profiles = [one for one in profiles if one.statements]
    if any(not alike(a, b) for a, b in combinations(profiles, 2)):
        yield html("b", page.words("trap_materials"))
    for one in page.found:
        if one.finding.reproduction != "A" and page.said(one.finding, "caveat"):
            link = html("a", one.finding.finding_id, href=f"#finding-{one.finding.finding_id}")
            yield joined(
                link,
                " ",
                page.said(one.finding, "proposition"),
                ": ",
                page.said(one.finding, "caveat"),
            )


def unsettled(page: Page) -> Iterator[Html]:
    """What the material leaves open."""
    if len(page.data.open_questions):
        yield html("h3", page.words("open_questions"))
    for one in page.data.open_questions:
        yield html(
            "p",
            html("span", page.words.term(one.status), class_="tag"),
            " ",
            html("b", page.said(one, "question")),
            " ",
            page.said(one, "reason"),
            html("small", " ", page.place(one)),
        )


def anonymity(page: Page) -> Iterator[Html]:
    """The pools, and that they stay pools."""
    if len(page.data.pools):
        yield html("h3", page.words("anonymity"))
    for one in page.data.pools:
        said = page.words("pool", count=len(one.members), least=one.least)
        yield html("p", html("b", one.label), ": ", said)
