"""Reads what was sent before anything else is done, in few threads of a process at a time.

Whoever sends some letters and then nothing holds the thread that reads them for as long as they
like: nothing can interrupt it. So one thread is always left for those who only read.
"""

from collections.abc import Callable
from threading import BoundedSemaphore

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from knutepunkt.site.limits import READING, too_many

READERS = BoundedSemaphore(3)  # Of the four threads of a process.
NOTHING = ("", "0")
FILES = "multipart/form-data"
SECONDS = 5
A_MOMENT = 0.1  # In which whoever has all they need gets to go on, however busy the process is.


def read_first(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """Stands before whatever may want what was sent."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method in READING or request.META.get("CONTENT_LENGTH", "") in NOTHING:
            return get_response(request)
        if not READERS.acquire(timeout=A_MOMENT):
            return asked_to_wait(request)
        try:
            # A form with files is taken apart as it comes, and the files are kept nowhere.
            _read = request.POST if request.content_type == FILES else request.body
        finally:
            READERS.release()
        return get_response(request)

    return middleware


def asked_to_wait(request: HttpRequest) -> HttpResponse:
    """The page that asks to wait, in the language of the address; nobody has chosen one yet."""
    found = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
    request.LANGUAGE_CODE = found
    with translation.override(found):
        return too_many(request, SECONDS)
