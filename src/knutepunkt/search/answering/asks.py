"""From a query and what its text means to the question that segments are asked."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from msgspec.structs import replace

from knutepunkt import gazetteer
from knutepunkt.gazetteer import AreaKind, Spot
from knutepunkt.search.index import Ask, Restriction, asked_of
from knutepunkt.search.index.record import FORMAT_BITS
from knutepunkt.search.index.zones import minute_of
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import FULL, Meaning, Need, Term, concept_token
from knutepunkt.search.query import BadQuery, Query

COUNTY = 2  # Digits of a county's code; a municipality's has four.
WHOLE = ("municipality", "postal-code")  # Who names a village means what is near it first.
# Who asks for what is free is shown what is known to be before what may be. A mark counts one of a
# hundred where a group has it, so the weight here is greater.
FREE = Need((Term("@fee:free", FULL * FULL),), "gratis")
FORMAT = "format"  # The scheme; what a text leaves out of it restricts as its formats.


def ask_of(query: Query, meaning: Meaning, lexicon: Lexicon) -> Ask:
    """The question as segments are asked it; the query's own restrictions go before the text's."""
    spot, here = meaning.spot, ""
    if query.point is None and spot is not None and not is_placed(query):
        query = beside(query, spot, meaning)
        here = f"municipality:{spot.municipality}" if spot.municipality and meaning.within else ""
    if meaning.weekdays or meaning.formats or meaning.begins or meaning.fees:
        query = replace(
            query,
            weekdays=query.weekdays or meaning.weekdays,
            formats=query.formats or meaning.formats,
            begins=query.begins or meaning.begins,
            fees=query.fees or meaning.fees,
        )
    moment = query.now or datetime.now(UTC)
    now = minute_of(moment)
    return Ask(
        # The node's own day, whatever the asker's: equals take turns at midnight where people are.
        today=moment.astimezone(ZoneInfo(settings.TIME_ZONE)).toordinal(),
        asked=asked_of(query, now),
        needs=meaning.needs,
        wishes=(*meaning.wishes, FREE) if meaning.fees == query.fees != () else meaning.wishes,
        restrictions=restrictions(query, lexicon),
        left_out=left_out(query, meaning, lexicon),
        areas=areas(query),
        away=tuple(area_value(code) for one in meaning.left_out for code in one.areas),
        formats=sum(FORMAT_BITS[mode] for mode in set(query.formats)),
        confirmed_since=query.confirmed_since.toordinal() if query.confirmed_since else 0,
        point=query.point,
        within=query.within,
        here=here,
        is_village=bool(here and spot and spot.kind not in WHOLE),
        box=query.box,
        sort=query.order,
        count=query.offset + query.limit + 1 if query.limit else 0,
        skip=query.offset,
        has_facets=query.has_facets,
    )


def beside(query: Query, spot: Spot, meaning: Meaning) -> Query:
    """The query with the place its text names; a county is all of it, and so are several places.

    Where all of the county that a place lies in will do, that place is still to be near to.
    """
    if meaning.areas and len(meaning.areas[0]) != COUNTY:
        return replace(query, municipalities=meaning.areas)
    if meaning.areas:
        query = replace(query, counties=meaning.areas)
    if spot.kind == "county" and meaning.within is None:
        return query if meaning.areas else replace(query, counties=(spot.code,))
    sort = query.sort or ("relevance" if meaning.needs or meaning.wishes else "distance")
    here = (spot.latitude, spot.longitude)
    return replace(query, sort=sort, point=here, within=meaning.within)


def is_placed(query: Query) -> bool:
    """Say whether the query itself names a place."""
    return bool(query.box or query.municipalities or query.counties)


def restrictions(query: Query, lexicon: Lexicon) -> tuple[Restriction, ...]:
    """What groups must have, by facet: one of the concepts of each."""
    found: dict[str, list[str]] = {}
    for id_ in query.concepts:
        tokens = [concept_token(one) for one in counterparts(id_, lexicon)]
        found.setdefault(lexicon.facet.get(id_, ""), []).extend(tokens)
    for facet, values in (
        ("state", query.states),
        ("fee", query.fees),
        ("organisation", query.organisations),
        ("source", query.sources),
    ):
        if values:
            found[facet] = [f"@{facet}:{value}" for value in values]
    return tuple(Restriction(facet, tuple(tokens)) for facet, tokens in found.items())


def left_out(query: Query, meaning: Meaning, lexicon: Lexicon) -> tuple[str, ...]:
    """The tokens that no group may have. Raises BadQuery."""
    if any(lexicon.scheme.get(id_) == FORMAT for id_ in query.without):
        sentence = "how people meet is not left out; ask for the other ways by formats"
        raise BadQuery(sentence, "without")
    of_text = [id_ for one in meaning.left_out for id_ in one.concepts]
    ids = [*query.without, *(id_ for id_ in of_text if lexicon.scheme.get(id_) != FORMAT)]
    told = [one for id_ in ids for one in counterparts(id_, lexicon)]
    said = [token for one in meaning.left_out for token in one.tokens]
    return tuple(dict.fromkeys([*map(concept_token, told), *said]))


def counterparts(concept_id: int, lexicon: Lexicon) -> tuple[int, ...]:
    """A concept, and those of our own schemes that answer it."""
    return (concept_id, *sorted(lexicon.mapped.get(concept_id, ())))


def areas(query: Query) -> tuple[Restriction, ...]:
    """Where a meeting must be, by facet. A code out of use stands for all that has followed it."""
    asked: tuple[tuple[AreaKind, tuple[str, ...]], ...] = (
        ("municipality", query.municipalities),
        ("county", query.counties),
    )
    return tuple(
        Restriction(kind, tuple(f"{kind}:{one}" for code in codes for one in of_today(kind, code)))
        for kind, codes in asked
        if codes
    )


def of_today(kind: AreaKind, code: str) -> tuple[str, ...]:
    """Today's codes for a code of any year; the code itself where nobody knows it."""
    return tuple(spot.code for spot in gazetteer.present(kind, code)) or (code,)


def area_value(code: str) -> str:
    """The facet's value of a municipality or a county.

    >>> area_value("0301"), area_value("03")
    ('municipality:0301', 'county:03')
    """
    return f"{'county' if len(code) == COUNTY else 'municipality'}:{code}"
