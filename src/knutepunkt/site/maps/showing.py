"""The map beside the list: the coast, and a point for each county, municipality or place.

Drawn on the server, so that it needs no script and asks nobody. A point is a link to the same
question there, the nearest ones to the part of the map that holds what they stand for. Nothing is
nearer than may be shown: a hidden place counts in its municipality.
"""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from msgspec import Struct
from msgspec.structs import replace

from knutepunkt import gazetteer
from knutepunkt.alphabet import places_in_order
from knutepunkt.gazetteer import Spot
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.queries import Found, asked
from knutepunkt.site.asking.addresses import link_to
from knutepunkt.site.asking.cut import cut_around
from knutepunkt.site.asking.posing import query_of
from knutepunkt.site.asking.question import Question, having, without
from knutepunkt.site.maps.coast import WIDTH, kept_land, land, placed
from knutepunkt.site.maps.dots import Dot, apart, clustered, radius, told_of
from knutepunkt.site.maps.plane import Box, Point, on_plane

COUNTRY: Box = (-650.0, -800.0, 650.0, 860.0)
MARGIN = 25.0
CLOSE, CLOSEST = 10.0, 3.0
MOST_POINTS = 200
MOST_NEAR = 30
SAME = 0.001


class Map(Struct, frozen=True):
    """A map. ``out`` leads to the wider one, "" on the widest.

    It shows the first ``shown`` of ``total`` groups, where those are too many; else both are 0.
    ``beyond`` says which groups have no place on it.
    """

    width: int
    height: int
    land: str
    dots: list[Dot]
    out: str
    told: str
    shown: int = 0
    total: int = 0
    beyond: str = ""

    @property
    def middle(self) -> int:
        """Where the points are on the whole, in tenths from the left; small screens begin there."""
        across = [dot.x for dot in self.dots]
        return round(10 * sum(across) / len(across) / self.width) if across else 0


def map_of(question: Question, result: Found, words: Lexicon) -> Map:
    """The map of an answer: the country by county, a county by municipality, or places."""
    if question.municipality:
        return close_map(question, words)
    if question.county:
        county = gazetteer.county(question.county)
        name = county.name if county else ""
        parts = [spot for spot in gazetteer.municipalities() if spot.county == question.county]
        box = around([on_plane(spot.latitude, spot.longitude) for spot in parts], MARGIN)
        spots = counted(result.facets.get("municipality", {}), parts)
        out = link_to(without(question, "county"))
        return drawn(box, kept_land(box), dots_of(spots, question, "municipality", box), out, name)
    if question.within and (near := near_map(question, result)):
        return near
    spots = counted(result.facets.get("county", {}), gazetteer.counties())
    dots = dots_of(spots, question, "county", COUNTRY)
    made = drawn(COUNTRY, kept_land(COUNTRY), dots, "", _("Norge"))
    beyond = _("Grupper på nett, på Svalbard og i andre land står bare i lista.")
    return replace(made, beyond=beyond)


def near_map(question: Question, result: Found) -> Map | None:
    """The municipalities within the distance that was chosen; None where they are too many."""
    parts = gazetteer.municipalities()
    spots = counted(result.facets.get("municipality", {}), parts)
    if not 0 < len(spots) <= MOST_NEAR:
        return None
    box = around([on_plane(spot.latitude, spot.longitude) for spot, _number in spots], MARGIN)
    dots = dots_of(spots, question, "municipality", box)
    return drawn(box, land(box), dots, "", question.place)


def counted(counts: dict[str, int], areas: tuple[Spot, ...] | list[Spot]) -> list[tuple[Spot, int]]:
    """The areas where groups meet, with how many."""
    return [(spot, counts[spot.code]) for spot in areas if counts.get(spot.code)]


def dots_of(spots: list[tuple[Spot, int]], question: Question, field: str, box: Box) -> list[Dot]:
    """A dot for each area, larger where there are more groups."""
    found = []
    for spot, number in sorted(spots, key=lambda one: places_in_order(one[0].name)):
        x, y = placed(on_plane(spot.latitude, spot.longitude), box)
        there = having(question, field, spot.code)
        told = ngettext("%(place)s: %(number)d gruppe", "%(place)s: %(number)d grupper", number)
        found.append(
            Dot(x, y, radius(number), number, told % {"place": spot.name, "number": number},
                link_to(there))
        )  # fmt: skip
    return found


def close_map(question: Question, words: Lexicon) -> Map:
    """The places of one municipality; those too near to part are one dot, an area a pale one."""
    spot = gazetteer.municipality(question.municipality)
    name = spot.name if spot else ""
    out = link_to(without(question, "box" if question.box else "municipality"))
    query = replace(query_of(question, words), limit=MOST_POINTS, offset=0)
    answer = asked(query)
    found = [
        (point, is_area, hit.item)
        for hit in answer.hits
        for point, is_area in points_of(hit.item["meetings"], spot)
    ]
    centre = [on_plane(spot.latitude, spot.longitude)] if spot else []
    at = [on_plane(*point) for point, _, _ in found]
    box = around(at or centre, CLOSEST if question.box else CLOSE)
    listed = without(question, "view")
    dots = []
    for those in clustered(found, [placed(point, box) for point in at]):
        (x, y), is_area, names = those.at, those.is_area, list(those.names.values())
        there = link_to(replace(listed, box=cut_around(those.points)))
        dots.append(Dot(x, y, radius(len(names)), len(names), told_of(names), there, is_area))
    made = drawn(box, land(box), dots, out, name)
    if answer.total <= MOST_POINTS:
        return made
    return replace(made, shown=MOST_POINTS, total=answer.total)


def points_of(meetings: list[dict], spot: Spot | None) -> Iterator[tuple[Point, bool]]:  # type: ignore[type-arg]
    """Where meetings of a group in a municipality are, in degrees, each point once.

    A hidden place has the municipality's own point, which is no place to meet: it gets no dot. An
    address that was looked up may lie there too, but says more than the municipality's name.
    """
    if spot is None:
        return
    centre = (spot.latitude, spot.longitude)
    here = [one for one in meetings if one["point"] and one["municipality"] == spot.name]
    yield from dict.fromkeys(
        (tuple(one["point"]), bool(one["is_area"]))
        for one in here
        if not one["is_area"] or one["place"] != spot.name or not near(one["point"], centre)
    )


def near(one: Sequence[float], other: Sequence[float]) -> bool:
    """Say whether two points in degrees are the same but for rounding."""
    return max(abs(one[0] - other[0]), abs(one[1] - other[1])) < SAME


def around(points: list[Point], margin: float) -> Box:
    """The box around some points, never flat."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, right, top, bottom = (
        min(xs) - margin,
        max(xs) + margin,
        min(ys) - margin,
        max(ys) + margin,
    )
    lacking = max(0.0, 0.6 * (right - left) - (bottom - top)) / 2
    return (left, top - lacking, right, bottom + lacking)


def drawn(box: Box, coast_there: str, dots: list[Dot], out: str, told: str) -> Map:
    """The map of a box, with the coast in it."""
    height = round(WIDTH * (box[3] - box[1]) / (box[2] - box[0]))
    return Map(WIDTH, height, coast_there, apart(dots, WIDTH, height), out, told)
