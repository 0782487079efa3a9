"""Random groups and random questions about them, with the hard cases drawn often."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from knutepunkt.search.index.numbers import Numbers
from knutepunkt.search.index.record import Level, Record, Row, Times, Words, as_words
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import LeftOut, Meaning, Need, Term
from knutepunkt.search.query import MODES, WEEKDAYS, Query

SCHEMES = {1: "theme", 2: "theme", 3: "theme", 4: "language", 5: "language", 6: "openness"}
LEXICON = Lexicon(scheme=SCHEMES, broader={2: 1, 3: 2})
TOKENS = ["sorg", "angst", "grupp", "på", "#1", "#2", "#3", "#4", "@state:full", "å" * 300]
SHARED = Numbers[str]("sist", "på")
ZONES = ["Europe/Oslo", "America/New_York", "Pacific/Auckland", "Pacific/Honolulu", "Asia/Kolkata"]
STARTS = ["", "00:00", "02:30", "02:59", "03:00", "12:00", "18:00", "23:59"]
RULES = [
    "", "FREQ=WEEKLY;BYDAY=SU", "FREQ=WEEKLY;BYDAY=MO,SA", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
    "FREQ=MONTHLY;BYDAY=-1SU", "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=DAILY",
    "FREQ=DAILY;COUNT=20", "FREQ=WEEKLY", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=WEEKLY;BYDAY=SU;UNTIL=20261025T010000Z", "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1",
]  # fmt: skip
# Around the nights at which Oslo and New York turn their clocks, and an ordinary day.
NOWS = [
    datetime(2026, 3, 29, 0, 30, tzinfo=UTC), datetime(2026, 10, 24, 23, 59, tzinfo=UTC),
    datetime(2026, 10, 25, 1, 0, tzinfo=UTC), datetime(2026, 11, 1, 5, 30, tzinfo=UTC),
    datetime(2026, 6, 15, 12, 0, tzinfo=UTC), datetime(2026, 12, 31, 23, 30, tzinfo=UTC),
]  # fmt: skip
LATITUDES = [59.91, 59.92, 63.43, -17.8, 89.999, -90.0, 90.0, 0.0]
LONGITUDES = [10.75, 10.76, 10.4, 179.99, -179.99, 180.0, -180.0, 0.0]
MUNICIPALITIES = {"0301": "03", "5001": "50", "5037": "50"}

nows = st.sampled_from(NOWS)
zones = st.sampled_from(ZONES)
points = st.tuples(st.sampled_from(LATITUDES), st.sampled_from(LONGITUDES))
words = st.lists(st.sampled_from([t for t in TOKENS if t[0] not in "#@"]), max_size=3)


def said(by_level: list[tuple[Level, list[str]]]) -> Words:
    """Words whose tokens have numbers of their own, or those of the record before."""
    numbers = Numbers[str]() if len(by_level[1][1]) % 2 else SHARED
    return as_words(by_level, numbers)


@st.composite
def iso_days(draw: st.DrawFn) -> str:
    """A day within some months of the nows, or none."""
    step = draw(st.one_of(st.none(), st.integers(-200, 400)))
    return "" if step is None else (date(2026, 6, 1) + timedelta(days=step)).isoformat()


@st.composite
def times(draw: st.DrawFn) -> Times | None:
    rrule, first_on = draw(st.sampled_from(RULES)), draw(iso_days())
    last_on = draw(iso_days())
    if last_on and first_on and last_on < first_on:
        first_on, last_on = last_on, first_on
    others = st.lists(iso_days().filter(bool), max_size=2).map(tuple)
    also = draw(others)
    if not (rrule or first_on or also):
        return None
    zone, start = draw(zones), draw(st.sampled_from(STARTS))
    return Times(rrule, first_on, last_on, draw(others), also, start, zone)


@st.composite
def rows(draw: st.DrawFn) -> Row:
    latitude, longitude = draw(st.one_of(st.just((None, None)), points))
    code = draw(st.sampled_from(["", *MUNICIPALITIES]))
    return Row(
        draw(times()), latitude, longitude,
        f"municipality:{code}" if code else "", f"county:{MUNICIPALITIES[code]}" if code else "",
        draw(st.integers(0, 7)), draw(st.booleans()),
    )  # fmt: skip


@st.composite
def records(draw: st.DrawFn, pk: int = 1) -> Record:
    own = draw(st.lists(st.sampled_from(sorted(SCHEMES)), max_size=3, unique=True))
    above = [list(LEXICON.above(id_)) for id_ in own]
    carried = dict.fromkeys(id_ for ids in above for id_ in ids)
    marks = [
        f"state:{draw(st.sampled_from(['active', 'full']))}",
        f"fee:{draw(st.sampled_from(['free', 'paid', 'unknown']))}",
        *(f"source:{source}" for source in draw(st.sets(st.sampled_from("ab")))),
        *(f"organisation:{uid}" for uid in draw(st.sets(st.sampled_from("xy"), max_size=1))),
    ]
    meetings = draw(st.lists(rows(), min_size=1, max_size=3))
    areas = dict.fromkeys(a for r in meetings for a in (r.municipality, r.county) if a)
    name = draw(st.sampled_from(["a", "b", "{", "ab", ""]))
    return Record(
        pk=pk,
        uid=f"uid-{pk}",
        name_key=name.encode(),
        words=said(
            [
                (Level.MARK, [f"@{mark}" for mark in marks]),
                (Level.TEXT, draw(words)),
                (Level.LABEL, draw(words)),
                (Level.ABOVE, [f"#{id_}" for ids in above for id_ in ids[1:]]),
                (Level.CONCEPT, [f"#{id_}" for id_ in own]),
                (Level.NAME, draw(words)),
            ]
        ),
        facets=[*(f"{SCHEMES[id_]}:{id_}" for id_ in carried), *marks, *areas],
        confirmed=draw(st.sampled_from([0, *(date(2026, m, 1).toordinal() for m in (1, 5, 11))])),
        is_open=draw(st.booleans()),
        rows=meetings,
        item=f'{{"pk":{pk}}}'.encode(),
    )


def some(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    """Mostly none of something, else one or two."""
    return st.one_of(st.just(()), st.lists(strategy, min_size=1, max_size=2).map(tuple))


@st.composite
def queries(draw: st.DrawFn, now: datetime) -> Query:
    """Any question, most of its fields left open."""
    point = draw(st.one_of(st.none(), points))
    kilometres = st.one_of(st.just(0.0), st.floats(0, 25_000), st.sampled_from([1.5, 20.0]))
    minutes = st.sampled_from([0, 150, 180, 720, 1080, 1439])
    south, north = sorted([draw(points)[0], draw(points)[0]])
    sorts = ["relevance", "next-meeting", "name", *(["distance"] if point else [])]
    rare = st.booleans() if draw(st.booleans()) else st.just(False)
    return Query(
        concepts=draw(some(st.sampled_from(sorted(SCHEMES)))),
        without=draw(some(st.sampled_from(sorted(SCHEMES)))) if draw(rare) else (),
        point=point,
        within=draw(kilometres) if point and draw(rare) else None,
        box=(south, draw(points)[1], north, draw(points)[1]) if draw(rare) else None,
        municipalities=draw(some(st.sampled_from(["0301", "5001", "9999"]))) if draw(rare) else (),
        counties=draw(some(st.sampled_from(["03", "50"]))) if draw(rare) else (),
        weekdays=draw(some(st.sampled_from(WEEKDAYS))),
        begins=(draw(minutes), draw(minutes)) if draw(rare) else None,
        days=draw(st.integers(0, 28)) if draw(st.booleans()) else None,
        zone=draw(zones),
        now=now,
        formats=draw(some(st.sampled_from(MODES))) if draw(rare) else (),
        states=draw(some(st.sampled_from(["active", "full"]))) if draw(rare) else (),
        fees=draw(some(st.sampled_from(["free", "paid"]))) if draw(rare) else (),
        organisations=draw(some(st.sampled_from("xyz"))) if draw(rare) else (),
        sources=draw(some(st.sampled_from("abc"))) if draw(rare) else (),
        confirmed_since=draw(st.sampled_from([None, date(2026, 5, 1)])),
        sort=draw(st.sampled_from(sorts)),
        limit=draw(st.integers(1, 5)),
    )


@st.composite
def meanings(draw: st.DrawFn) -> Meaning:
    asked = [*TOKENS, "", "å" * 100_000]
    terms = st.builds(Term, st.sampled_from(asked), st.sampled_from([100, 80, 1]))
    needs = st.builds(Need, st.lists(terms, min_size=1, max_size=3).map(tuple), st.just("ord"))
    several = st.lists(needs, max_size=2).map(tuple)
    left_out = draw(some(st.sampled_from(sorted(SCHEMES)))) if draw(st.booleans()) else ()
    said = st.builds(LeftOut, st.just(()), tokens=some(st.sampled_from(TOKENS)),
                     areas=some(st.sampled_from(["0301", "5001", "9999", "03", "50"])))  # fmt: skip
    others = draw(st.lists(said, max_size=1)) if draw(st.booleans()) else []
    return Meaning(
        draw(several),
        draw(several) if draw(st.booleans()) else (),
        (*(LeftOut((id_,)) for id_ in left_out), *others),
    )
