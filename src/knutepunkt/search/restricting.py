"""What a text restricts a search by, as people and programs are told."""

from typing import NamedTuple

from knutepunkt import gazetteer
from knutepunkt.search.answering.loosening import COUNTY, ONLINE
from knutepunkt.search.meaning import Meaning
from knutepunkt.search.queries import Found
from knutepunkt.search.query import Fee


class Restricted(NamedTuple):
    """What was read from the words and not let go of: names of places, codes of days and formats,
    from which till which minute of the day a meeting may begin, what it may cost, whether who meets
    online will do as well as who meets there, and how many kilometres off, where the text says so.
    """

    places: list[str]
    weekdays: tuple[str, ...]
    formats: tuple[str, ...]
    begins: tuple[int, int] | None
    fees: tuple[Fee, ...]
    or_online: bool
    within: float | None


def restricted(found: Found) -> Restricted:
    """What the text of a question restricts its answer by."""
    meaning, let_go = found.meaning, found.loosened
    return Restricted(
        [] if "place" in let_go or ONLINE in let_go else places_named(meaning),
        () if "weekdays" in let_go else meaning.weekdays,
        ("online",) if ONLINE in let_go else () if "formats" in let_go else meaning.formats,
        None if "begins" in let_go else meaning.begins,
        () if "fees" in let_go else meaning.fees,
        meaning.or_online,
        meaning.within if meaning.is_far_said and COUNTY not in let_go else None,
    )


def places_named(meaning: Meaning) -> list[str]:
    """The places that the words name; one that is several municipalities has a name by itself."""
    areas = [gazetteer.county(code) or gazetteer.municipality(code) for code in meaning.areas]
    names = dict.fromkeys(area.name for area in areas if area)
    is_district = meaning.spot is not None and meaning.spot.kind == "settlement"
    if len(names) > 1 and not is_district:
        return list(names)
    return [meaning.spot.name] if meaning.spot else []
