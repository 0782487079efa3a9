"""What people see in a frame on another site when the list cannot be shown."""

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from knutepunkt.distribute.api.door import SHARED
from knutepunkt.distribute.api.faults import told_alike
from knutepunkt.distribute.widget.views import HTML, POLICY

# Read from the raw question: a fault may be that it cannot be taken apart.
LANGUAGE = re.compile(r"(?:^|&)lang=(nb|nn|en)(?:&|$)")
LOOK = re.compile(r"(?:^|&)look=(light|dark)(?:&|$)")
OURS = (
    _("Lista kan ikke vises akkurat nå"),
    _("Feilen er vår. Prøv igjen om litt."),
)
TOLD = {
    404: (
        _("Denne lista finnes ikke"),
        _("Nettsida du er på, viser til en liste som ikke finnes her."),
    ),
    429: (
        _("Lista kan ikke vises akkurat nå"),
        _("Det kom mange forespørsler på kort tid. Prøv igjen om et minutt."),
    ),
    503: (
        _("Lista er straks tilbake"),
        _("Vi reparerer noe. Prøv igjen om noen minutter."),
    ),
}


def is_page(path: str) -> bool:
    """Say whether people read this address of the widget; the others are for programs."""
    return path.startswith("/embed/") and not path.endswith(("/fragment", ".css"))


def told_to_people(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Stands outside what tells programs their faults; a wrong method stays theirs."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        status = response.status_code
        if status < 400 or status == 405 or not is_page(request.path_info):
            return response
        return told_alike(page_instead(request, status), response)

    return middleware


def page_instead(request: HttpRequest, status: int) -> HttpResponse:
    """A calm page with the status of a fault, which any site may frame as it frames the list."""
    asked = request.META.get("QUERY_STRING", "")
    language, look = LANGUAGE.search(asked), LOOK.search(asked)
    title, text = TOLD.get(status, OURS)
    with translation.override(language[1] if language else "nb"):
        html = render_to_string(
            "distribute/embed_fault.html",
            {
                "language": translation.get_language(),
                "scheme": look[1] if look else "light dark",
                "title": title,
                "text": text,
            },
        )
    page = HttpResponse(html, status=status, content_type=HTML)
    for name, value in {**SHARED, "Content-Security-Policy": POLICY}.items():
        page.headers[name] = value
    return page
