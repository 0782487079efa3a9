"""Parameters as they were sent: in an address, or in a body, which no log and no history keeps."""

from typing import Any

from django.http import HttpRequest

from knutepunkt.distribute.api.problems import Problem

LARGEST = 20_000


def body_of(request: HttpRequest) -> bytes:
    """The body, which has to be JSON and all that is asked. Raises Problem."""
    if request.GET:
        raise Problem(400, "a POST has its parameters in the body")
    if request.content_type != "application/json":
        raise Problem(415, "send the parameters as a JSON object")
    return read(request)


def read(request: HttpRequest) -> bytes:
    """The body's bytes. Raises Problem for too many."""
    body = request.read(LARGEST + 1)
    if len(body) > LARGEST:
        raise Problem(413, f"the body is larger than {LARGEST} bytes")
    return body


def once(lists: Any) -> dict[str, str]:
    """Each parameter's value. Raises Problem for one that is there twice."""
    found: dict[str, str] = {}
    for name, values in lists:
        if len(values) != 1:
            raise Problem(400, f"{name[:40]} may be given once", field=name[:40])
        found[name] = values[0]
    return found
