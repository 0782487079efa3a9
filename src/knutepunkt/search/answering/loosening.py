"""What a text restricts by beside its needs, and how these restrictions are let go of."""

from msgspec.structs import replace

from knutepunkt.search.meaning import Meaning

FEES, PLACE, COUNTY, ONLINE = "fees", "place", "county", "online"
COUNTY_CODE = 2  # Digits; a municipality's has four, the first two its county's.
IN_PERSON = ("in-person",)
# Where nothing is left, one step after the other is let go of: a person goes farther in time than
# in space, elsewhere in the county before anywhere, and anywhere before there is no group at all.
STEPS = ("begins", "weekdays", "formats", COUNTY, PLACE)


def restricts(meaning: Meaning, by: str) -> bool:
    """Say whether a text restricts by such a thing; by a county, whether more narrowly than by
    one."""
    spot = meaning.spot
    if by == COUNTY:
        if spot is None or not spot.county or spot.kind == "county":
            return False
        return all(
            len(code) > COUNTY_CODE and code.startswith(spot.county) for code in meaning.areas
        )
    if by == ONLINE:
        return meaning.or_online
    return bool(spot if by == PLACE else getattr(meaning, by))


def is_narrowed(meaning: Meaning) -> bool:
    """Say whether a text restricts by place, time or how people meet."""
    return bool(ways(meaning))


def ways(meaning: Meaning) -> list[str]:
    """In which ways a text restricts. At a place people meet in person: both are one."""
    found = [step for step in STEPS if step != COUNTY and restricts(meaning, step)]
    if PLACE in found and meaning.formats == IN_PERSON:
        found.remove("formats")
    return found


def is_bound(meaning: Meaning) -> bool:
    """Say whether a text restricts in two ways, or asks for several things that must be met.

    Who can come to one place at one time, or speaks one language, is helped by a wider theme there
    rather than by the very theme elsewhere.
    """
    return len(meaning.needs) > 1 or len(ways(meaning)) > 1


def without(meaning: Meaning, loosened: tuple[str, ...]) -> Meaning:
    """The meaning without what is let go of; its place, or its county, only to be near to."""
    if not loosened:
        return meaning
    if ONLINE in loosened:
        meaning = replace(
            meaning, spot=None, within=None, areas=(), formats=("online",), or_online=False
        )
    if PLACE in loosened:
        spot = None if meaning.spot is None or meaning.spot.kind == "county" else meaning.spot
        meaning = replace(meaning, spot=spot, within=None, areas=())
    elif COUNTY in loosened and meaning.spot:
        meaning = replace(meaning, within=None, areas=(meaning.spot.county,))
    return replace(
        meaning,
        weekdays=() if "weekdays" in loosened else meaning.weekdays,
        formats=() if "formats" in loosened else meaning.formats,
        begins=None if "begins" in loosened else meaning.begins,
        fees=() if FEES in loosened else meaning.fees,
    )
