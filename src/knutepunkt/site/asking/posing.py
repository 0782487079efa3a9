"""From a page's question to the index' query."""

from collections.abc import Iterable
from datetime import date

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.utils import timezone
from msgspec.structs import replace

from knutepunkt import gazetteer
from knutepunkt.search.answering.beside import Other
from knutepunkt.search.index.times import PARTS, SPANS
from knutepunkt.search.language.whereabouts import places_told
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.query import Query, Sort
from knutepunkt.site.asking.cut import box_of
from knutepunkt.site.asking.question import PAGE_SIZE, WIDTHS, Question
from knutepunkt.site.asking.sealing import Forgotten
from knutepunkt.site.words import language

MOST_PLACES = 5
SOON = 7
OPEN = ("active", "forming")
PARTS_OF_DAY = dict(zip(PARTS, SPANS, strict=True))
Spots = tuple[gazetteer.Spot, ...]
ORDERS: tuple[Sort, ...] = ("relevance", "distance", "next-meeting", "name")


def spots_of(question: Question) -> Spots:
    """Every place that a question's may mean, the likeliest first."""
    return places_told(question.place) if question.place else ()


def query_of(question: Question, words: Lexicon, spots: Spots | None = None) -> Query:
    """The query that a question makes. Its place and codes have been checked by the form.

    ``spots`` are those of the question, from whoever has looked them up before. Raises Forgotten
    where the vocabulary has lost a term since it was chosen.
    """
    spot = next(iter(spots_of(question) if spots is None else spots), None)
    after = question.after if question.page > 1 else ""
    own = [("theme", question.theme), ("language", question.language)]
    chosen = [f"{scheme}:{code}" for scheme, code in own if code]
    return Query(
        text=question.text,
        concepts=ids_of([*chosen, *question.concept], words),
        without=ids_of(question.without, words),
        point=(spot.latitude, spot.longitude) if spot else None,
        within=float(question.within) if question.within else None,
        weekdays=question.weekday,
        begins=PARTS_OF_DAY.get(question.hours),
        days=SOON if question.soon else None,
        zone=question.zone or settings.TIME_ZONE,
        fees=("free",) if question.free else (),
        states=OPEN if question.open else (),
        counties=(question.county,) if question.county else (),
        municipalities=(question.municipality,) if question.municipality else (),
        box=box_of(question.box),
        organisations=(question.organisation,) if question.organisation else (),
        sources=(question.source,) if question.source else (),
        confirmed_since=months_ago(int(question.confirmed)) if question.confirmed else None,
        sort=order_of(question),
        formats=(question.mode,) if question.mode else (),
        limit=PAGE_SIZE,
        offset=0 if after else (question.page - 1) * PAGE_SIZE,
        cursor=after,
        language=language(),
    )


def months_ago(months: int) -> date:
    """The day so many months ago, where the node is."""
    return timezone.localdate() - relativedelta(months=months)


def farther(question: Question) -> list[str]:
    """Distances beyond the one that was chosen: any, and the next one that can be chosen."""
    if not question.within:
        return []
    following = [one for one in WIDTHS if int(one) > int(question.within)]
    return ["", *following[:1]]


def others(query: Query, farther: list[str]) -> list[Other]:
    """What is asked beside a query: held within seven days, and from farther away."""
    widths = [float(within) if within else None for within in farther]
    return [Other(query.within, SOON), *(Other(within, query.days) for within in widths)]


def ids_of(terms: Iterable[str], words: Lexicon) -> tuple[int, ...]:
    """The ids of terms that are told as "scheme:code". Raises Forgotten."""
    parts = (term.partition(":") for term in terms)
    try:
        return tuple([words.code[scheme, code] for scheme, _colon, code in parts])
    except KeyError as error:
        raise Forgotten from error


def order_of(question: Question) -> Sort | None:
    """The order asked for; by distance only where there is a place to measure from."""
    if question.sort == "distance" and not question.place:
        return None
    return next((order for order in ORDERS if order == question.sort), None)


def place_told(question: Question, spots: Spots) -> str:
    """The place as it was typed, with its county where several places have that name."""
    return with_county(spots[0]) if len(spots) > 1 else question.place


def other_places(question: Question, spots: Spots) -> list[Question]:
    """The same question near each other place of that name."""
    names = dict.fromkeys(with_county(spot) for spot in spots)
    return [replace(question, place=name, page=1) for name in [*names][1 : 1 + MOST_PLACES]]


def with_county(spot: gazetteer.Spot) -> str:
    """ "Våler, Østfold"; what has its county's own name, such as Oslo, by that alone."""
    county = gazetteer.county(spot.county)
    return f"{spot.name}, {county.name}" if county and county.name != spot.name else spot.name
