"""Questions about the directory."""

from collections.abc import Collection
from typing import Any

from django.db.models import Count, QuerySet

from knutepunkt.directory.enums import State
from knutepunkt.directory.models import Classification, Group, Meeting, Organisation


def published() -> QuerySet[Group]:
    """The groups that anybody may see."""
    return Group.objects.filter(withdrawn_at=None, is_published=True)


def going_on() -> QuerySet[Group]:
    """The groups that people look for: those that anybody may see, and that have not ended."""
    return published().exclude(state=State.ENDED)


def registered() -> QuerySet[Organisation]:
    """The organisations with an organisation number, by number."""
    return Organisation.objects.exclude(legal_id="").order_by("legal_id")


def unplaced() -> list[dict[str, Any]]:
    """Meetings of published groups whose place has no point, with where they come from."""
    rows = (
        Meeting.objects.filter(
            place__point_from="", group__withdrawn_at=None, group__is_published=True
        )
        .exclude(mode="online")
        .order_by("group__name", "id")
        .values_list(
            "group__uid", "group__name", "place__name", "place__address", "place__city",
            "place__postal_code", "record", "source_id",
        )
    )  # fmt: skip
    return [
        {
            "id": str(uid),
            "group": name,
            "place": ", ".join(filter(None, (place, address, f"{code} {city}".strip()))),
            "record": record,
            "source": source,
        }
        for uid, name, place, address, city, code, record, source in rows
    ]


def uses_of(concept_ids: Collection[int]) -> dict[int, int]:
    """How many published groups carry each concept."""
    rows = Classification.objects.filter(
        concept_id__in=concept_ids, group__withdrawn_at=None, group__is_published=True
    )
    return dict(rows.values_list("concept_id").annotate(Count("id")))
