"""QR codes of groups' pages, for notices and handouts."""

from uuid import UUID

from django.http import HttpRequest, HttpResponseBase

from knutepunkt.directory.queries import published
from knutepunkt.distribute.doors.answering import bytes_answer, open_door, problem
from knutepunkt.distribute.exporting import frame_for
from knutepunkt.distribute.published import Choice
from knutepunkt.distribute.qr import png, svg


@open_door
def code(request: HttpRequest, uid: UUID, ending: str) -> HttpResponseBase:
    """The address of a group's page as a drawing or a picture."""
    if not published().filter(uid=uid).exists():
        return problem(404, "No such group", "there is no group of this id here.")
    address = frame_for(Choice()).page_of(str(uid))
    if ending == "png":
        return bytes_answer(request, png(address), "image/png", None)
    return bytes_answer(request, svg(address).encode(), "image/svg+xml", None)
