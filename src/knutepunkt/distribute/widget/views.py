"""The widget. It sets no cookie, runs no script and asks nobody else for anything."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.utils import translation

from knutepunkt.distribute.doors.answering import bytes_answer, open_door
from knutepunkt.distribute.doors.views import language_of
from knutepunkt.distribute.entries import Entry, entry
from knutepunkt.distribute.exporting import frame_for
from knutepunkt.distribute.formats.base import Frame
from knutepunkt.distribute.published import Choice, groups_of
from knutepunkt.distribute.widget.look import accent_of, look_of, stylesheet
from knutepunkt.search.queries import all_found, telling
from knutepunkt.search.query import Query

PAGE = 50
HTML = "text/html; charset=utf-8"
# The one place another site may frame; its own stylesheet and nothing else.
POLICY = (
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *"
)


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a list, with the addresses of the pages beside it."""

    title: str
    entries: list[Entry]
    total: int
    earlier: str
    later: str


@open_door
def page(request: HttpRequest, theme: str = "", municipality: str = "") -> HttpResponseBase:
    """A whole page for an iframe, the only one that may stand in another site's frame."""
    frame = asked_frame(request, theme, municipality)
    answer = rendered(request, "distribute/embed.html", frame, level=1)
    answer.headers["Content-Security-Policy"] = POLICY
    answer.xframe_options_exempt = True
    return answer


@open_door
def fragment(request: HttpRequest, theme: str = "", municipality: str = "") -> HttpResponseBase:
    """The list alone, for a page that brings its own looks."""
    frame = asked_frame(request, theme, municipality)
    return rendered(request, "distribute/list.html", frame, level=2)


@open_door
def style(request: HttpRequest) -> HttpResponseBase:
    """The widget's stylesheet in the colour asked for."""
    css = stylesheet(accent_of(request.GET.get("accent", "")), look_of(request.GET.get("look", "")))
    return bytes_answer(request, css.encode(), "text/css; charset=utf-8", None)


def asked_frame(request: HttpRequest, theme: str, municipality: str) -> Frame:
    """What is asked for, in which language."""
    return frame_for(Choice.of(theme, municipality), language_of(request))


def rendered(request: HttpRequest, template: str, frame: Frame, level: int) -> HttpResponse:
    """The page in the language asked for; ``level`` is that of its own heading."""
    with translation.override(frame.language):
        context = {
            "listing": listing(request, frame),
            "level": level,
            "language": frame.language,
            "site": frame.site,
            "accent": accent_of(request.GET.get("accent", "")).removeprefix("#"),
            "look": look_of(request.GET.get("look", "")),
        }
        html = render_to_string(template, context)
    return bytes_answer(request, html.encode(), HTML, None)


def listing(request: HttpRequest, frame: Frame) -> Listing:
    """One page of the groups, in the order they came to be known."""
    ids = chosen(frame.choice)
    total = len(ids)
    number = min(page_number(request), max(1, -(-total // PAGE)))
    start = (number - 1) * PAGE
    return Listing(
        title=frame.title,
        entries=[entry(group, frame) for group in groups_of(ids[start : start + PAGE])],
        total=total,
        earlier=address(request, number - 1) if number > 1 else "",
        later=address(request, number + 1) if start + PAGE < total else "",
    )


def chosen(choice: Choice) -> list[int]:
    """The groups of a choice that have not ended; the index tells them, in a hundredth of the time.

    Groups that only tell of a theme, as nobody gave it to them, are left out as in all files.
    """
    areas = (choice.municipality,) if choice.municipality else ()
    found = set(all_found(Query(concepts=choice.concepts[:1], municipalities=areas)))
    if choice.concepts:
        found.difference_update(telling(choice.concepts[0]))
    return sorted(found)


def page_number(request: HttpRequest) -> int:
    """The page asked for, the first where it makes no sense."""
    asked = request.GET.get("page", "1")
    return max(1, int(asked[:7])) if asked.isdecimal() and asked.isascii() else 1


def address(request: HttpRequest, number: int) -> str:
    """The same list at another page."""
    asked = request.GET.copy()
    asked["page"] = str(number)
    return f"?{asked.urlencode()}"
