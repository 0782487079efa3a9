"""What a text restricts by beside its needs, and how these restrictions are let go of."""

from dataclasses import replace

from knutepunkt.search.meaning import Meaning

PLACE = "place"
# Where nothing is left, one step after the other is let go of: a person goes farther in time than
# in space, and anywhere before there is no group at all.
STEPS = ("begins", "weekdays", "formats", PLACE)


def restricts(meaning: Meaning, by: str) -> bool:
    """Say whether a text restricts by such a thing."""
    return bool(meaning.spot if by == PLACE else getattr(meaning, by))


def is_narrowed(meaning: Meaning) -> bool:
    """Say whether a text restricts by place, time or how people meet."""
    return any(restricts(meaning, step) for step in STEPS)


def is_bound(meaning: Meaning) -> bool:
    """Say whether a text restricts in two ways, or asks for several things that must be met.

    Who can come to one place at one time, or speaks one language, is helped by a wider theme there
    rather than by the very theme elsewhere.
    """
    return len(meaning.needs) > 1 or sum(restricts(meaning, step) for step in STEPS) > 1


def without(meaning: Meaning, loosened: tuple[str, ...]) -> Meaning:
    """The meaning without what is let go of; its place only to be near to."""
    if not loosened:
        return meaning
    if PLACE in loosened:
        spot = None if meaning.spot is None or meaning.spot.kind == "county" else meaning.spot
        meaning = replace(meaning, spot=spot, within=None, areas=())
    return replace(
        meaning,
        weekdays=() if "weekdays" in loosened else meaning.weekdays,
        formats=() if "formats" in loosened else meaning.formats,
        begins=None if "begins" in loosened else meaning.begins,
    )
