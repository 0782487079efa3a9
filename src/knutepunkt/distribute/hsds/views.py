"""The addresses of HSDS 3.0: read what is asked, choose, write."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from knutepunkt.directory.models import Organisation
from knutepunkt.distribute.api.door import door
from knutepunkt.distribute.api.problems import Problem
from knutepunkt.distribute.hsds import (
    bodies,
    choosing,
    details,
    meetings,
    parameters,
    taxonomies,
)
from knutepunkt.distribute.hsds.dating import dated_door
from knutepunkt.distribute.hsds.locations import turned
from knutepunkt.distribute.hsds.pages import ENCODE, answered, from_list, listed
from knutepunkt.distribute.hsds.parameters import asked
from knutepunkt.distribute.hsds.schema import schema
from knutepunkt.distribute.published import public_concepts, public_organisations

MINIMAL = ("pk", "uid", "name", "state", "updated_at")
MEETING = ("pk", "uid", "group_id")


@dated_door("GET")
def root(request: HttpRequest) -> HttpResponseBase:
    """What this API is."""
    asked(request, frozenset())
    site = settings.KNUTEPUNKT_SITE.rstrip("/")
    told = {
        "version": "3.0",
        "profile": f"{site}/api/hsds/v3/profile",
        "openapi_url": f"{site}/api/openapi.json",
    }
    return answered(ENCODE(told))


@dated_door("GET")
def profile(request: HttpRequest) -> HttpResponseBase:
    """The JSON Schema of what our rows hold."""
    asked(request, frozenset())
    return answered(ENCODE(schema()))


@dated_door("GET", "POST", cost=2)
def services(request: HttpRequest) -> HttpResponseBase:
    """Services: plain ones, whole ones, or only which there are."""
    said = asked(request, parameters.SERVICES)
    groups = choosing.groups(said)
    if said.minimal:
        return listed(said, groups, MINIMAL, bodies.minimal_services)
    return listed(
        said, groups, bodies.ONE, bodies.full_services if said.full else bodies.basic_services
    )


@door("GET")
def service(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """One whole service."""
    asked(request, frozenset())
    found = details.detail(uid)
    if found is None:
        raise Problem(404, "there is no such service")
    return found


@dated_door("GET", "POST", cost=2)
def service_at_locations(request: HttpRequest) -> HttpResponseBase:
    """Meetings with where they are held."""
    said = asked(request, parameters.AT_LOCATIONS)
    rows = meetings.meetings(said)
    if (place := choosing.near(said)) is not None:
        rows = meetings.within(place, rows)
    return listed(said, rows, MEETING, lambda page: meetings.bodies(page, full=said.full))


@dated_door("GET")
def service_at_location(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """One meeting with its group."""
    asked(request, frozenset())
    rows = meetings.meetings(parameters.Asked()).filter(uid=turned(str(uid)))
    found = meetings.bodies(list(rows.values_list(*MEETING)), full=True)
    if not found:
        raise Problem(404, "there is no such service at a location")
    return answered(found[0])


@dated_door("GET", "POST", cost=2)
def organizations(request: HttpRequest) -> HttpResponseBase:
    """Organisations: plain ones, or with their services."""
    said = asked(request, parameters.ORGANIZATIONS)
    rows = public_organisations()
    if said.search:
        rows = rows.filter(name__icontains=said.search)

    def write(page: Any) -> list[bytes]:
        numbers = [number for (number,) in page]
        if said.full or said.full_service:
            return bodies.full_organisations(numbers, with_services=said.full_service)
        return bodies.basic_organisations(numbers)

    return listed(said, rows, ("pk",), write)


@dated_door("GET")
def organization(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """One organisation with its services."""
    said = asked(request, parameters.ONE_ORGANIZATION)
    number = Organisation.objects.filter(uid=uid).values_list("pk", flat=True).first()
    found = bodies.full_organisations([number or 0], with_services=said.full_service)
    if not found:
        raise Problem(404, "there is no such organization")
    return answered(found[0])


@dated_door("GET", "POST")
def taxonomy_list(request: HttpRequest) -> HttpResponseBase:
    """The vocabularies that stand side by side here."""
    said = asked(request, parameters.TAXONOMIES)
    rows = taxonomies.all_taxonomies()
    words = said.search.casefold()
    return from_list(said, [row for row in rows if words in str(row["name"]).casefold()])


@dated_door("GET")
def taxonomy(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """One vocabulary."""
    asked(request, frozenset())
    for row in taxonomies.all_taxonomies():
        if row["id"] == str(uid):
            return answered(ENCODE(row))
    raise Problem(404, "there is no such taxonomy")


@dated_door("GET", "POST")
def taxonomy_terms(request: HttpRequest) -> HttpResponseBase:
    """The terms of the vocabularies."""
    said = asked(request, parameters.TERMS)
    return listed(said, taxonomies.chosen(said), ("pk",), taxonomies.bodies)


@dated_door("GET")
def taxonomy_term(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """One term."""
    asked(request, frozenset())
    number = taxonomies.number_of(str(uid))
    rows = public_concepts().filter(pk=number or 0)
    found = taxonomies.bodies(list(rows.values_list("pk")))
    if not found:
        raise Problem(404, "there is no such taxonomy term")
    return answered(found[0])
