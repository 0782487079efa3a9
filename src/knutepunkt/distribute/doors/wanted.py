"""What a program made for BMLT asks of meetings, by the names BMLT gives its parameters."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf

from django.http import QueryDict

from knutepunkt.distribute.doors.hours import Hours, hours_in
from knutepunkt.gazetteer import kilometres

KM_PER_MILE = 1.609344
# No directory has so many meetings; what counts farther is asked for in vain.
FARTHEST = 10**9
Item = dict[str, str]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Numbers:
    """Values of one parameter: those wanted, and those left out (told with a minus)."""

    wanted: frozenset[str] = frozenset()
    unwanted: frozenset[str] = frozenset()

    def take(self, values: Iterable[str]) -> bool:
        """Say whether one of the values is wanted, and none unwanted."""
        found = frozenset(values)
        return not (found & self.unwanted) and (not self.wanted or bool(found & self.wanted))

    def take_all(self, values: Iterable[str]) -> bool:
        """Say whether every wanted value is there, and no unwanted one."""
        found = frozenset(values)
        return self.wanted <= found and not (found & self.unwanted)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question about meetings. ``nearest`` asks for so many nearest ones instead of a radius."""

    weekdays: Numbers
    venues: Numbers
    formats: Numbers
    any_format: bool
    bodies: Numbers
    ids: Numbers
    hours: Hours
    centre: Point | None
    radius: float
    nearest: int
    keys: tuple[str, ...]
    size: int
    page: int

    def takes(self, item: Item) -> bool:
        """Say whether a meeting is asked for, its distance apart."""
        of_format = self.formats.take if self.any_format else self.formats.take_all
        return (
            self.weekdays.take([item["weekday_tinyint"]])
            and self.venues.take([item["venue_type"]])
            and of_format(item["format_shared_id_list"].split(","))
            and self.bodies.take([item["service_body_bigint"]])
            and self.ids.take([item["id_bigint"]])
            and self.hours.take(item["start_time"], item["duration_time"])
        )

    def distance(self, item: Item) -> float:
        """How far away a meeting is in kilometres; infinitely for one without a point."""
        if self.centre is None or not item["latitude"]:
            return inf
        point = float(item["latitude"]), float(item["longitude"])
        return kilometres(*self.centre, *point)

    def shown(self, item: Item) -> Item:
        """The fields asked for; all when none are."""
        if not self.keys:
            return item
        return {key: item[key] for key in self.keys if key in item}


def wanted_in(asked: QueryDict) -> Wanted:
    """The question in a query. Raises ValueError for what makes no sense."""
    width = asked.get("geo_width_km") or asked.get("geo_width") or "0"
    radius = float(width) * (1 if asked.get("geo_width_km") else KM_PER_MILE)
    is_placed = "lat_val" in asked and "long_val" in asked
    return Wanted(
        weekdays=numbers(asked, "weekdays"),
        venues=numbers(asked, "venue_types"),
        formats=numbers(asked, "formats"),
        any_format=asked.get("formats_comparison_operator", "AND").upper() == "OR",
        bodies=numbers(asked, "services"),
        ids=numbers(asked, "meeting_ids"),
        hours=hours_in(asked),
        centre=point(asked.get("lat_val", ""), asked.get("long_val", "")) if is_placed else None,
        radius=max(radius, 0.0),
        nearest=max(-int(float(width)), 0),
        keys=tuple(filter(None, asked.get("data_field_key", "").split(","))),
        size=min(max(int(asked.get("page_size", "0")), 0), FARTHEST),
        page=min(max(int(asked.get("page_num", "1")), 1), FARTHEST),
    )


def point(latitude: str, longitude: str) -> Point:
    """A point on earth. Raises ValueError."""
    north, east = float(latitude), float(longitude)
    if not (abs(north) <= 90 and abs(east) <= 180):
        raise ValueError("this is no point on earth")
    return north, east


def numbers(asked: QueryDict, name: str) -> Numbers:
    """The whole numbers under a name, once or several times, with commas. Raises ValueError."""
    told = [*asked.getlist(name), *asked.getlist(f"{name}[]")]
    values = [int(part) for text in told for part in text.split(",") if part.strip()]
    return Numbers(
        frozenset(str(value) for value in values if value > 0),
        frozenset(str(-value) for value in values if value < 0),
    )
