"""Groups put aside for somebody else, and the sheet to hand over."""

from importlib.util import find_spec
from threading import BoundedSemaphore
from time import time

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from knutepunkt.distribute.errors import DistributeError
from knutepunkt.distribute.formats.printed.setting import pdf
from knutepunkt.site import crisis
from knutepunkt.site.asking.question import MOST_IN_BASKET, Question
from knutepunkt.site.asking.sealing import Forgotten, opened, sealed
from knutepunkt.site.forms import is_id
from knutepunkt.site.limits import limited, posted, too_many
from knutepunkt.site.pages.basket import Handed, sheet
from knutepunkt.site.views.finding import forgotten
from knutepunkt.site.words import language

BASKET = "basket"
SETTING = BoundedSemaphore(2)  # Of the four threads of a process.
SIZES = {
    "a4": gettext_lazy("A4"),
    "large": gettext_lazy("A4 med stor skrift"),
    "a6": gettext_lazy("A6, til lomma"),
}


@csrf_exempt  # nothing is kept, so there is nothing to forge (ADR 0008)
@posted(or_to="professionals")
@limited("POST")
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
    try:
        ids = basket_in(address, size)
    except Forgotten:
        return forgotten(request, is_sheet=True)
    shown = sheet(ids, timezone.now())
    found = {
        "sheet": shown,
        "message": message(shown.groups),
        "question": Question(basket=ids),
        "address": address,
        "size": size,
        "sizes": SIZES,
        "has_pdf": find_spec("weasyprint") is not None,
    }
    return render(request, "site/sheet.html", found)


@require_safe
@limited("GET", cost=10)
def sheet_pdf(request: HttpRequest, address: str, size: str) -> HttpResponse:
    """The sheet as PDF/UA, under a name that tells nothing.

    Few are set at a time: whoever only reads must not wait until others have their paper.
    """
    if not SETTING.acquire(blocking=False):
        return too_many(request, 2, request.path)
    try:
        shown = sheet(basket_in(address, size), timezone.now())
        found = {"sheet": shown, "size": size, "language": language()}
        numbers = {"crisis_numbers": crisis.numbers(language())}
        content = pdf(render_to_string("site/sheet_pdf.html", found | numbers))
    except Forgotten:
        return forgotten(request, is_sheet=True)
    except DistributeError:
        return redirect("sheet", address, size)  # the browser's own printing is left
    finally:
        SETTING.release()
    name = {"Content-Disposition": 'inline; filename="ark.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=name)


def basket_in(address: str, size: str) -> tuple[str, ...]:
    """The groups an address holds. Raises Forgotten, and Http404 for a size there is none of."""
    if size not in SIZES:
        raise Http404
    return opened(address, tuple[str, ...], BASKET, time())


def message(groups: list[Handed]) -> str:
    """A text to send that names no theme: a greeting and the addresses alone."""
    return "\n".join([_("Hei! Her er lenkene vi snakket om:"), *(one.address for one in groups)])
