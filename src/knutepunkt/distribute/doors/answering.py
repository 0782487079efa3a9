"""What all doors answer alike: open to every site, kept by caches, faults in one sentence."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from hashlib import blake2b
from typing import Any, cast

import msgspec
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from knutepunkt.distribute.api.buckets import client_of
from knutepunkt.distribute.api.door import buckets
from knutepunkt.distribute.api.problems import Problem
from knutepunkt.distribute.doors.finished import Finished, TooBusyError
from knutepunkt.distribute.errors import DistributeError, TooLargeError
from knutepunkt.distribute.published import ChoiceError

View = Callable[..., HttpResponseBase]
FRESH = "public, max-age=300"
AGAIN_IN = "10"
NO_SECRETS = "default-src 'none'; frame-ancestors 'none'"


def open_door(view: View) -> View:
    """A view that every site may ask, from any page; a fault becomes a problem (RFC 9457)."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "OPTIONS":
            response: HttpResponseBase = HttpResponse(status=204)
        else:
            response = answer(view, request, *args, **kwargs)
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
        response.headers["Access-Control-Expose-Headers"] = "ETag, Last-Modified, Retry-After"
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        response.headers.setdefault("Content-Security-Policy", NO_SECRETS)
        return response

    safe = require_http_methods(["GET", "HEAD", "OPTIONS"])
    return cast(View, csrf_exempt(safe(answered)))


def answer(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
    """What the view says, or the problem. Who asks too much is told when to come again."""
    if seconds := buckets().wait(client_of(request)):
        response = problem(429, "Too many requests", f"you: wait {seconds} s and ask again.")
        response.headers["Retry-After"] = str(seconds)
        return response
    try:
        return view(request, *args, **kwargs)
    except Problem as found:
        return found.answer()
    except ChoiceError as error:
        return problem(404, "No such choice", str(error))
    except TooLargeError as error:
        return problem(422, "Too many groups", str(error))
    except DistributeError as error:
        return problem(501, "Not possible here", str(error))
    except TooBusyError:
        response = problem(503, "Busy", "other files are being written; you: ask again soon.")
        response.headers["Retry-After"] = AGAIN_IN
        return response


def problem(status: int, title: str, detail: str) -> HttpResponse:
    """A fault as RFC 9457 has it."""
    told = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    response = HttpResponse(
        msgspec.json.encode(told), status=status, content_type="application/problem+json"
    )
    response.headers["Cache-Control"] = "no-store"
    return response


def file_answer(
    request: HttpRequest, file: Finished, media_type: str, name: str
) -> HttpResponseBase:
    """A finished file, or 304 when the asker has it."""
    headers = cache_headers(file.etag, file.modified)
    if is_known(request, file.etag, file.modified):
        return not_modified(headers)
    handle = file.path.open("rb")  # the response closes it
    response = FileResponse(handle, content_type=media_type, filename=name)
    for header, value in headers.items():
        response.headers[header] = value
    return response


def bytes_answer(request: HttpRequest, body: bytes, media_type: str, changed: Any) -> HttpResponse:
    """A small answer, or 304 when the asker has it. ``changed`` is a moment or None."""
    etag = f'"{blake2b(body, digest_size=16).hexdigest()}"'
    headers = cache_headers(etag, changed)
    if is_known(request, etag, changed):
        return not_modified(headers)
    return HttpResponse(body, content_type=media_type, headers=headers)


def cache_headers(etag: str, changed: datetime | None) -> dict[str, str]:
    """What a cache needs to know. The tag is for the answer both packed and plain: a weak one."""
    found = {"ETag": f"W/{etag}", "Cache-Control": FRESH}
    if changed is not None:
        found["Last-Modified"] = http_date(changed.timestamp())
    return found


def is_known(request: HttpRequest, etag: str, changed: datetime | None) -> bool:
    """Say whether the asker has this very answer."""
    moment = int(changed.timestamp()) if changed is not None else None
    response = get_conditional_response(request, etag=etag, last_modified=moment)
    return response is not None and response.status_code == 304


def not_modified(headers: dict[str, str]) -> HttpResponse:
    """Nothing new; packed answers are told apart, as where there is something."""
    return HttpResponse(status=304, headers=headers | {"Vary": "Accept-Encoding"})
