"""The words people use for concepts, found in a text whatever stands between and around them.

A label is a bag of atoms: stems of words and of the parts of compounds, persons by their kind. So
"slutte å drikke" is met by "jeg klarer ikke å slutte helt å drikke", "spille avhengig" by
"spilleavhengighet", and "mista samboeren" by a label that says "mistet mannen min".
"""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from knutepunkt.search.language.analysing import Analyser
from knutepunkt.search.language.letters import words
from knutepunkt.search.language.persons import AS_ATOM, persons_in
from knutepunkt.search.language.stems import english_stem, odd_forms, stem
from knutepunkt.search.language.tables import listed

# Of a label's mass: what tells it apart must be there, small words need not.
ENOUGH = 0.8
PERSON = 1.5  # The mass of a person: less than of what is the matter.
FAINT = 0.15  # Of the usual mass, for words that are nearly stop words.
ROOM = 4  # How many other words may stand among a label's own.
STEP = 8  # Places between two words, so that each part of a compound has its own.
ITSELF = "="  # Before a person's word where a label is about persons and nothing else.
SMALL = 0.04  # What each small word of a label that a text lacks takes off its share.
SHOUTED = "!"  # Before a stop word that a label writes in capitals: ME is not "me".
Atom = str


class Label(NamedTuple):
    """One label as atoms; ``mass`` is what they weigh together. Hidden ones give way to others.

    ``small`` are its words that are no atoms: they tell "han slår meg" from "jeg slår".
    """

    concept: int
    atoms: tuple[Atom, ...]
    small: tuple[str, ...]
    is_hidden: bool
    mass: float


class Match(NamedTuple):
    """Labels met by the same words of a text: where, what they may mean, and how much they weigh.

    ``places`` are ``STEP`` times the word's number, plus the number of the part in a compound.
    """

    places: frozenset[int]
    atoms: frozenset[Atom]
    concepts: frozenset[int]
    mass: float
    share: float
    is_hidden: bool

    @property
    def words(self) -> set[int]:
        """The numbers of the words that it was met by."""
        return {place // STEP for place in self.places}


@dataclass(slots=True)
class Read:
    """A text's words, and at which places each atom stands."""

    words: list[str]
    places: dict[Atom, list[int]] = field(default_factory=dict)

    def add(self, atom: Atom, place: int) -> None:
        """Say that an atom stands at a place."""
        self.places.setdefault(atom, []).append(place)


class Labels:
    """All labels, ready to be found in texts."""

    def __init__(self, told: Iterable[tuple[int, str, str, bool]], analyser: Analyser) -> None:
        """Take in (concept, language, text, is hidden) of each label."""
        self.analyser = analyser
        self.faint = {stem(word) for word in listed("telling-words")}
        self.dropped = listed("stop-words") - listed("telling-words")
        self.owning = listed("owning-words")
        bags: dict[tuple[int, tuple[Atom, ...], tuple[str, ...]], bool] = {}
        for id_, language, text, is_hidden in told:
            key = (id_, self.atoms(text, language), self.small(words(text)))
            bags[key] = bags.get(key, True) and is_hidden
        counts = Counter(atom for _, atoms, _ in bags for atom in atoms)
        total = len(bags)
        self.masses = {atom: self.weighed(atom, count, total) for atom, count in counts.items()}
        self.sure = {
            atom.lstrip(ITSELF) for (_, atoms, _), is_hidden in bags.items() for atom in atoms
            if not is_hidden or len(atoms) == 1
        } | self.faint  # fmt: skip
        self.bags = {atoms for _, atoms, _ in bags}
        self.alone = {atoms[0] for atoms in self.bags if len(atoms) == 1}
        self.by_rarest: dict[Atom, list[Label]] = {}
        for (id_, atoms, small), is_hidden in sorted(bags.items()):
            if len(atoms) == 1 and atoms[0] in self.faint:
                continue  # "har det vanskelig": such a word alone is said of everything.
            mass = sum(map(self.masses.__getitem__, atoms))
            label = Label(id_, atoms, small, is_hidden, mass)
            rarest = max(atoms, key=self.masses.__getitem__)
            self.by_rarest.setdefault(rarest, []).append(label)

    def small(self, said: list[str]) -> tuple[str, ...]:
        """The words of a label that say too little to be atoms, each once, as in bokmål."""
        dropped = (odd_forms().get(word, word) for word in said if word in self.dropped)
        return tuple(dict.fromkeys(word for word in dropped if word not in self.owning))

    def knows(self, word: str) -> bool:
        """Say whether a folded word stands in some label, or says too little to be in any.

        A word that only hidden labels of several words hold may be a misspelling.
        """
        if word in self.dropped or english_stem(word) in self.sure:
            return True
        return all(one in self.sure for one in self.analyser.atoms(word))

    def leads(self, word: str) -> bool:
        """Say whether a folded word is enough to be led to a concept."""
        atoms = (*self.analyser.atoms(word), english_stem(word))
        return any(one in self.alone for one in atoms) or tuple(sorted(atoms[:-1])) in self.bags

    def weighed(self, atom: Atom, count: int, labels: int) -> float:
        """How much an atom weighs: the rarer among labels, the more."""
        if atom[0] in (AS_ATOM, ITSELF):
            return PERSON
        mass = math.log(1 + labels / count)
        return mass * FAINT if atom in self.faint else mass

    def atoms(self, text: str, language: str) -> tuple[Atom, ...]:
        """A label's atoms, each once, in alphabetical order."""
        said = words(text)
        people = persons_in(said)
        found: set[Atom] = set()
        for number, word in enumerate(said):
            if number not in people and word not in self.dropped:
                found.update(self.of_word(word, language))
        if found:
            found |= {AS_ATOM + kind for kind in people.values()}
        elif people:
            found = {ITSELF + stem(said[number]) for number in people}
        else:
            found = {SHOUTED + word for word in said}
        return tuple(sorted(found))

    def of_word(self, word: str, language: str) -> tuple[Atom, ...]:
        """A word's atoms in one language."""
        if language == "en":
            return (english_stem(word),)
        return self.analyser.atoms(word) if language in ("nb", "nn", "und") else (word,)

    def read(self, said: list[str], shouted: Collection[int] = ()) -> Read:
        """A text's folded words with their atoms, in every language they may be.

        ``shouted`` are the numbers of words written in capitals.
        """
        read = Read(said)
        people = persons_in(said)
        for number, word in enumerate(said):
            place = number * STEP
            if number in people:
                read.add(AS_ATOM + people[number], place)
                read.add(ITSELF + stem(word), place)
            elif word in self.dropped:
                if number in shouted:
                    read.add(SHOUTED + word, place)
            else:
                for atom, at in self.analyser.readings(word):
                    read.add(atom, place + at)
        return read

    def matches(self, read: Read) -> list[Match]:
        """The labels a text holds, the weightiest first, none of them within another."""
        found = sorted(self.candidates(read), key=lambda one: (-one.mass, one.is_hidden))
        taken: set[int] = set()
        chosen: list[Match] = []
        for match in found:
            if not match.places & taken:
                chosen.append(match)
                taken |= match.places
            else:
                for number, one in enumerate(chosen):
                    if is_as_good(match, one):
                        both = one.concepts | match.concepts
                        chosen[number] = one._replace(concepts=both)
        return chosen

    def candidates(self, read: Read) -> Iterator[Match]:
        """Every label that a text holds enough of."""
        small = set(self.small(read.words))
        for atom in read.places:
            for label in self.by_rarest.get(atom, ()):
                if match := self.met(label, read.places, small):
                    yield match

    def met(self, label: Label, places: dict[Atom, list[int]], small: set[str]) -> Match | None:
        """How a text meets a label, if it does; what is said of a person must be of that person."""
        missing = [atom for atom in label.atoms if atom not in places]
        lost = 0.0
        for atom in missing:
            if atom[0] == AS_ATOM:
                return None
            lost += self.masses[atom]
        if lost > (1 - ENOUGH) * label.mass:
            return None
        own = [atom for atom in label.atoms if atom in places] if missing else label.atoms
        at = closest([places[atom] for atom in own])
        if max(at) - min(at) >= (len(at) + ROOM) * STEP:
            return None
        share = 1 - lost / label.mass
        share -= SMALL * sum(word not in small for word in label.small)
        mass = (label.mass - lost) * share
        return Match(at, frozenset(own), frozenset((label.concept,)), mass, share, label.is_hidden)


def is_as_good(match: Match, chosen: Match) -> bool:
    """Say whether a match says as much by the same words as the one that was chosen."""
    return (
        match.places == chosen.places
        and match.share > chosen.share - 0.02
        and match.is_hidden == chosen.is_hidden
    )


def closest(places: list[list[int]]) -> frozenset[int]:
    """Of the places where each atom stands, those nearest to the first atom's first place."""
    first = min(places, key=len)[0]
    return frozenset(min(each, key=lambda one: abs(one - first)) for each in places)
