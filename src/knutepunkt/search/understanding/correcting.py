"""Words that nobody knows, read as what was likely meant."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from rapidfuzz.distance import OSA

from knutepunkt.gazetteer.index import entries
from knutepunkt.gazetteer.letters import folded as key_of
from knutepunkt.search.language import Speller, bare, matching, stem, words
from knutepunkt.search.language.misspelt import typed_well
from knutepunkt.search.language.ordinary import is_made_up, is_ordinary
from knutepunkt.search.language.persons import persons
from knutepunkt.search.language.spelling import LEAST, Candidate
from knutepunkt.search.language.tables import listed, stop_words
from knutepunkt.search.language.times import known as known_times
from knutepunkt.search.language.times import whole
from knutepunkt.search.language.whereabouts import BEFORE, large_places, names, words_of_names
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import Known
from knutepunkt.search.understanding.place_slips import is_near, places_meant
from knutepunkt.search.understanding.respelling import as_some_group_writes

SMALL_WORD, LABEL, PLACE, LEADS = 10, 30, 300, 3000  # How common a word counts as.
OWN_WORDS_FIRST = 0.25  # The vocabulary's words before the index' when they are about as near.
UN = "u"  # Before a word that it turns round.
IN_PART = 1.7  # How far the unknown part of a compound may be from what was meant.
ONE = 1.0  # How far a word may be from what is one letter away.
ENDINGS = tuple("enes anes ene ane ens ets ers ne en et er ar a s".split())
UNINFLECTED = 6  # Letters of a word that is looked for without its ending.
SENTENCE = 4  # Words that are more than some things to look for.
OWN = frozenset("min mi mitt mine vår vårt våre".split())
SELDOM = 20  # A speller is made again when it took less than one part in so many of the time since.


@dataclass(slots=True)
class Spellers:
    """The words that corrections lead to: the vocabulary's, and the index' made anew at times."""

    vocabulary: Speller
    index: Speller = field(default_factory=lambda: Speller(()))
    state: str = ""
    made_at: float = 0.0
    took: float = 0.0

    def catch_up(self, known: Known) -> None:
        """Take in the index' tokens when they have changed and it costs little of the time."""
        now = time.monotonic()
        if known.state == self.state or now - self.made_at < SELDOM * self.took:
            return
        self.index = Speller((token, count) for token, count in known.tokens() if count > 1)
        self.state, self.made_at, self.took = known.state, now, time.monotonic() - now


def spellers(lexicon: Lexicon) -> Spellers:
    """The spellers of a lexicon, made once."""
    return Spellers(Speller(vocabulary_words(lexicon)))


def vocabulary_words(lexicon: Lexicon) -> Iterator[tuple[str, int]]:
    """Every word with a meaning, and how common it counts as."""
    for name in large_places():
        yield from ((word, PLACE) for word in name.split())
    for _, _, text, is_hidden in lexicon.told:
        if not is_hidden:
            for word in words(text):
                yield word, LEADS if lexicon.labels.leads(word) else LABEL
    yield from ((word, SMALL_WORD) for word in typed_well(lexicon.told))
    yield from ((word, LEADS) for word in (*known_times(), *persons()))
    yield from ((word, SMALL_WORD) for word in stop_words())


def is_known(word: str, lexicon: Lexicon, known: Known) -> bool:
    """Say whether a word means something to anybody here."""
    labels = lexicon.labels
    if len(word) < LEAST or not word.isalpha() or word in listed("common-words"):
        return True
    if stem(word) in labels.plain or is_ordinary(word):
        return True  # "Speilet" is a form of a plain word.
    if labels.knows(word) or is_telling(word, lexicon):
        return True
    if any(map(labels.leads, labels.analyser.splitter.parts(word))):
        return True  # A compound of known words: "katteeier" is no "kateter".
    return any(known.count(token) for token in (stem(word), word, *labels.analyser.atoms(word)))


def is_telling(word: str, lexicon: Lexicon) -> bool:
    """Say whether a word by itself leads to a concept, a place, a time or somebody close."""
    leads = word in persons() or bool(whole(word)) or key_of(word) in names()
    return leads or lexicon.labels.leads(word)


def read_as(
    said: list[str], names: set[int], lexicon: Lexicon, known: Known, spellers: Spellers
) -> dict[int, str]:
    """The number of each word that nobody knows → what was likely meant.

    Where other words tell what a text is about, an unknown word is left alone unless it is near one
    that tells something too: people know more words than we do. ``names`` are the numbers of words
    that are written as names are.
    """
    found = kin_in(said, lexicon) | places_meant(said, lexicon, spellers.vocabulary)
    unknown = [
        number for number, word in enumerate(said)
        if number not in found and not is_known(word, lexicon, known)
    ]  # fmt: skip
    if unknown and (named := words_of_names(said)):
        unknown = [number for number in unknown if number not in named]
    if not unknown:
        return found
    written = {number: as_some_group_writes(said[number], known) for number in unknown}
    found |= {number: other for number, other in written.items() if other}
    spellers.catch_up(known)
    is_told = any(is_telling(word, lexicon) for word in said)
    for number in (one for one in unknown if one not in found):
        other = meant(said[number], lexicon, spellers)
        if other is None or said[number] in (other, UN + other):
            continue  # "Uvenner" are no "venner".
        if is_place(other, lexicon) and not (
            is_near(said[number], other) and (number in names or is_where_places_are(said, number))
        ):
            continue
        is_same = bare(other) == bare(said[number])
        if (
            is_same
            or not is_told
            or is_telling(other, lexicon)
            or tells_beside_others([*said[:number], other, *said[number + 1 :]], number, lexicon)
        ):
            found[number] = other
    return found


def tells_beside_others(said: list[str], number: int, lexicon: Lexicon) -> bool:
    """Say whether a word tells something with others of a text, as "sosial" does with "angst"."""
    found = matching.matches(lexicon.labels, lexicon.labels.read(said))
    return any(len(match.words) > 1 and number in match.words for match in found)


def as_named(word: str) -> str:
    """A place's name, where a word is the key it is looked up by: "barum" is told as Bærum."""
    known = entries().get(word, ())
    return min(known, key=lambda one: (one.former, one.order)).name if known else word


def is_place(word: str, lexicon: Lexicon) -> bool:
    """Say whether a word is that of a place and of nothing else."""
    return key_of(word) in names() and not lexicon.labels.leads(word)


def is_where_places_are(said: list[str], number: int) -> bool:
    """Say whether a word stands after "i", or at an end of few words, but for when: "Tusen" is not
    Tåsen.
    """
    if number and said[number - 1] in BEFORE:
        return True
    rest = [word for word in said[number + 1 :] if word not in known_times()]
    return not (number and rest) and number + len(rest) < SENTENCE


def kin_in(said: list[str], lexicon: Lexicon) -> dict[int, str]:
    """The number of each word beside "min" that is a letter from somebody close → who that is.

    Of a word by itself nobody could tell: "manen min" is no mane.
    """
    if OWN.isdisjoint(said):
        return {}
    found = {}
    for number, (word, after) in enumerate(pairwise([*said, ""])):
        beside = after in OWN or (number and said[number - 1] in OWN)
        if not beside or len(word) < LEAST or word in persons() or is_ordinary(word):
            continue
        if lexicon.labels.is_written(word) or word in listed("common-words"):
            continue
        near = [one for one in persons() if one[0] == word[0] and OSA.distance(one, word) == 1]
        if near:
            found[number] = min(near, key=lambda one: (abs(len(one) - len(word) - 1), one))
    return found


def meant(word: str, lexicon: Lexicon, spellers: Spellers) -> str | None:
    """The word that was likely meant by one that is not known."""
    own = spellers.vocabulary.nearest(word)
    if own is None or own.distance > ONE:
        own = uninflected(word, spellers.vocabulary) or own
    if (own is None or own.distance > ONE) and is_made_up(word, lexicon.analyser.splitter):
        return None  # "Samarbeidsprosesser" has no "proteser", but "rulestol" is "rullestol".
    if (own is None or own.distance > ONE) and (other := meant_in_part(word, lexicon, spellers)):
        return other
    others = spellers.index.nearest(stem(word))
    if others and own and (len(others.word) < LEAST or own.distance < ONE):
        others = None
    if own and others and own.distance - OWN_WORDS_FIRST > others.distance:
        return others.word
    best: Candidate | None = own or others
    return best.word if best else None


def uninflected(word: str, speller: Speller) -> Candidate | None:
    """The word that was likely meant by a form of it that is misspelt: "engstelsenne" is angst's.

    The vocabulary has few forms of each word, and an ending would count as letters that are wrong.
    """
    for ending in (one for one in ENDINGS if word.endswith(one)):
        base = word.removesuffix(ending)
        if len(base) < UNINFLECTED:
            continue
        for form in (base, base + "e"):
            near = speller.nearest(form)
            if near is None or near.distance > ONE:
                continue
            inflected = near.word.removesuffix("e" if ending[0] in "ea" else "") + ending
            is_form = stem(inflected) == stem(near.word)
            return Candidate(inflected if is_form else near.word, near.distance)
    return None


def meant_in_part(word: str, lexicon: Lexicon, spellers: Spellers) -> str | None:
    """The compound that was likely meant by one whose one part is known and the other is not.

    "Skillsmissegruppe" is "skilsmissegruppe". What it is read as must lead to a concept.
    """
    found: list[tuple[float, str]] = []
    labels = lexicon.labels
    for before, other, after in labels.analyser.splitter.halves(word):
        if stem(other) in labels.plain or is_ordinary(other):
            continue  # "Sommer" of "sommerferie" is as it should be.
        near = spellers.vocabulary.nearest(other, is_part=True)
        if near is None or near.distance > IN_PART:
            continue
        if near.word[0] != other[0] and sorted(near.word) != sorted(other):
            continue
        whole_word = before + near.word + after
        is_ours = labels.leads(near.word) or near.word in stop_words()
        if (is_ours and labels.leads(whole_word)) or whole(whole_word):
            found.append((near.distance, whole_word))
        elif near.word == other and before + after in stop_words() and labels.leads(other):
            found.append((near.distance, other))  # "Autismgruppe" is of autism.
    return min(found)[1] if found else None
