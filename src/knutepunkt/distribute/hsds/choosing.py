"""Which groups and meetings a request asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Value, When
from django.db.models.fields import IntegerField
from django.db.models.functions import Cast, Coalesce, Substr

from knutepunkt import gazetteer
from knutepunkt.directory.models import Claim, Classification, Group, Meeting
from knutepunkt.directory.queries import published
from knutepunkt.directory.when import time_of
from knutepunkt.distribute.api.problems import Problem
from knutepunkt.distribute.hsds import taxonomies
from knutepunkt.distribute.hsds.parameters import Asked
from knutepunkt.distribute.published.plain import listed
from knutepunkt.search import queries
from knutepunkt.search.query import BadQuery, Query

WHOLE = IntegerField()
SUNDAY_FIRST = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")


@dataclass(frozen=True, slots=True)
class Near:
    """A point and how many kilometres from it."""

    latitude: float
    longitude: float
    kilometres: float

    def holds(self, latitude: float | None, longitude: float | None) -> bool:
        """Say whether a point is within reach; a place without one never is."""
        if latitude is None or longitude is None:
            return False
        far = gazetteer.kilometres(self.latitude, self.longitude, latitude, longitude)
        return far <= self.kilometres


def groups(asked: Asked) -> QuerySet[Group]:
    """The published groups that meet every parameter, in no order. Raises Problem."""
    found = published()
    if asked.modified_after is not None:
        found = found.filter(changed_since(asked.modified_after))
    if asked.organization_id:
        found = found.filter(organisation__uid=UUID(asked.organization_id))
    if asked.minimum_age is not None:
        found = found.filter(Q(maximum_age=None) | Q(maximum_age__gte=asked.minimum_age))
    if asked.maximum_age is not None:
        found = found.filter(Q(minimum_age=None) | Q(minimum_age__lte=asked.maximum_age))
    if asked.taxonomy_term_id or asked.taxonomy_id:
        found = classified(found, asked)
    if asks_for_time(asked):
        found = found.filter(Exists(timely(Meeting.objects.filter(group=OuterRef("pk")), asked)))
    if asked.search or asked.postcode:
        found = found.filter(pk__in=listed(found_by_search(asked)))
    return found


def changed_since(moment: datetime) -> Q:
    """Groups their sources changed at or after a moment.

    Where no source says when, it is when this node took in what it says: who copies by this
    parameter must not miss it.
    """
    taken_in = Claim.objects.filter(group=OuterRef("pk"), taken_in_at__gte=moment)
    return Q(updated_at__gte=moment) | Q(Exists(taken_in), updated_at=None)


def asks_for_time(asked: Asked) -> bool:
    """Say whether only meetings at some time are wanted."""
    return bool(asked.day) or asked.start_time is not None or asked.end_time is not None


def classified(found: QuerySet[Group], asked: Asked) -> QuerySet[Group]:
    """The groups that carry a term, or any term of a taxonomy."""
    carried = Classification.objects.filter(group=OuterRef("pk"))
    if asked.taxonomy_term_id:
        number = taxonomies.number_of(asked.taxonomy_term_id)
        found = found.filter(Exists(carried.filter(concept_id=number or 0)))
    if asked.taxonomy_id:
        scheme = taxonomies.scheme_of(asked.taxonomy_id)
        found = found.filter(Exists(carried.filter(concept__scheme_id=scheme or "")))
    return found


def timely(meetings: QuerySet[Meeting], asked: Asked) -> QuerySet[Meeting]:
    """The meetings on a weekday that begin and end within the times asked for."""
    if asked.day:
        meetings = meetings.filter(on_day(asked.day))
    if asked.start_time is not None:
        meetings = meetings.filter(start__gte=time_of(asked.start_time))
    if asked.end_time is not None:
        begins = Case(
            When(start="", then=Value(24 * 60)),
            default=Cast(Substr("start", 1, 2), WHOLE) * 60 + Cast(Substr("start", 4, 2), WHOLE),
            output_field=WHOLE,
        )
        ends = Coalesce(Cast("minutes", WHOLE), Value(0), output_field=WHOLE)
        meetings = meetings.alias(ends=begins + ends).filter(ends__lte=asked.end_time)
    return meetings


def on_day(code: str) -> Q:
    """Meetings whose rule names a weekday, or that fall on it by their first date."""
    named = Q(rrule__regex=f"BYDAY=[^;]*{code}")
    daily = Q(rrule__startswith="FREQ=DAILY") & ~Q(rrule__contains="BYDAY=")
    by_date = Q(first_on__week_day=SUNDAY_FIRST.index(code) + 1)
    bare = Q(rrule="") | (Q(rrule__startswith="FREQ=WEEKLY") & ~Q(rrule__contains="BYDAY="))
    return named | daily | (by_date & bare)


def near(asked: Asked) -> Near | None:
    """Where a postcode is, and how far around; None without a distance. Raises Problem."""
    if not asked.postcode or asked.proximity is None:
        return None
    spot = spot_of(asked)
    return Near(spot.latitude, spot.longitude, asked.proximity / 1000)


def spot_of(asked: Asked) -> gazetteer.Spot:
    """The place of a postcode. Raises Problem when there is none."""
    spot = gazetteer.postal_code(asked.postcode.strip())
    if spot is None:
        sentence = "this node knows no such postcode; it knows those of Norway"
        raise Problem(400, sentence, field="postcode")
    return spot


def found_by_search(asked: Asked) -> Sequence[int]:
    """The numbers of all groups that a text and a place find.

    A postcode alone asks for its municipality. Raises Problem.
    """
    place = near(asked)
    spot = spot_of(asked) if asked.postcode and place is None else None
    try:
        query = Query(
            text=asked.search,
            point=(place.latitude, place.longitude) if place else None,
            within=place.kilometres if place else None,
            municipalities=(spot.municipality,) if spot and spot.municipality else (),
        )
    except BadQuery as error:
        raise Problem(400, f"{error}") from None
    return queries.all_found(query)
