"""Groups put aside for somebody else, and the sheet to hand over."""

from time import time
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from knutepunkt.site.basket import sheet
from knutepunkt.site.choices import choices
from knutepunkt.site.forms import SearchForm, is_id
from knutepunkt.site.question import MOST_IN_BASKET, Question
from knutepunkt.site.sealing import Forgotten, opened, sealed
from knutepunkt.site.words import language

BASKET = "basket"
SIZES = ("a4", "a6")


@csrf_exempt  # nothing is kept, so there is nothing to forge (ADR 0008)
@require_POST
def refer(request: HttpRequest) -> HttpResponse:
    """Seal the groups put aside into the address of a sheet."""
    told = [one for one in request.POST.getlist("basket") if is_id(one)]
    left_out = request.POST.get("without", "")
    kept = tuple(one for one in dict.fromkeys(told) if one != left_out)[:MOST_IN_BASKET]
    response = redirect("sheet", sealed(kept, BASKET, time()))
    response.status_code = 303
    return response


@require_safe
def show_sheet(request: HttpRequest, address: str, size: str = "a4") -> HttpResponse:
    """The sheet, to print or to read from."""
    if size not in SIZES:
        raise Http404
    try:
        ids = opened(address, tuple[str, ...], BASKET, time())
    except Forgotten:
        form = SearchForm(None, choices(language()))
        return render(request, "site/forgotten.html", {"form": form}, status=410)
    shown = sheet(ids, timezone.now())
    found = {
        "sheet": shown,
        "message": message([uid for uid, _ in shown.groups]),
        "question": Question(basket=ids),
        "address": address,
        "size": size,
        "sizes": SIZES,
    }
    return render(request, "site/sheet.html", found)


def message(ids: list[UUID]) -> str:
    """A text to send that names no theme: a greeting and the addresses alone."""
    site = settings.KNUTEPUNKT_SITE.rstrip("/")
    addresses = [site + reverse("group", args=[uid]) for uid in ids]
    return "\n".join([_("Hei! Her er lenkene vi snakket om:"), *addresses])
