"""Public pages, each with an address of its own that says nothing of who came or why."""

from time import time
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from knutepunkt import gazetteer
from knutepunkt.alphabet import places_in_order
from knutepunkt.directory.enums import State
from knutepunkt.site import short, zones
from knutepunkt.site.asking.sealing import Forgotten, opened, sealed
from knutepunkt.site.group.drawn import group_drawn, similar_drawn
from knutepunkt.site.group.known import group_known, meetings_of
from knutepunkt.site.group.page import group_page
from knutepunkt.site.group.similar import similar_to
from knutepunkt.site.group.terms import terms_of
from knutepunkt.site.limits import posted
from knutepunkt.site.pages import listing, organisations, places, themes
from knutepunkt.site.pages import terms as terms_page
from knutepunkt.site.pages.voices import PAGE, speaking, voices
from knutepunkt.site.words import page_language
from knutepunkt.site.writing.keeping import holding, kept

MANY = 100


@require_safe
@kept
def group(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The page of a group; a withdrawn one is said to be gone."""
    return group_in(request, uid, "")


@require_safe
def group_at(request: HttpRequest, uid: UUID, address: str) -> HttpResponse:
    """The same with its hours in another zone, which ``address`` holds sealed."""
    try:
        return group_in(request, uid, opened(address, str, zones.SEALED_FOR, time()))
    except Forgotten:
        return redirect("group", uid)


def group_in(request: HttpRequest, uid: UUID, zone: str) -> HttpResponse:
    """The page of a group in a zone, "" for its own."""
    known = group_known(uid)
    if known is None:
        raise Http404
    now = timezone.now()
    terms, meetings = terms_of(known), meetings_of(known)
    similar = similar_to(known, terms.themes, meetings, now)
    if known.withdrawn_at is not None:
        found = {"similar": similar_drawn(similar)}
        return render(request, "site/gone.html", found, status=410)
    shown = group_page(known, terms, meetings, now, zone)
    status = 410 if known.state == State.ENDED else 200
    response = HttpResponse(group_drawn(request, shown, similar), status=status)
    named = [when for one in shown.meetings for when in (one.begins, one.ends)]
    named += [one.begins for one in similar]
    return holding(response, named)


@require_safe
def group_short(request: HttpRequest, code: str) -> HttpResponse:
    """Lead on from the address that stands on paper."""
    uid = short.group_at(code)
    if uid is None:
        raise Http404
    return redirect("group", uid)


@csrf_exempt  # nothing is kept, so there is nothing to forge (ADR 0008)
@posted(or_to="group")
def zone_of_group(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Seal the zone somebody says to be in into the address of a group's page."""
    zone = request.POST.get("zone", "")
    if zone not in zones.ZONES:
        return redirect("group", uid)
    response = redirect("group_at", uid, sealed(zone, zones.SEALED_FOR, time()))
    response.status_code = 303
    return response


@require_safe
@kept
def organisation(request: HttpRequest, uid: UUID, county: str = "", page: int = 1) -> HttpResponse:
    """An organisation in its own words, and its groups."""
    known = organisations.organisation_known(uid)
    if known is None:
        raise Http404
    shown = organisations.organisation_page(known, county, page, timezone.localdate())
    return list_page(request, "site/organisation.html", shown, county, page)


@require_safe
@kept
def all_organisations(request: HttpRequest, page: int = 1) -> HttpResponse:
    """Every organisation that has groups, by name."""
    found = Paginator(organisations.with_groups(), MANY)
    if page > found.num_pages:
        raise Http404
    return render(request, "site/organisations.html", {"page": found.page(page)})


@require_safe
@kept
def theme(request: HttpRequest, code: str, county: str = "", page: int = 1) -> HttpResponse:
    """A theme: what it covers, its groups by county, and other names for it."""
    known = themes.theme_known(code)
    if known is None:
        raise Http404
    shown = themes.theme_page(known, county, page, timezone.localdate())
    return list_page(request, "site/theme.html", shown, county, page)


@require_safe
@kept
def all_themes(request: HttpRequest) -> HttpResponse:
    """Every theme, under the broadest one it belongs to."""
    return render(request, "site/themes.html", {"families": themes.families(page_language())})


@require_safe
@kept
def place(request: HttpRequest, code: str, page: int = 1) -> HttpResponse:
    """A county or a municipality."""
    spot = places.place_known(code)
    if spot is None:
        raise Http404
    shown = places.place_page(spot, page, timezone.localdate())
    return list_page(request, "site/place.html", shown, "", page)


@require_safe
@kept
def all_places(request: HttpRequest) -> HttpResponse:
    """Every county."""
    found = sorted(gazetteer.counties(), key=lambda spot: places_in_order(spot.name))
    return render(request, "site/places.html", {"counties": found})


def list_page(
    request: HttpRequest, template: str, shown: object, county: str, page: int
) -> HttpResponse:
    """A page with a list in it; beyond the last page there is nothing."""
    groups: listing.Listing = shown.groups  # type: ignore[attr-defined]
    is_beyond = page > 1 and not groups.rows
    if is_beyond or (county and gazetteer.county(county) is None):
        raise Http404
    return render(request, template, {"shown": shown, "county": gazetteer.county(county)})


@require_safe
@kept
def term(request: HttpRequest, scheme: str, code: str) -> HttpResponse:
    """What several say a term means, side by side."""
    known = terms_page.term_known(scheme, code)
    if known is None:
        raise Http404
    return render(
        request, "site/term.html", {"term": terms_page.term_page(known, timezone.localdate())}
    )


@require_safe
@kept
def understandings(request: HttpRequest, page: int = 1) -> HttpResponse:
    """What organisations say self-help is, in the day's order."""
    found = Paginator(speaking(timezone.localdate()), PAGE)
    if page > found.num_pages:
        raise Http404
    turn = found.page(page)
    return render(request, "site/understandings.html", {"page": turn, "voices": voices(list(turn))})
