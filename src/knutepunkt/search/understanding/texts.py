"""What a text means: concepts where people's words lead to some, places, times, and plain words."""

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from knutepunkt.search.language import Match, matching
from knutepunkt.search.language.clock import by_day
from knutepunkt.search.language.leaving import left_words, signs
from knutepunkt.search.language.letters import folded
from knutepunkt.search.language.times import whole
from knutepunkt.search.language.whereabouts import BEFORE, Whereabouts
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
from knutepunkt.search.understanding.correcting import Spellers, as_named
from knutepunkt.search.understanding.guessing import keep_near
from knutepunkt.search.understanding.hearing import Heard, hear, place_in
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

NOT_PAID: tuple[Fee, ...] = ("free", "unknown")  # Of many nobody says what they cost.


def understood(
    text: str, lexicon: Lexicon, known: Known, spellers: Spellers, today: date
) -> Meaning:
    """What a text asks of groups. About a quarter of a millisecond; a correction costs one more."""
    heard = hear(text, lexicon, known, spellers)
    asking = Asking(lexicon, lexicon.labels.read(heard.said, heard.loud, heard.taken))
    matches = matching.matches(lexicon.labels, asking.read)
    matches = parted_by_itself(matches, asking.read, lexicon)
    heard.hear_times(matches, today)
    if not signs().isdisjoint(heard.said):
        matches = leave_out(heard, asking, matches, known, today)
    asking.take_in(
        matches,
        lambda: heard.taken | heard.asides | heard_of(heard.said, lexicon, known),
        set(heard.times.words),
    )
    asking.age()
    told = restriction(heard, asking)
    unknown = settled(asking, heard, told, known)
    asked = asking.asked
    return replace(
        told,
        needs=tuple(asked.needs),
        wishes=tuple(asked.wishes),
        left_out=tuple(asked.left_out),
        concepts=tuple(asked.concepts),
        corrected=tuple(read_otherwise(heard, lexicon)),
        unknown=tuple(need.said for need in unknown if is_told(need.said)),
    )


def leave_out(
    heard: Heard, asking: Asking, matches: list[Match], known: Known, today: date
) -> list[Match]:
    """The matches that are asked for; themes, times, places and words that are not wanted are
    noted, and taken from what was heard."""
    said, breaks = heard.said, breaks_in(heard.text)
    left = left_words(said, breaks, heard.taken)
    matches = parted(matches, asking, left)
    matches = asking.leave_out(matches, breaks, heard.taken)
    heard.times, gone = times_left(heard.times, said, breaks, today)
    heard.place = place_left(heard, asking, breaks)
    met = {number for match in matches for number in match.words}
    asking.leave(*gone, *plain_left(left - met, breaks, asking, heard.taken, known))
    return matches


def restriction(heard: Heard, asking: Asking) -> Meaning:
    """What a text says of where, when and how people shall meet, and of what it may cost."""
    place, formats = heard.place, asking.asked.formats
    is_either = "online" in formats and either(heard.said, place.words, asking.asked.ways)
    return Meaning(
        spot=place.spot,
        within=place.within,
        is_far_said=place.is_far_said,
        areas=place.areas,
        formats=() if is_either else tuple(dict.fromkeys(formats)),
        or_online=is_either,
        weekdays=tuple(dict.fromkeys(heard.clock.weekdays + heard.times.weekdays)),
        begins=by_day(heard.clock, heard.times),
        fees=NOT_PAID if heard.priced else (),
        priced=frozenset(heard.priced),
    )


def settled(asking: Asking, heard: Heard, told: Meaning, known: Known) -> list[Need]:
    """What nobody knows of a text, when what is needed stands fast: nothing else asks for it."""
    asked, said, taken = asking.asked, heard.said, heard.taken
    unknown = plain_words(said, taken | asked.words, asked, asking.lexicon, known)
    if not restricts(told):
        look_further(asking, unknown, known)
    elif not asked.needs:
        asking.last_resort(remaining(said, taken | asked.words))
    if restricts(told) or told.fees or len(asked.needs) > 1:
        asked.needs[:] = map(by_concept, asked.needs)
    return unknown


def read_otherwise(heard: Heard, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Words with what they were read as, as people are told it."""
    for number, word in heard.corrected.items():
        if word not in lexicon.analyser.stops:
            name = as_named(word) if number in heard.place.words else word
            yield folded(heard.written[number]), name


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


def place_left(heard: Heard, asking: Asking, breaks: frozenset[int]) -> Whereabouts:
    """The place of a text that is asked for; one that is left out is noted."""
    place, said, written = heard.place, heard.said, heard.written
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
