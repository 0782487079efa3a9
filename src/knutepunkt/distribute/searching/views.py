"""The addresses of the search: POST for a question, GET for what public pages show anyway."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from knutepunkt.distribute.api.bodies import once
from knutepunkt.distribute.api.door import door
from knutepunkt.distribute.searching.answers import Suggestions, answer
from knutepunkt.distribute.searching.asked import Asked, Begun, Public, from_address, from_body
from knutepunkt.distribute.searching.questions import plain, point_of, public_query_of, query_of
from knutepunkt.search.suggesting.suggestions import suggestions
from knutepunkt.search.written import ENCODE
from knutepunkt.turns import turn

JSON = "application/json"


@door("GET", "POST")
def search(request: HttpRequest) -> HttpResponseBase:
    """The groups that answer a question."""
    why = False
    if request.method == "POST":
        asked = from_body(request, Asked)
        query, why = query_of(asked), asked.why
    else:
        query = public_query_of(from_address(once(request.GET.lists()), Public))
    with turn:
        response = HttpResponse(answer(query, has_reasons=why), content_type=JSON)
    response.written_once = True  # type: ignore[attr-defined]
    return response


@door("POST")
def suggest(request: HttpRequest) -> HttpResponseBase:
    """What somebody may be about to write."""
    asked = from_body(request, Begun)
    found = suggestions(plain(asked.text), asked.language, point_of(plain(asked.place)))
    return HttpResponse(ENCODE(Suggestions(list(found))), content_type=JSON)
