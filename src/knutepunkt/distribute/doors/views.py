"""Feeds of everything, of a theme, of a municipality, and of one group."""

from dataclasses import replace
from uuid import UUID

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from knutepunkt.distribute.doors.answering import (
    bytes_answer,
    file_answer,
    open_door,
    problem,
)
from knutepunkt.distribute.doors.finished import finished
from knutepunkt.distribute.exporting import frame_for
from knutepunkt.distribute.formats.base import Account
from knutepunkt.distribute.formats.registry import format_named
from knutepunkt.distribute.published import Choice, group_known
from knutepunkt.distribute.published.reading import was_public

# What stands at the end of an address, and the format it leads to.
ENDINGS = {
    "ndjson": "ndjson",
    "csv": "csv",
    "xlsx": "xlsx",
    "ics": "ical",
    "atom": "atom",
    "jsonld": "jsonld",
    "meeting-guide.json": "meeting-guide",
    "a4.pdf": "pdf-a4",
    "a5.pdf": "pdf-a5",
    "folded.pdf": "pdf-folded",
}
LANGUAGES = ("nb", "nn", "en")


def language_of(request: HttpRequest) -> str:
    """The language asked for, else bokmål: an address gives everybody the same."""
    asked = request.GET.get("lang", "nb")
    return asked if asked in LANGUAGES else "nb"


@open_door
def feed(
    request: HttpRequest, ending: str, theme: str = "", municipality: str = ""
) -> HttpResponseBase:
    """The groups of a choice in the format the address ends with."""
    if ending not in ENDINGS:
        return problem(404, "No such format", f"there is no format “{ending}” here.")
    form, choice = format_named(ENDINGS[ending]), Choice.of(theme, municipality)
    file = finished(form, choice, language_of(request), timezone.now())
    return file_answer(request, file, form.media_type, f"groups.{form.ending}")


@open_door
def group(request: HttpRequest, uid: UUID, ending: str) -> HttpResponseBase:
    """One group, as a calendar or as JSON-LD."""
    known = group_known(uid)
    if known is None:
        status = 410 if was_public(uid) else 404
        return problem(status, "No such group", "there is no group of this id here.")
    form = format_named(ENDINGS[ending])
    frame = replace(frame_for(Choice(), language_of(request)), title=known.name)
    chunks = form.chunks([known], frame, Account())
    # No date: the words of terms and the name of an organisation change without the group.
    return bytes_answer(request, b"".join(chunks), form.media_type, None)
