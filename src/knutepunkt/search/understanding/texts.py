"""What a text means: concepts where people's words lead to some, places, times, and plain words."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from msgspec.structs import replace

from knutepunkt.search.language import Match, matching
from knutepunkt.search.language.clock import by_day, clock_in
from knutepunkt.search.language.courtesy import courteous_words
from knutepunkt.search.language.dashes import dashes_in, hours_between
from knutepunkt.search.language.dates import dated, dates_in
from knutepunkt.search.language.distances import said_plainly
from knutepunkt.search.language.leaving import left_words, signs
from knutepunkt.search.language.letters import WORD, composed, folded
from knutepunkt.search.language.parts_of_days import parts_of_days
from knutepunkt.search.language.paying import price_words
from knutepunkt.search.language.reading import as_meant
from knutepunkt.search.language.rings import ringed
from knutepunkt.search.language.shouted import shouted
from knutepunkt.search.language.tables import listed
from knutepunkt.search.language.times import times_in, whole
from knutepunkt.search.language.whereabouts import BEFORE, Whereabouts, whereabouts
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import (
    MENTIONED,
    Known,
    Meaning,
    Need,
    Term,
    is_concept,
)
from knutepunkt.search.query import Fee
from knutepunkt.search.understanding.by_itself import parted_by_itself
from knutepunkt.search.understanding.correcting import Spellers, as_named, read_as
from knutepunkt.search.understanding.guessing import keep_near
from knutepunkt.search.understanding.leaving import breaks_in
from knutepunkt.search.understanding.leaving_meetings import (
    but,
    denied_words,
    either,
    place_left_out,
    times_left,
    with_words,
)
from knutepunkt.search.understanding.needs import Asking
from knutepunkt.search.understanding.plain_words import heard_of, not_told, plain_left, plain_words
from knutepunkt.search.understanding.respelling import respelled

NOT_PAID: tuple[Fee, ...] = ("free", "unknown")  # Of many nobody says what they cost.
MOST_WORDS = 32
TOO_LONG = 2000  # Letters; the rest of a longer text is not read.


def understood(
    text: str, lexicon: Lexicon, known: Known, spellers: Spellers, today: date
) -> Meaning:
    """What a text asks of groups. About a quarter of a millisecond; a correction costs one more."""
    text = composed(text[:TOO_LONG])
    written = WORD.findall(text)[:MOST_WORDS]
    loud = shouted(written)
    spelled = spelled_out(written, loud, lexicon)
    capitals = {number for number in range(len(written)) if is_capital(written, number)} - loud
    corrected = read_as(spelled, capitals, lexicon, known, spellers)
    said = said_plainly([corrected.get(number, word) for number, word in enumerate(spelled)])
    dashes = dashes_in(text)
    clock = hours_between(said, dashes) or clock_in(said)
    place = place_in(said, written, lexicon)
    priced = price_words(said)
    aside = courteous_words(said)
    taken = clock.words | place.words | priced | parts_of_days(said, place.words) | aside
    asking = Asking(lexicon, lexicon.labels.read(said, loud, taken))
    matches = matching.matches(lexicon.labels, asking.read)
    matches = parted_by_itself(matches, asking.read, lexicon)
    met = {number for match in matches for number in match.words}
    times = times_in(said, today, met, dashes)
    times = dated(times, dates_in(said, today))
    if not signs().isdisjoint(said):
        breaks, nouns = breaks_in(text), taken | times.words
        left = left_words(said, breaks, nouns)
        matches = parted(matches, asking, left)
        matches = asking.leave_out(matches, breaks, nouns)
        times, gone = times_left(times, said, breaks, today)
        place = place_left(place, said, written, asking, breaks)
        met = {number for match in matches for number in match.words}
        asking.leave(*gone, *plain_left(left - met, breaks, asking, nouns, known))
    taken |= times.words
    aside |= {number for number, word in enumerate(said) if word in listed("asides")}
    asking.take_in(
        matches, lambda: taken | aside | heard_of(said, lexicon, known), set(times.words)
    )
    asking.age()
    told = replace(
        restriction(said, asking, place),
        weekdays=tuple(dict.fromkeys(clock.weekdays + times.weekdays)),
        begins=by_day(clock, times),
        fees=NOT_PAID if priced else (),
        priced=frozenset(priced),
    )
    unknown = settled(asking, said, taken, told, known)
    return replace(
        told,
        needs=tuple(asking.asked.needs),
        wishes=tuple(asking.asked.wishes),
        left_out=tuple(asking.asked.left_out),
        concepts=tuple(asking.asked.concepts),
        corrected=tuple(read_otherwise(written, corrected, place, lexicon)),
        unknown=tuple(need.said for need in unknown if is_told(need.said)),
    )


def settled(
    asking: Asking, said: list[str], taken: set[int], told: Meaning, known: Known
) -> list[Need]:
    """What nobody knows of a text, when what is needed stands fast: nothing else asks for it."""
    asked = asking.asked
    unknown = plain_words(said, taken | asked.words, asked, asking.lexicon, known)
    if not restricts(told):
        look_further(asking, unknown, known)
    elif not asked.needs:
        asking.last_resort(remaining(said, taken | asked.words))
    if restricts(told) or told.fees or len(asked.needs) > 1:
        asked.needs[:] = map(by_concept, asked.needs)
    return unknown


def spelled_out(written: list[str], loud: set[int], lexicon: Lexicon) -> list[str]:
    """The words of a text, folded, as they are spelled and meant between the others."""
    said = ringed([folded(word) for word in written], loud)
    return as_meant([respelled(word, lexicon) for word in said])


def read_otherwise(
    written: list[str], corrected: dict[int, str], place: Whereabouts, lexicon: Lexicon
) -> Iterator[tuple[str, str]]:
    """Words with what they were read as, as people are told it."""
    for number, word in corrected.items():
        if word not in lexicon.analyser.stops:
            yield folded(written[number]), as_named(word) if number in place.words else word


def restriction(said: list[str], asking: Asking, place: Whereabouts) -> Meaning:
    """What a text says of where and how people shall meet."""
    formats, ways = asking.asked.formats, asking.asked.ways
    is_either = "online" in formats and either(said, place.words, ways)
    return Meaning(
        spot=place.spot,
        within=place.within,
        is_far_said=place.is_far_said,
        areas=place.areas,
        formats=() if is_either else tuple(dict.fromkeys(formats)),
        or_online=is_either,
    )


def is_told(word: str) -> bool:
    """Say whether people are told that nobody knows a word; not of a day that is only told of."""
    return word not in not_told() and not whole(word)


def look_further(asking: Asking, unknown: list[Need], known: Known) -> None:
    """What a text asks for that says nothing of where or when: faint words, what is near."""
    asked, read = asking.asked, asking.read
    if len(unknown) == len(read.words):
        asked.needs.extend(unknown)  # Nothing else was said: such a group is not here.
    if not asked.needs:
        asking.last_resort(read.words)
    if asked.needs:
        left_out = {word for one in asked.left_out for word in one.words}
        keep_near(asking.lexicon, read.but(left_out), asked, known)


def remaining(said: list[str], gone: set[int]) -> list[str]:
    """A text without some words, and without the small words that lead to them.

    >>> remaining("bli kjent med folk på tirsdag".split(), {5})
    ['bli', 'kjent', 'med', 'folk']
    """
    return [
        word for number, word in enumerate(said)
        if number not in gone and not (number + 1 in gone and word in BEFORE)
    ]  # fmt: skip


def parted(matches: list[Match], asking: Asking, left: frozenset[int]) -> list[Match]:
    """The matches of what is asked for and of what is left out, where some took words of both."""
    read, labels = asking.read, asking.lexicon.labels
    # "Uten jobb" is a label's own.
    own = [
        match.words for match in matches if any(read.words[one] in signs() for one in match.words)
    ]
    left = left.difference(*own)
    if all(match.words <= left or match.words.isdisjoint(left) for match in matches):
        return matches
    others = frozenset(range(len(read.words))) - left
    return [match for some in (left, others) for match in matching.matches(labels, read.but(some))]


def place_left(
    place: Whereabouts,
    said: list[str],
    written: list[str],
    asking: Asking,
    breaks: frozenset[int],
) -> Whereabouts:
    """The place of a text that is asked for; one that is left out is noted."""
    denied = denied_words(place, said, breaks)
    if not denied:
        return place
    others = place.words - denied.keys()
    away = place_in(but(said, others), written, asking.lexicon)
    if left_out := place_left_out(away, said, denied):
        asking.leave(left_out)
    return with_words(place_in(but(said, denied), written, asking.lexicon), place.words)


def by_concept(need: Need) -> Need:
    """A need that words alone do not meet where a concept does: they are only near it.

    Of the few who meet at one place or time, a group that only mentions a theme is not about it.
    """
    words = tuple(Term(term.token, MENTIONED) for term in need.terms if not is_concept(term))
    if len(words) == len(need.terms):
        return need
    return replace(
        need, terms=tuple(filter(is_concept, need.terms)), reserve=(*words, *need.reserve)
    )


def restricts(meaning: Meaning) -> bool:
    """Say whether a text restricts by more than its needs."""
    return bool(meaning.spot or meaning.weekdays or meaning.formats or meaning.begins)


def place_in(said: list[str], written: list[str], lexicon: Lexicon) -> Whereabouts:
    """The place a text names, if any."""
    return whereabouts(said, lexicon.labels, partial(is_capital, written))


def is_capital(written: list[str], number: int) -> bool:
    """Say whether a word begins with a capital that is not just that of a first word."""
    return number > 0 and written[number][:1].isupper()
