"""What each period is known from; it comes before any number."""

from itertools import combinations

from actionfields.comparing import Profile, alike, profile
from actionfields.report.markup import Html, Part, html
from actionfields.report.page import Page
from actionfields.report.parts import pairs, section, told


def materials(page: Page) -> Html:
    """A card for each period, and which of them are known from unlike materials."""
    profiles = [profile(page.data, one) for one in page.data.periods.values("period")]
    if not profiles:
        return section("material", page.words("material"), told(page.words("nothing_coded")))
    cards = html("div", *(card(page, one) for one in profiles), class_="cards")
    lead = page.words("material_lead")
    return section("material", page.words("material"), cards, unlike(page, profiles), lead=lead)


def card(page: Page, found: Profile) -> Html:
    """One period."""
    word = page.words
    period = next(iter(page.data.periods.where(period=found.period)))
    rows: list[tuple[Part, Part]] = [
        (word("sources"), counted(page, found.sources)),
        (word("statements"), str(found.statements)),
        (word("by_voice"), counted(page, found.voices)),
        (word("rest_on"), counted(page, found.rests_on)),
        (word("reservations"), counted(page, found.flags)),
        (word("missing"), page.links("sources", found.missing) if found.missing else ""),
        (word("coders"), ", ".join(page.name("coders", one) for one in found.coders)),
    ]
    head = html(
        "h3", html("span", period.period, class_="id"), " ", page.name("periods", period.period)
    )
    return html(
        "article",
        head,
        html("p", span(page, str(period.when or "")), class_="when"),
        html("p", page.said(period, "material")),
        pairs(rows),
        class_="card",
    )


def span(page: Page, written: str) -> str:
    """A date in EDTF as people write it: "1995–1996", "until 1994", "from 2004"."""
    start, _, end = (part.strip(".") for part in written.partition("/"))
    if start and end:
        return f"{start}–{end}"
    if end:
        return page.words("until_then", date=end)
    return page.words("from_then", date=start) if "/" in written else start or page.words("undated")


def counted(page: Page, counts: dict[str, int]) -> str:
    """Counts in words, largest first."""
    order = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{count} {page.words.term(kind or 'no_source')}" for kind, count in order)


def unlike(page: Page, profiles: list[Profile]) -> Html | None:
    """Which periods may not be compared by number, because the sources would be compared."""
    heard = [one for one in profiles if one.statements]
    apart = [(a, b) for a, b in combinations(heard, 2) if not alike(a, b)]
    if not apart:
        return None
    named = ", ".join(f"{a.period}–{b.period}" for a, b in apart)
    return told(page.words("unlike", pairs=named))
