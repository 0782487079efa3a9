"""The whole report: one page of HTML that needs nothing but itself."""

from collections.abc import Callable
from importlib.resources import files

from actionfields.field import Field
from actionfields.report.appendix import appendix
from actionfields.report.governed import functions, models
from actionfields.report.markup import Html, html, joined
from actionfields.report.material import materials
from actionfields.report.methods import methods
from actionfields.report.networks import networks
from actionfields.report.page import Page
from actionfields.report.resting import robustness, sources
from actionfields.report.shown import findings
from actionfields.report.stances import stances
from actionfields.report.timelines import timelines

SECTIONS: dict[str, Callable[[Page], Html]] = {
    "material": materials,
    "stances": stances,
    "networks": networks,
    "timelines": timelines,
    "models": models,
    "functions": functions,
    "findings": findings,
    "robustness": robustness,
    "sources": sources,
    "methods": methods,
    "rows": appendix,
}
TITLES = {"sources": "source_criticism"}


def report(field: Field, language: str = "nb") -> str:
    """The report of a field as HTML, in ``nb`` or ``en``.

    It asks nothing of any other machine, needs no script, and prints. The same field gives the same
    page, letter by letter.

    >>> import actionfields
    >>> report(actionfields.load("selvhjelp"), "en").startswith("<!doctype html>")
    True
    """
    page = Page.of(field, language)
    title = field.about.title or field.about.name
    style = Html((files("actionfields.report") / "report.css").read_text(encoding="utf-8"))
    head = html(
        "head",
        html("meta", charset="utf-8"),
        html("meta", name="viewport", content="width=device-width, initial-scale=1"),
        html("title", f"{title} – {page.words('report')}"),
        html("style", style),
    )
    main = html("main", *(make(page) for make in SECTIONS.values()), id="main")
    skip = html("a", page.words("skip"), href="#main", class_="skip")
    body = html(
        "body", skip, top(page, title), main, html("footer", html("p", page.words("made_by")))
    )
    return f"<!doctype html>\n{html('html', head, body, lang=language)}\n"


def top(page: Page, title: str) -> Html:
    """What the data set is, and the way to each section."""
    about, word = page.data.about, page.words
    facts = [f"{word('version')} {about.version}" if about.version else "", about.licence]
    links = [html("li", html("a", word(TITLES.get(one, one)), href=f"#{one}")) for one in SECTIONS]
    return html(
        "header",
        html("p", word("report"), class_="kicker"),
        html("h1", title),
        html("p", page.translated(about.description), class_="lead") if about.description else None,
        html("p", " · ".join(filter(None, facts)), class_="small"),
        html("nav", html("h2", word("contents")), html("ol", *links), aria_label=word("contents")),
        joined(html("p", word("first_rule"), class_="mark")),
    )
