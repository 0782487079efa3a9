"""The place a text names: by any of its names, told apart by county, among other words."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from msgspec import Struct

from knutepunkt.gazetteer import Spot, postal_code, spots_named
from knutepunkt.gazetteer.index import entries
from knutepunkt.gazetteer.letters import folded as key_of
from knutepunkt.gazetteer.letters import spelled
from knutepunkt.gazetteer.within import regions_named
from knutepunkt.search.language.distances import distance_in
from knutepunkt.search.language.everyday_places import Spoken, spoken
from knutepunkt.search.language.homonyms import LIVES, Words, is_named
from knutepunkt.search.language.hours import is_clock
from knutepunkt.search.language.remembering import remembered
from knutepunkt.search.language.tables import listed

LONGEST = 4  # Words in a name.
BEFORE = frozenset(
    "i på ved fra frå nær rundt omkring til in at near from around utenfor utanfor".split()
)
AFTER = frozenset(
    "kommune kommuna fylke fylket by byen området området omegn suohkan municipality county".split()
)
WIDE = frozenset("nær rundt omkring near around omegn området nærheten".split())
WITHIN = {"settlement": 20.0, "postal-code": 20.0, "municipality": 25.0, "territory": 100.0}
FAR, AFAR = 40.0, 200.0
LABEL = 2  # Words; a longer text is a sentence.
TOWN = 1000  # People.
SHORT = 3  # Letters of a name that must be met as it is spelled: "na" is not Nå.
AREAS = ("municipality", "county")
BY_THE_WAY = frozenset("her nå no ute oppe nede inne borte langt rett like litt heilt helt".split())
AROUND = re.compile(r"(.{4,}?)s?(?:området|områda|regionen|distriktet|traktene|traktane|kanten)")


class Whereabouts(Struct):
    """A place, how far from it, other places of that name, and the numbers of the words.

    ``is_far_said`` tells whether the text says how far. ``areas`` are the codes of municipalities
    or counties where a text names several.
    """

    spot: Spot | None = None
    within: float | None = None
    is_far_said: bool = False
    others: tuple[Spot, ...] = ()
    areas: tuple[str, ...] = ()
    words: set[int] = set()


@cache
def names() -> frozenset[str]:
    """The key of every name of a place or of a part of the country."""
    return frozenset(entries()) | frozenset(spoken())


@cache
def large_places() -> frozenset[str]:
    """The keys of counties, municipalities and towns: what a misspelt word may be read as."""
    return frozenset(spoken()) | frozenset(
        key for key, found in entries().items()
        for entry in found
        if entry.spot.kind in ("municipality", "county") or (entry.spot.population or 0) >= TOWN
    )  # fmt: skip


def whereabouts(said: list[str], words: Words, is_capital: Callable[[int], bool]) -> Whereabouts:
    """The first place that a text names.

    ``words`` tells whether a word has another meaning; such a word is a place only when it
    is written like one: with a capital in the midst of a text, or before "kommune", or where it
    stands as a place does.
    """
    found = Whereabouts()
    is_wide = any(word in WIDE or town_in(word) for word in said)
    said = [town_in(word) or word for word in said]
    start = 0
    while start < len(said):
        longest = LONGEST if word_key(said[start]) in first_words() else 1
        for end in range(min(len(said), start + longest), start, -1):
            name = " ".join(said[start:end])
            if not is_place(name, said, start, end, words, is_capital):
                continue
            take_in(found, name, said, range(start, end))
            start = end - 1
            break
        start += 1
    if found.spot is not None:
        found.within = reach(said, found, is_wide=is_wide)
    return found


@remembered(20_000)
def town_in(word: str) -> str:
    """The town that a word speaks of the land around, or "".

    >>> town_in("bergensområdet"), town_in("området")
    ('bergen', '')
    """
    told = AROUND.fullmatch(word)
    return told[1] if told and word_key(told[1]) in large_places() else ""


@remembered(50_000)
def word_key(word: str) -> str:
    """The key of one word."""
    return key_of(word)


@remembered(5000)
def places_named(name: str) -> tuple[Spot, ...]:
    """Every place that a known name may mean, the likeliest first."""
    return spots_named(name)


def words_of_names(said: list[str]) -> set[int]:
    """The numbers of the words that are parts of a place's name of several: "Jan Mayen".

    >>> sorted(words_of_names("angst på jan mayen".split()))
    [2, 3]
    """
    found: set[int] = set()
    for start, word in enumerate(said):
        if word_key(word) in first_words():
            for end in range(start + 2, min(len(said), start + LONGEST) + 1):
                if key_of(" ".join(said[start:end])) in names():
                    found.update(range(start, end))
    return found


def places_told(text: str) -> tuple[Spot, ...]:
    """Every place that somebody may have told as the one to be near to, the likeliest first.

    Names of one word are remembered; an address is nobody's to keep.
    """
    is_name = text.isalpha() and word_key(text) in names()
    return places_named(text) if is_name else spots_named(text)


@cache
def first_words() -> frozenset[str]:
    """The keys of the first words of names of several."""
    return frozenset(name.partition(" ")[0] for name in names() if " " in name)


def is_spelled(name: str) -> bool:
    """Say whether a short name is that of a place letter by letter, with aa for å at most."""
    if len(name) > SHORT:
        return True
    as_it_is = spelled(name)
    return any(spelled(one.name) == as_it_is for one in entries().get(key_of(name), ()))


def is_place(
    name: str,
    said: list[str],
    start: int,
    end: int,
    words: Words,
    is_capital: Callable[[int], bool],
) -> bool:
    """Say whether some words name a place where they stand."""
    if name.isdigit():
        is_code = len(name) == 4 and not is_clock(said, start)
        return is_code and postal_code(name) is not None
    key = key_of(name) if end - start > 1 else word_key(name)
    if key not in names() or not is_spelled(name):
        return False
    is_after = start > 0 and said[start - 1] in BEFORE
    is_thing = name in listed("things") and len(said) > LABEL and not is_after
    if end - start > 1 or not (is_thing or words.is_written(name)):
        return True
    if end < len(said) and said[end] in AFTER:
        return True
    return is_capital(start) or is_named(said, start, words, large_places())


def take_in(found: Whereabouts, name: str, said: list[str], numbers: range) -> None:
    """A first name is the place; a later one may tell which of that name."""
    known = spoken().get(key_of(name))
    if found.spot is not None and (spots := told_apart((found.spot, *found.others), name)):
        found.spot, found.others = spots[0], spots[1:]
    elif known is not None:
        if found.spot is None:
            take_spoken(found, known)
    elif found.spot is None:
        spots = places_named(name)
        if not spots:
            return
        found.spot, found.others = spots[0], spots[1:]
    else:
        take_another(found, places_named(name))
    found.words.update(numbers)
    found.words.update(living(said, numbers.start))
    after = numbers.stop
    if after < len(said) and said[after] in AFTER:
        found.words.add(after)


def living(said: list[str], start: int) -> Iterator[int]:
    """The numbers of the words before a place that only tell that somebody lives there.

    >>> list(living("enke bor ute på voss".split(), 4)), list(living("bo alene i oslo".split(), 3))
    ([1], [])
    """
    at = start - 1
    while at >= 0 and (said[at] in BEFORE or said[at] in BY_THE_WAY):
        at -= 1
    if 0 <= at < start - 1 and said[at] in LIVES:
        yield at


def take_spoken(found: Whereabouts, known: Spoken) -> None:
    """A district or a neighbourhood: so far around a point, or all of some counties."""
    found.spot, found.within, found.areas = known.spot, known.kilometres, known.counties


def take_another(found: Whereabouts, spots: tuple[Spot, ...]) -> None:
    """ "Oslo eller Bergen": either will do. A place within what was named is what is meant."""
    first = found.spot
    if first is None or not spots:
        return
    inside = [one for one in spots if first.kind == "county" and one.county == first.code]
    if inside:
        found.spot, found.others = inside[0], tuple(inside[1:])
    elif first.kind in AREAS and spots[0].kind == first.kind and spots[0] != first:
        found.areas = (*(found.areas or (first.code,)), spots[0].code)


def told_apart(spots: tuple[Spot, ...], name: str) -> tuple[Spot, ...]:
    """Those of some places of one name that lie in what another name covers.

    "Os Innlandet" is Os there; in "Innlandet Os" the county comes first and Os tells where in it.
    """
    for region in regions_named(name):
        if inside := tuple(spot for spot in spots if region.holds(spot)):
            return inside
    return ()


def reach(said: list[str], found: Whereabouts, *, is_wide: bool) -> float | None:
    """How far around the place: as the text says, whose words are noted, or as far as people go."""
    told, words = distance_in(said)
    found.words.update(words)
    if told:
        found.is_far_said = True
        return told
    spot = found.spot
    if found.within or spot is None or spot.kind == "county":
        return found.within
    if words:  # "Mer enn 20 km fra Oslo"
        return AFAR
    return FAR if is_wide else WITHIN.get(spot.kind)
