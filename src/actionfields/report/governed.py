"""How the field is coordinated: models by actor and period, the unit's functions by level."""

from collections import defaultdict

from actionfields.comparing import unit_functions
from actionfields.records.coding import MODEL
from actionfields.report.markup import Html, Part, html, joined
from actionfields.report.page import Page, anchor, codes
from actionfields.report.parts import items, section, table, told

SIGNS = {
    "supports": "for",
    "implements": "for",
    "operates": "for",
    "accepts": "for",
    "opposes": "against",
    "contests": "against",
    "abandons": "against",
}


def models(page: Page) -> Html:
    """Each model in each period, with the actors that have a stance on it, and their page."""
    title = page.words("models")
    if not len(page.data.models):
        return section("models", title, told(page.words("no_models")))
    cells: dict[tuple[str, str], list[Part]] = defaultdict(list)
    for one in page.data.models:
        if one.model_stance_id in page.shown["models"]:
            sign = SIGNS.get(one.stance, "neither")
            mark = html("span", page.words.term(one.stance), class_=f"tag {sign}")
            told_by = html("small", " ", page.links("sources", one.source_id), " ", page.place(one))
            cells[one.model_id, one.period].append(
                html(
                    "span",
                    page.name("actors", one.actor_id),
                    " ",
                    mark,
                    told_by,
                    id=anchor("models", one.model_stance_id),
                )
            )
    periods = page.data.periods.values("period")
    heads: list[Part] = [page.words("model"), page.words("period"), page.words("actors")]
    rows: list[list[Part]] = [
        [page.name("codebook", model), period_head(page, one), listed(cells[model, one])]
        for model in codes(page, MODEL)
        for one in periods
        if (model, one) in cells
    ]
    lead = page.words("models_lead")
    return section("models", title, table(title, heads, rows, class_="wide"), lead=lead)


def period_head(page: Page, period: str) -> Html:
    """A period with its short name."""
    return joined(html("span", period, class_="id"), " ", page.name("periods", period))


def listed(parts: list[Part] | None) -> Html | None:
    """The entries of a cell."""
    return items(parts, class_="plain") if parts else None


def functions(page: Page) -> Html:
    """Functions down, levels across; where nothing was found that is said."""
    title = page.words("functions")
    found = list(unit_functions(page.data))
    levels = list(dict.fromkeys(one.level for one in found))
    if not levels:
        return section("functions", title, told(page.words("no_functions")))
    rows = page.data.functions
    cells: dict[tuple[str, str], list[Part]] = defaultdict(list)
    for one in rows:
        mark = html("span", page.words.term(one.performed), class_="tag")
        told_by = html("small", " ", page.links("sources", one.source_id), " ", page.place(one))
        cells[one.function_id, one.level].append(
            html(
                "span",
                mark,
                f" {one.period} · {page.name('actors', one.actor_id)}: ",
                page.said(one, "evidence"),
                told_by,
                id=anchor("functions", one.unit_function_id),
            )
        )
    nothing = html("span", page.words("nothing_known"), class_="faint")
    heads: list[Part] = [
        page.words("function"),
        *(page.words.term(one or "unclear") for one in levels),
    ]
    body: list[list[Part]] = [
        [
            page.name("codebook", one),
            *(listed(cells.get((one, level))) or nothing for level in levels),
        ]
        for one in dict.fromkeys(cell.function for cell in found)
    ]
    return section(
        "functions",
        title,
        table(title, heads, body, class_="wide"),
        lead=page.words("functions_lead"),
    )
