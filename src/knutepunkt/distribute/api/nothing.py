"""An address for programs that leads nowhere."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from knutepunkt.distribute.api.door import door
from knutepunkt.distribute.api.problems import Problem


@door("GET", "POST")
def nothing(request: HttpRequest, anything: str = "") -> HttpResponseBase:
    """Say so, as a problem."""
    del request, anything
    raise Problem(404, "there is nothing at this address; see /api/openapi.json for what there is")
