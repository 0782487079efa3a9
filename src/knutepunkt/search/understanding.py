"""What a text means: concepts where people's words lead to some, places, times, and plain words."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from knutepunkt.search.correcting import Spellers, read_as
from knutepunkt.search.language import english_stem, stem
from knutepunkt.search.language.letters import WORD, folded
from knutepunkt.search.language.times import Times, clock_in, times_in
from knutepunkt.search.language.whereabouts import Whereabouts, whereabouts
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import Known, Meaning, Need, Term
from knutepunkt.search.needs import PART, Asked, Asking
from knutepunkt.search.query import MODES

MOST_WORDS = 32
TOO_LONG = 2000  # Letters; the rest of a longer text is not read.


def understood(
    text: str, lexicon: Lexicon, known: Known, spellers: Spellers, today: date
) -> Meaning:
    """What a text asks of groups. About a quarter of a millisecond; a correction costs one more."""
    written = WORD.findall(text[:TOO_LONG])[:MOST_WORDS]
    said = [folded(word) for word in written]
    corrected = read_as(said, lexicon, known, spellers)
    said = [corrected.get(number, word) for number, word in enumerate(said)]
    clock = clock_in(said)
    place = place_in(said, written, lexicon)
    asking = Asking(lexicon, lexicon.labels.read(said, shouted(written)))
    taken = clock.words | place.words
    matches = lexicon.labels.matches(asking.read)
    matches = [match for match in matches if not match.words & taken]
    met = {number for match in matches for number in match.words}
    times = times_in(said, today, met)
    taken |= times.words
    asking.take_in(matches, taken | heard_of(said, lexicon, known))
    plain_words(said, taken | asking.asked.words, asking.asked, lexicon, known)
    pairs = [(folded(written[number]), word) for number, word in corrected.items()
             if word not in lexicon.analyser.stops]  # fmt: skip
    return meaning(asking.asked, pairs, place, times, clock, has_words=bool(written))


def heard_of(said: list[str], lexicon: Lexicon, known: Known) -> set[int]:
    """The numbers of the words that some group says itself: these need no hint of a theme."""
    readings = lexicon.analyser.readings
    return {
        number for number, word in enumerate(said)
        if any(known.count(atom) for atom, _, _ in readings(word))
    }  # fmt: skip


def shouted(written: list[str]) -> set[int]:
    """The numbers of the words in capitals, unless all are."""
    loud = {number for number, word in enumerate(written) if len(word) > 1 and word.isupper()}
    return loud if len(loud) < len(written) or len(written) == 1 else set()


def place_in(said: list[str], written: list[str], lexicon: Lexicon) -> Whereabouts:
    """The place a text names, if any."""
    return whereabouts(said, lexicon.labels.is_written, partial(is_capital, written))


def is_capital(written: list[str], number: int) -> bool:
    """Say whether a word begins with a capital that is not just that of a first word."""
    return number > 0 and written[number][:1].isupper()


def plain_words(
    said: list[str], taken: set[int], asked: Asked, lexicon: Lexicon, known: Known
) -> None:
    """Words that lead to no concept: needs when nothing else was asked for, else wishes.

    Where some of them are known to the index, those that are not need not be met.
    """
    stops = lexicon.analyser.stops
    needs = [
        Need(tuple(terms_of(word, lexicon)), word)
        for number, word in enumerate(said)
        if number not in taken and word not in stops and len(word) > 1
    ]
    met = [need for need in needs if any(known.count(term.token) for term in need.terms)]
    if not asked.needs:
        asked.needs.extend(met or needs)
        needs = [need for need in needs if need not in asked.needs]
    asked.wishes.extend(needs)


def terms_of(word: str, lexicon: Lexicon) -> Iterator[Term]:
    """A word as it is, as its stem in either language, and by the parts of a compound."""
    whole = dict.fromkeys((stem(word), english_stem(word), word))
    yield from (Term(token) for token in whole)
    yield from (Term(atom, PART) for atom in lexicon.analyser.atoms(word) if atom not in whole)


def meaning(
    asked: Asked,
    corrected: list[tuple[str, str]],
    place: Whereabouts,
    times: Times,
    clock: Times,
    *,
    has_words: bool,
) -> Meaning:
    """Everything that was made out, as the index is asked."""
    formats = tuple(dict.fromkeys(mode for mode in asked.formats if mode in MODES))
    begins = clock.begins or times.begins
    has_any = asked.needs or place.spot or times.weekdays or formats or begins
    return Meaning(
        needs=tuple(asked.needs),
        wishes=tuple(asked.wishes),
        concepts=tuple(asked.concepts),
        corrected=tuple(corrected),
        spot=place.spot,
        within=place.within,
        weekdays=times.weekdays,
        formats=formats,
        begins=begins,
        is_empty=has_words and not has_any,
    )
