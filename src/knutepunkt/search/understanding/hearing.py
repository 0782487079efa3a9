"""What a text says word by word: as each was meant, and which tell a place, a time or a price."""

from datetime import date
from functools import partial

from msgspec import Struct, field

from knutepunkt.search.language import Match
from knutepunkt.search.language.clock import clock_in
from knutepunkt.search.language.courtesy import courteous_words
from knutepunkt.search.language.dashes import dashes_in, hours_between
from knutepunkt.search.language.dates import dated, dates_in
from knutepunkt.search.language.distances import said_plainly
from knutepunkt.search.language.letters import WORD, composed, folded
from knutepunkt.search.language.parts_of_days import parts_of_days
from knutepunkt.search.language.paying import price_words
from knutepunkt.search.language.reading import as_meant
from knutepunkt.search.language.rings import ringed
from knutepunkt.search.language.shouted import shouted
from knutepunkt.search.language.tables import listed
from knutepunkt.search.language.times import Times, times_in
from knutepunkt.search.language.whereabouts import Whereabouts, whereabouts
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import Known
from knutepunkt.search.understanding.correcting import Spellers, read_as
from knutepunkt.search.understanding.respelling import respelled

MOST_WORDS = 32
TOO_LONG = 2000  # Letters; the rest of a longer text is not read.


class Heard(Struct, eq=False):
    """The words of a text, by their numbers.

    ``written`` is how they stand, ``said`` how they were meant, ``corrected`` which of these were
    misspelt; ``loud`` are in capitals alone. ``clock`` are hours, ``times`` days and parts of them,
    as far as no label holds their words. ``taken`` are all words that tell something else than what
    is the matter.
    """

    text: str
    written: list[str]
    said: list[str]
    loud: set[int]
    corrected: dict[int, str]
    place: Whereabouts
    clock: Times
    priced: set[int]
    taken: set[int]
    times: Times = field(default_factory=Times)

    def hear_times(self, matches: list[Match], today: date) -> None:
        """Take the days that stand beside what labels hold."""
        met = {number for match in matches for number in match.words}
        times = times_in(self.said, today, met, dashes_in(self.text))
        self.times = dated(times, dates_in(self.said, today))
        self.taken |= self.times.words

    @property
    def asides(self) -> set[int]:
        """Words that tell how things are said rather than what."""
        return {number for number, word in enumerate(self.said) if word in listed("asides")}


def hear(text: str, lexicon: Lexicon, known: Known, spellers: Spellers) -> Heard:
    """The words of a text as they were meant, before anything is known of what is the matter."""
    text = composed(text[:TOO_LONG])
    written = WORD.findall(text)[:MOST_WORDS]
    loud = shouted(written)
    spelled = spelled_out(written, loud, lexicon)
    capitals = {number for number in range(len(written)) if is_capital(written, number)} - loud
    corrected = read_as(spelled, capitals, lexicon, known, spellers)
    said = said_plainly([corrected.get(number, word) for number, word in enumerate(spelled)])
    clock = hours_between(said, dashes_in(text)) or clock_in(said)
    place, priced = place_in(said, written, lexicon), price_words(said)
    taken = clock.words | place.words | priced | parts_of_days(said, place.words)
    taken |= courteous_words(said)
    return Heard(text, written, said, loud, corrected, place, clock, priced, taken)


def spelled_out(written: list[str], loud: set[int], lexicon: Lexicon) -> list[str]:
    """The words of a text, folded, as they are spelled and meant between the others."""
    said = ringed([folded(word) for word in written], loud)
    return as_meant([respelled(word, lexicon) for word in said])


def place_in(said: list[str], written: list[str], lexicon: Lexicon) -> Whereabouts:
    """The place a text names, if any."""
    return whereabouts(said, lexicon.labels, partial(is_capital, written))


def is_capital(written: list[str], number: int) -> bool:
    """Say whether a word begins with a capital that is not just that of a first word."""
    return number > 0 and written[number][:1].isupper()
