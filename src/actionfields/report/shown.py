"""Findings with their chain: proposition, computed, expected, caveat, rows, sources, page."""

from typing import Any

from actionfields.findings import Found
from actionfields.report.markup import Html, Part, between, html, joined
from actionfields.report.page import Page
from actionfields.report.parts import items, pairs, section, told

MOST_LINKS = 30
NAMED = ("actors", "codebook", "sources", "periods", "events", "plan_measures", "plans")


def findings(page: Page) -> Html:
    """Every finding as a card, and the sum."""
    title = page.words("findings")
    if not page.found:
        return section("findings", title, told(page.words("no_findings")))
    computed = [one for one in page.found if one.holds is not None]
    total = page.words(
        "findings_sum",
        held=sum(bool(one.holds) for one in computed),
        computed=len(computed),
        cited=len(page.found) - len(computed),
    )
    lead = page.words("findings_lead")
    return section(
        "findings",
        title,
        html("p", html("b", total)),
        *(card(page, one) for one in page.found),
        lead=lead,
    )


def card(page: Page, found: Found) -> Html:
    """One finding."""
    finding, word = found.finding, page.words
    same = found.answer.value == found.expected
    rows: list[tuple[Part, Part]] = [
        (word("computed"), value(page, found.answer.value)),
        (word("expected"), word("the_same") if same else value(page, found.expected)),
        (
            word("caveat"),
            html("b", page.said(finding, "caveat")) if page.said(finding, "caveat") else "",
        ),
        (word("rests_on"), behind(page, found)),
        (word("sources"), page.links("sources", found.sources)),
        (word("stated"), page.place(finding)),
        (word("expression"), html("code", finding.expression)),
    ]
    mark = html("span", word(found.status), class_=f"tag {found.status}")
    head = html(
        "h3", html("span", finding.finding_id, class_="id"), " ", page.said(finding, "proposition")
    )
    kind = html("p", mark, " ", word(f"class_{finding.reproduction}"), class_="small")
    return html(
        "article", head, kind, pairs(rows), class_="finding", id=f"finding-{finding.finding_id}"
    )


def value(page: Page, given: Any) -> Part:
    """A computed value with the names of what it lists."""
    if isinstance(given, bool):
        return page.words("yes" if given else "no")
    if isinstance(given, (int, float)):
        return page.words.number(given)
    if isinstance(given, dict):
        return (
            pairs(
                [(named(page, str(key)), value(page, one)) for key, one in given.items()],
                class_="value",
            )
            if given
            else page.words("none")
        )
    if isinstance(given, (list, tuple)):
        return listed(page, list(given))
    return page.words("none") if given is None else named(page, str(given))


def listed(page: Page, given: list[Any]) -> Part:
    """A list in a line, or a list of rows below each other."""
    if not given:
        return page.words("none")
    if any(isinstance(one, (list, dict)) for one in given):
        return items(value(page, one) for one in given)
    return between((value(page, one) for one in given), "; ")


def named(page: Page, word: str) -> str:
    """A key by its name where it is one; any other word as the coder's."""
    for table in NAMED:
        if word in page.labels.get(table, {}):
            return page.name(table, word)
    return page.words.term(word)


def behind(page: Page, found: Found) -> Html:
    """The rows, each with its page, as links to where they stand."""
    parts: list[Part] = []
    for table, keys in found.answer.rows.items():
        label = html("b", page.words.term(table), f" ({len(keys)}): ")
        more = f" +{len(keys) - MOST_LINKS}" if len(keys) > MOST_LINKS else None
        shown = between((page.link(table, key, key) for key in keys[:MOST_LINKS]), ", ")
        parts.append(joined(label, shown if keys else page.words("no_row"), more))
    return joined(html("span", one, class_="rows") for one in parts)
