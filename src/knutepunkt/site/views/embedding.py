"""The page where a site finds the code that shows groups there."""

from time import time

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt

from knutepunkt.site.asking.sealing import Forgotten, opened, sealed
from knutepunkt.site.choices import choices
from knutepunkt.site.context import languages_at
from knutepunkt.site.limits import limited
from knutepunkt.site.middleware import POLICY
from knutepunkt.site.pages.embedding import EmbedForm, address_of_widget, code_of
from knutepunkt.site.words import language

EMBED = "embed"
LONGEST_SAID = 200  # letters of each answer, where a form is shown again
# The one page that shows another of our own in a frame.
FRAMING = f"{POLICY}; frame-src 'self'"


@csrf_exempt  # nothing is kept, so there is nothing to forge (ADR 0008)
@limited("POST")
def embed(request: HttpRequest, address: str = "") -> HttpResponse:
    """Choose what to show and how; the choice is sealed into the address it is shown at."""
    if request.method == "POST":
        form = EmbedForm(request.POST, choices(language()))
        if not form.is_valid():
            filled = {name: request.POST.get(name, "")[:LONGEST_SAID] for name in form.fields}
            again = reverse("embed", args=[sealed(filled, EMBED, time())])
            return shown(request, form, 422, languages=languages_at(again))
        response = redirect("embed", sealed(form.cleaned_data, EMBED, time()))
        response.status_code = 303
        return response
    try:
        said = opened(address, dict[str, str], EMBED, time()) if address else None
    except Forgotten:
        form = EmbedForm(None, choices(language()))
        return shown(request, form, 410, is_forgotten=True)
    return shown(request, EmbedForm(said, choices(language())), 200)


def shown(request: HttpRequest, form: EmbedForm, status: int, **more: object) -> HttpResponse:
    """The form, the widget as it will look, and its code."""
    chosen = form.chosen()
    found = more | {"form": form, "widget": address_of_widget(chosen), "code": code_of(chosen),
             "height": chosen["height"], "is_chosen": form.is_bound}  # fmt: skip
    response = render(request, "site/embed.html", found, status=status)
    response.headers["Content-Security-Policy"] = FRAMING
    return response
