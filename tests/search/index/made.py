"""Random groups and random questions about them, with the hard cases drawn often."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random

from hypothesis import strategies as st

from knutepunkt.search.index.numbers import Numbers
from knutepunkt.search.index.record import Level, Record, Row, Times, Words, as_words
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import LeftOut, Meaning, Need, Term
from knutepunkt.search.query import MODES, WEEKDAYS, Query

SCHEMES = {1: "theme", 2: "theme", 3: "theme", 4: "language", 5: "language", 6: "openness",
           7: "working-form", 8: "working-form"}  # fmt: skip
# 7 and 8 are of one scheme, but looked for by themselves.
LEXICON = Lexicon(scheme=SCHEMES, broader={2: 1, 3: 2}, code={("working-form", "same-problem"): 7})
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
WORDS = [token for token in TOKENS if token[0] not in "#@"]


def said(by_level: list[tuple[Level, list[str]]]) -> Words:
    """Words whose tokens have numbers of their own, or those of the record before."""
    numbers = Numbers[str]() if len(by_level[1][1]) % 2 else SHARED
    return as_words(by_level, numbers)


# Groups are made of a seed: drawn part by part, all but empty directories were too much to draw.
def up_to(chance: Random, most: int, values: Sequence[str]) -> list[str]:
    return chance.choices(values, k=chance.randint(0, most))


def iso_day(chance: Random) -> str:
    """A day within some months of the nows."""
    return (date(2026, 6, 1) + timedelta(days=chance.randint(-200, 400))).isoformat()


def times(chance: Random) -> Times | None:
    rrule = chance.choice(RULES)
    first_on, last_on = (chance.choice(["", iso_day(chance)]) for _ in range(2))
    if last_on and first_on and last_on < first_on:
        first_on, last_on = last_on, first_on
    days = [iso_day(chance) for _ in range(4)]
    except_on, also_on = (tuple(up_to(chance, 2, some)) for some in (days[:2], days[2:]))
    if not (rrule or first_on or also_on):
        return None
    start, zone = chance.choice(STARTS), chance.choice(ZONES)
    return Times(rrule, first_on, last_on, except_on, also_on, start, zone)


def row(chance: Random) -> Row:
    is_placed, code = chance.random() < 0.8, chance.choice(["", *MUNICIPALITIES])
    return Row(
        times(chance),
        chance.choice(LATITUDES) if is_placed else None,
        chance.choice(LONGITUDES) if is_placed else None,
        f"municipality:{code}" if code else "", f"county:{MUNICIPALITIES[code]}" if code else "",
        chance.randint(0, 7), chance.random() < 0.7,
    )  # fmt: skip


def record(chance: Random, pk: int) -> Record:
    own = chance.sample(sorted(SCHEMES), chance.randint(0, 3))
    above = [list(LEXICON.above(id_)) for id_ in own]
    told = chance.sample(sorted(SCHEMES), chance.choice([0, 0, 1]))
    above_told = [id_ for one in told for id_ in LEXICON.above(one)]
    carried = dict.fromkeys([*(id_ for ids in above for id_ in ids), *above_told])
    marks = [
        f"state:{chance.choice(['active', 'full'])}",
        f"fee:{chance.choice(['free', 'paid', 'unknown'])}",
        *(f"source:{source}" for source in dict.fromkeys(up_to(chance, 2, "ab"))),
        *(f"organisation:{uid}" for uid in up_to(chance, 1, "xy")),
    ]
    meetings = [row(chance) for _ in range(chance.randint(1, 3))]
    areas = dict.fromkeys(a for r in meetings for a in (r.municipality, r.county) if a)
    return Record(
        pk=pk,
        uid=f"uid-{pk}",
        name_key=chance.choice(["a", "b", "{", "ab", ""]).encode(),
        words=said(
            [
                (Level.MARK, [f"@{mark}" for mark in marks]),
                (Level.TEXT, [*up_to(chance, 3, WORDS), *(f"#{id_}" for id_ in above_told)]),
                (Level.LABEL, [*up_to(chance, 3, WORDS), *(f"#{id_}" for id_ in told)]),
                (Level.ABOVE, [f"#{id_}" for ids in above for id_ in ids[1:]]),
                (Level.CONCEPT, [f"#{id_}" for id_ in own]),
                (Level.NAME, up_to(chance, 3, WORDS)),
            ]
        ),
        facets=[*(f"{LEXICON.facet[id_]}:{id_}" for id_ in carried), *marks, *areas],
        confirmed=chance.choice([0, *(date(2026, m, 1).toordinal() for m in (1, 5, 11))]),
        is_open=chance.random() < 0.5,
        rows=meetings,
        item=f'{{"pk":{pk}}}'.encode(),
    )


@st.composite
def directories(draw: st.DrawFn) -> list[list[Record]]:
    """Groups in the lots in which they were written; later ones replace earlier ones."""
    if not draw(st.integers(0, 9)):
        return []
    chance = Random(draw(st.integers(0, 2**32)))
    lots = [range(1, 13), *(chance.sample(range(1, 16), 4) for _ in range(chance.randint(0, 2)))]
    return [[record(chance, pk) for pk in lot] for lot in lots]


def some(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    """One or two of something."""
    return st.lists(strategy, min_size=1, max_size=2).map(tuple)


RESTRICTIONS = (
    "concepts", "without", "within", "box", "municipalities", "counties", "weekdays", "begins",
    "days", "formats", "states", "fees", "organisations", "sources", "confirmed_since",
)  # fmt: skip


@st.composite
def queries(draw: st.DrawFn, now: datetime) -> Query:
    """Any question; of all that may restrict, three at most, so that many leave some group."""
    point = draw(st.one_of(st.none(), points))
    kilometres = st.one_of(st.just(0.0), st.floats(0, 25_000), st.sampled_from([1.5, 20.0]))
    minutes = st.sampled_from([0, 150, 180, 720, 1080, 1439])
    sorts = ["relevance", "next-meeting", "name", *(["distance"] if point else [])]
    ids = some(st.sampled_from(sorted(SCHEMES)))
    drawn: dict[str, st.SearchStrategy[object]] = {
        "concepts": ids,
        "without": ids,
        "within": kilometres if point else st.none(),
        "box": boxes(),
        "municipalities": some(st.sampled_from(["0301", "5001", "9999"])),
        "counties": some(st.sampled_from(["03", "50"])),
        "weekdays": some(st.sampled_from(WEEKDAYS)),
        "begins": st.tuples(minutes, minutes),
        "days": st.integers(0, 28),
        "formats": some(st.sampled_from(MODES)),
        "states": some(st.sampled_from(["active", "full"])),
        "fees": some(st.sampled_from(["free", "paid"])),
        "organisations": some(st.sampled_from("xyz")),
        "sources": some(st.sampled_from("abc")),
        "confirmed_since": st.sampled_from([date(2026, 5, 1), date(2026, 5, 2)]),
    }
    asked = draw(st.lists(st.sampled_from(RESTRICTIONS), max_size=3, unique=True))
    return Query(
        point=point,
        zone=draw(zones),
        now=now,
        sort=draw(st.sampled_from(sorts)),
        limit=draw(st.integers(1, 5)),
        **{name: draw(drawn[name]) for name in asked},  # type: ignore[arg-type]
    )


@st.composite
def boxes(draw: st.DrawFn) -> tuple[float, float, float, float]:
    south, north = sorted([draw(points)[0], draw(points)[0]])
    return south, draw(points)[1], north, draw(points)[1]


@st.composite
def meanings(draw: st.DrawFn) -> Meaning:
    """What a text may mean: mostly one need or none, and now and then something to leave out."""
    asked = [*TOKENS, *TOKENS[:3], "", "å" * 100_000]
    terms = st.builds(Term, st.sampled_from(asked), st.sampled_from([100, 80, 1]))
    needs = st.builds(Need, st.lists(terms, min_size=1, max_size=3).map(tuple), st.just("ord"))
    several = st.lists(needs, max_size=2).map(tuple)
    of_text = st.builds(LeftOut, some(st.sampled_from(sorted(SCHEMES))))
    tokens = st.builds(LeftOut, st.just(()), tokens=some(st.sampled_from(TOKENS)))
    places = st.sampled_from(["0301", "5001", "9999", "03", "50"])
    away = st.builds(LeftOut, st.just(()), areas=some(places))
    is_without = not draw(st.integers(0, 3))
    left_out = draw(st.lists(st.one_of(of_text, tokens, away), max_size=2)) if is_without else []
    return Meaning(
        draw(several) if draw(st.booleans()) else (),
        draw(several) if draw(st.booleans()) else (),
        tuple(left_out),
    )
