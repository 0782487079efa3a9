"""Sets a list in type: groups under headings, then a PDF that a screen reader can follow."""

from base64 import b64encode
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from itertools import groupby, islice
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from knutepunkt.alphabet import in_order, places_in_order
from knutepunkt.directory.when import short
from knutepunkt.distribute.entries import Entry, entry
from knutepunkt.distribute.errors import DistributeError, TooLargeError
from knutepunkt.distribute.formats.base import Frame
from knutepunkt.distribute.formats.printed.directed import directed
from knutepunkt.distribute.formats.printed.tagged import set_apart
from knutepunkt.distribute.published import PublishedGroup
from knutepunkt.distribute.qr import svg

MOST = 2000
OWN = "data:image/svg+xml;base64,"
MISSING = (
    "printed lists need WeasyPrint and the system's Pango library; you: install "
    "knutepunkt[print], and on Debian libpango-1.0-0 and libpangoft2-1.0-0."
)
TOO_MANY = f"a printed list holds {MOST} groups at the most; you: choose a theme or a municipality."


@dataclass(frozen=True, slots=True)
class Chapter:
    """Groups under one heading."""

    title: str
    entries: list[Entry]


def page_of(groups: Iterable[PublishedGroup], frame: Frame, size: str) -> str:
    """The list as a page of HTML. Raises TooLargeError for too many groups."""
    with translation.override(frame.language):
        open_ones = (group for group in groups if group.state != "ended")
        entries = [entry(group, frame) for group in islice(open_ones, MOST + 1)]
        if len(entries) > MOST:
            raise TooLargeError(TOO_MANY)
        context = {
            "title": frame.title,
            "language": frame.language,
            "size": size,
            "total": len(entries),
            "chapters": chapters(entries, frame),
            "is_fictitious": any(one.is_fictitious for one in entries),
            "on": day(frame.moment.date(), frame.language),
            "site": frame.site.partition("://")[2],
            "code": drawing(f"{frame.site}/"),
        }
        return str(render_to_string("distribute/printed.html", context))


def chapters(entries: list[Entry], frame: Frame) -> list[Chapter]:
    """By place where a theme is asked for, else by the first theme; within each by name."""
    by_place = bool(frame.choice.theme)

    def heading(one: Entry) -> str:
        if by_place:
            return one.municipality or _("På nett og uten fast sted")
        return next(iter(one.themes), _("Andre temaer"))

    def key(one: Entry) -> tuple[str, str]:
        order = places_in_order if by_place else in_order
        return order(heading(one)), in_order(one.name)

    ordered = sorted(entries, key=key)
    return [Chapter(title, list(found)) for title, found in groupby(ordered, heading)]


def day(on: date, language: str) -> str:
    """ "3. november 2026"."""
    return f"{short(on, language)} {on.year}"


def pdf(page: str, finish: Callable[[Any], None] = set_apart) -> bytes:
    """The page as PDF/UA. Raises DistributeError where the parts for it are missing.

    ``finish`` puts the document in order before it is written.
    """
    try:
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import URLFetcher
    except (ImportError, OSError) as error:
        raise DistributeError(MISSING) from error
    css = files("knutepunkt.distribute").joinpath("printed.css").read_text(encoding="utf-8")
    fonts = FontConfiguration()
    # A list on paper fetches nothing, whatever stands in a text; our own drawing lies in the page.
    document = HTML(string=directed(page), url_fetcher=URLFetcher(allowed_protocols=["data"]))
    found = document.write_pdf(
        stylesheets=[CSS(string=css, font_config=fonts)], font_config=fonts,
        pdf_variant="pdf/ua-1", finisher=lambda _, whole: finish(whole),
    )  # fmt: skip
    return bytes(found or b"")


def drawing(address: str) -> str:
    """The code of an address as a picture that stands in the page itself."""
    return OWN + b64encode(svg(address).encode()).decode()
