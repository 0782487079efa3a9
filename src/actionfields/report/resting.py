"""What hangs on one source: the sources as records, their reservations, and which findings flip."""

from actionfields.comparing import without_each_coder, without_each_source
from actionfields.comparing.material import MISSING
from actionfields.findings import answers
from actionfields.measures import Robustness
from actionfields.records import Source
from actionfields.report.markup import Html, Part, between, html, joined
from actionfields.report.page import MANY, Page, anchor
from actionfields.report.parts import section, table, told

MOST_SOURCES = 400


def robustness(page: Page) -> Html:
    """Each finding with the sources it changes without."""
    title, word = page.words("robustness"), page.words
    if not page.found:
        return section("robustness", title, told(word("no_findings")))
    if len(page.data.sources) > MOST_SOURCES:
        return section("robustness", title, told(word("too_many_sources", count=MOST_SOURCES)))
    found = without_each_source(page.data, answers)
    rows: list[list[Part]] = [
        [
            html("a", one, href=f"#finding-{one}"),
            verdict(page, found, one),
            page.links("sources", found.rests_on(one)),
        ]
        for one in found.whole
    ]
    heads: list[Part] = [word("finding"), word("verdict"), word("changes_without")]
    return section(
        "robustness",
        title,
        table(title, heads, rows),
        coders(page),
        lead=word("robustness_lead", count=len(found.left_out)),
    )


def verdict(page: Page, found: Robustness, finding: str) -> str:
    """How a finding stands, in words."""
    if not found.whole[finding]:
        return page.words("does_not_stand")
    changed = found.rests_on(finding)
    if not changed:
        return page.words("stands_without_any")
    return page.words("one_source" if len(changed) == 1 else "several_needed")


def coders(page: Page) -> Html:
    """Leaving out coders says nothing while there is one."""
    found = without_each_coder(page.data, answers)
    if len(found.left_out) < 2:
        return told(page.words("one_coder"))
    rows: list[list[Part]] = [[one, ", ".join(found.rests_on(one)) or "–"] for one in found.whole]
    return table(page.words("coders"), [page.words("finding"), page.words("changes_without")], rows)


def sources(page: Page) -> Html:
    """Every source with its reservations; the missing ones among them."""
    title, word = page.words("source_criticism"), page.words
    if not len(page.data.sources):
        return section("sources", title, told(word("no_sources")))
    left = len(page.data.sources) - MANY
    heads: list[Part] = [
        word("source"),
        word("kind"),
        word("date"),
        word("periods"),
        word("access"),
        word("reservations"),
    ]
    rows = [row(page, one) for one in page.data.sources.where(source_id=page.shown["sources"])]
    note = told(word("left_out_rows", count=left)) if left > 0 else None
    return section(
        "sources",
        title,
        note,
        accounts(page),
        table(title, heads, rows, class_="wide"),
        lead=word("sources_lead"),
    )


def row(page: Page, one: Source) -> list[Part]:
    """One source."""
    flags = between((html("span", page.words.term(flag), class_="tag") for flag in one.flags), " ")
    name = html("span", one.label or one.source_id, id=anchor("sources", one.source_id))
    kind = (
        html("b", page.words.term(one.type)) if one.type == MISSING else page.words.term(one.type)
    )
    remark = joined(flags, " ", html("small", page.translated(one.note)))
    return [
        name,
        kind,
        str(one.date or page.words("undated")),
        ", ".join(one.periods),
        page.words.term(one.access),
        remark,
    ]


def accounts(page: Page) -> Html | None:
    """Accounts of the same part in one event that do not agree, side by side."""
    told_of: dict[tuple[str, str, str], dict[str, list[str]]] = {}
    for one in page.data.participation:
        key = (one.event_id, one.actor_id, one.role)
        told_of.setdefault(key, {}).setdefault(one.account or "present", []).extend(one.source_id)
    rows: list[list[Part]] = [
        [
            f"{page.name('events', event)}: {page.name('actors', actor)}, {page.words.term(role)}",
            between(
                (
                    joined(page.words.term(said), ": ", page.links("sources", names))
                    for said, names in found.items()
                ),
                "; ",
            ),
        ]
        for (event, actor, role), found in told_of.items()
        if len(found) > 1
    ]
    if not rows:
        return None
    return table(page.words("accounts"), [page.words("what"), page.words("accounts")], rows)
