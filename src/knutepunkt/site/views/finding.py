"""The search: asked by post, answered at a sealed address that is soon forgotten (ADR 0014)."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from knutepunkt.site import near, queries
from knutepunkt.site.answer_drawn import answer_drawn
from knutepunkt.site.asking.addresses import (
    address_again,
    address_of,
    opened_again,
    opened_question,
)
from knutepunkt.site.asking.sealing import Forgotten
from knutepunkt.site.choices import choices
from knutepunkt.site.context import languages_at
from knutepunkt.site.forms import SearchForm
from knutepunkt.site.limits import limited, posted
from knutepunkt.site.pages.home import home_page
from knutepunkt.site.suggesting import suggested, suggestions
from knutepunkt.site.words import language
from knutepunkt.site.writing.keeping import kept

# A token against forged posts needs a cookie. A search changes nothing, so there is nothing to
# forge, and a visitor needs no cookie (ADR 0008).
NEEDS_NO_TOKEN = csrf_exempt


@require_safe
@kept
def home(request: HttpRequest) -> HttpResponse:
    """The search form, what there is, and what a group is according to several."""
    form = SearchForm(None, choices(language()))
    return render(request, "site/home.html", {"form": form, "home": home_page(timezone.now())})


def where_again(request: HttpRequest) -> str:
    """Where the form that was sent stands as it was filled in, sealed."""
    address = address_again(request.POST, [*SearchForm.base_fields, "basket"])
    return reverse("search_again", args=[address or "-"])


@NEEDS_NO_TOKEN
@posted(or_to="home")
@limited("POST", again=where_again)
def search(request: HttpRequest) -> HttpResponse:
    """Take a question and lead to its answer; one that was not understood is shown again.

    What was asked travels in the body and is sealed in the address it leads to: an address is kept
    in histories and logs.
    """
    form = SearchForm(request.POST, choices(language()))
    if not form.is_valid():
        return not_understood(request, form, where_again(request))
    address = address_of(form.question())
    response = redirect("results", address)
    response.status_code = 303
    return response


@require_safe
def search_again(request: HttpRequest, address: str) -> HttpResponse:
    """A form that was not understood as it was filled in, for who turns to another language."""
    try:
        form = SearchForm(opened_again(address), choices(language()))
    except Forgotten:
        return forgotten(request)
    if form.is_valid():  # there is such a place since
        return redirect("results", address_of(form.question()))
    return not_understood(request, form, request.path)


def not_understood(request: HttpRequest, form: SearchForm, path: str) -> HttpResponse:
    """The form again, with what is amiss. ``path`` is where it stands without being sent."""
    found = {"form": form, "home": home_page(timezone.now()), "languages": languages_at(path)}
    return render(request, "site/home.html", found, status=422)


def forgotten(request: HttpRequest, *, is_sheet: bool = False) -> HttpResponse:
    """An address that is too old, or was never made here."""
    said = {"form": SearchForm(None, choices(language())), "is_sheet": is_sheet}
    return render(request, "site/forgotten.html", said, status=410)


@require_safe
def results(request: HttpRequest, address: str) -> HttpResponse:
    """The answer to a sealed question; an old one is forgotten and says so."""
    try:
        question = opened_question(address)
        answer = queries.answer(question, timezone.now())
    except Forgotten:
        return forgotten(request)
    response = HttpResponse(answer_drawn(request, question, answer))
    response.written_once = True  # type: ignore[attr-defined]
    return response


@NEEDS_NO_TOKEN
@posted(or_to="home")
@limited("POST", cost=0.2)
def suggest(request: HttpRequest) -> HttpResponse:
    """What a few letters may become, for the script that asks while somebody types."""
    text = request.POST.get("text", "")[:100]
    return JsonResponse({"suggestions": suggestions(text, language())})


@NEEDS_NO_TOKEN
@limited("POST")
def choose(request: HttpRequest, address: str = "") -> HttpResponse:
    """The same without a script: what was typed is sealed, and answered with ways to go on."""
    if request.method == "POST":
        form = SearchForm(request.POST, choices(language()))
        form.is_valid()
        asked = form.question()
        response = redirect("choose", address_of(asked)) if asked.text else redirect("home")
        response.status_code = 303
        return response
    if not address:
        return redirect("home")
    try:
        question = opened_question(address)
    except Forgotten:
        return forgotten(request)
    shown = {
        "form": SearchForm.of(question, choices(language())),
        "ways": suggested(question, language()),
    }
    return render(request, "site/choose.html", shown)


@NEEDS_NO_TOKEN
@posted(or_to="home")
@limited("POST")
def nearby(request: HttpRequest) -> HttpResponse:
    """The name of the place nearest to a position, which is forgotten at once."""
    return JsonResponse({"place": near.place_at(request.POST)})
