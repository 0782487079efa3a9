"""The words people use for concepts, found in a text whatever stands between and around them.

A label is a bag of atoms: stems of words and of the parts of compounds, persons by their kind. So
"slutte å drikke" is met by "jeg klarer ikke å slutte helt å drikke", "spille avhengig" by
"spilleavhengighet", and "mista samboeren" by a label that says "mistet mannen min".
"""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from knutepunkt.search.language.analysing import Analyser
from knutepunkt.search.language.bags import Bag, Label, is_loud
from knutepunkt.search.language.death import LOST, whom_lost
from knutepunkt.search.language.evidence import evidence
from knutepunkt.search.language.letters import WORD, bare, folded, words
from knutepunkt.search.language.misspelt import misspelt
from knutepunkt.search.language.persons import AS_ATOM, is_own, person_of, persons_in
from knutepunkt.search.language.reading import STEP, Atom, Read, as_meant, tongue_of
from knutepunkt.search.language.stems import english_stem, odd_english, odd_forms, stem
from knutepunkt.search.language.tables import listed

# Of a label's mass: what tells it apart must be there, small words need not.
ENOUGH = 0.8
PERSON = 1.5  # The mass of a person: less than of what is the matter.
FAINT = 0.15  # Of the usual mass, for words that are nearly stop words.
TWO = "to"  # A number where a text may be Norwegian: "mellom to kulturer".
MARKS = frozenset(("å", "to"))  # Of an infinitive: "klarer ikke bli gravid" lacks nothing.
ITSELF = "="  # Before a person's word where a label is about persons and nothing else.
OF_NOBODY = ("het", "heit")  # "Kjærlighet" has the stem of "kjæreste", and is nobody.
SHOUTED = "!"  # Before a small word that a label writes in capitals: ME is not "me", GA not "ga".


def ringless(written: Collection[str]) -> dict[str, str]:
    """Words by how one writes them on a keyboard without æ, ø and å, where that is no other word.

    >>> ringless(["søvn", "råd", "rad"])
    {'sovn': 'søvn'}
    """
    found = {bare(word): word for word in sorted(written) if not word.isascii()}
    return {word: other for word, other in found.items() if word not in written}


def is_word(said: list[str], number: int) -> bool:
    """Say whether a small word of one language is a word of another, where no other word tells
    which it is: "mellom to kulturer", "abused men".

    >>> is_word(["abused", "men"], 1), is_word(["men", "abused"], 0), is_word(["to"], 0)
    (True, False, True)
    """
    if said[number] == "men":  # A text that ends with "but" is none.
        is_last = number > 0 and number + 1 == len(said)
        return is_last or said[number + 1 : number + 2] == ["s"]
    return said[number] == TWO


class Labels:
    """All labels, ready to be found in texts."""

    def __init__(self, told: Iterable[tuple[int, str, str, bool]], analyser: Analyser) -> None:
        """Take in (concept, language, text, is hidden) of each label."""
        self.analyser = analyser
        faint = listed("telling-words")
        # "Lost" is faint, "loss" is none of its forms.
        self.faint = {stem(word) for word in faint}
        self.faint |= {english_stem(word) for word in faint - odd_english().keys()}
        kept = listed("particles")
        self.dropped = {
            "no": {word for word in listed("stop-words") - kept if stem(word) not in self.faint},
            # "My" is no form of "mye".
            "en": listed("stop-words-english") - kept - listed("telling-words"),
        }
        self.dropped[""] = self.dropped["no"] | self.dropped["en"]
        self.owning = listed("owning-words")
        self.plain = {stem(word) for word in listed("common-words") | kept | listed("asides")}
        self.quiet = self.dropped[""] | listed("telling-words") | listed("asides")
        self.quiet |= listed("common-words") | {"lar"}  # LEVE and LAR are names.
        told = list(told)
        self.misspelt = misspelt(told)
        bags = self.gathered(told)
        counts = Counter(atom for _, atoms, _, _ in bags for atom in atoms)
        total = len(bags)
        self.masses = {atom: self.weighed(atom, count, total) for atom, count in counts.items()}
        self.people = {atom.lstrip(ITSELF) for atom in self.masses if atom[0] == ITSELF}
        self.know(bags)
        self.evidence = evidence((id_, atoms) for id_, atoms, _, _ in bags)
        # By the heaviest atom that must be there, and the next heaviest where there is one.
        self.by_atoms: dict[Atom, dict[Atom, list[Label]]] = {}
        self.faint_alone: dict[Atom, list[Label]] = {}
        self.of_small_words: dict[tuple[str, ...], list[Label]] = {}
        for (id_, atoms, small, whole), is_hidden in sorted(bags.items(), key=str):
            mass = sum(map(self.masses.__getitem__, atoms))
            telling = tuple(atom for atom in atoms if atom not in self.faint)
            self.file(Label(id_, atoms, small, whole, is_hidden, mass, telling))

    def gathered(self, told: Iterable[tuple[int, str, str, bool]]) -> dict[Bag, bool]:
        """Each label's bag, with whether all that say it so are hidden."""
        bags: dict[Bag, bool] = {}
        for id_, language, text, is_hidden in told:
            said = as_meant(words(text))
            if is_hidden and len(said) == 1 and said[0] in self.misspelt:
                continue  # It is read as what it is of; "allene" has the stem of "alle", too.
            tongue = "en" if language == "en" else "no"
            small = self.small(said, tongue)
            loud = {folded(word) for word in WORD.findall(text) if is_loud(word)}
            key = (id_, self.atoms(said, language, loud), small, tuple(said))
            bags[key] = bags.get(key, True) and is_hidden
        return bags

    def know(self, bags: dict[Bag, bool]) -> None:
        """Note which words stand in labels, and which concepts a single word is enough for."""
        self.sure = {
            atom.lstrip(ITSELF) for (_, atoms, _, _), is_hidden in bags.items() for atom in atoms
            if not is_hidden or len(set(atoms) - self.faint) == 1
        } | self.faint  # fmt: skip
        self.bags = {atoms for _, atoms, _, _ in bags}
        self.alone = {atoms[0] for atoms in self.bags if len(atoms) == 1}
        self.one_word = {
            said[0] for (_, _, _, said), is_hidden in bags.items()
            if len(said) == 1 and not is_hidden
        }  # fmt: skip
        self.written = {word for _, _, _, said in bags for word in said}
        self.ringless = ringless(self.written | odd_forms().keys())
        self.meant: dict[Atom, set[int]] = {}
        self.meant_alone: dict[Atom, set[int]] = {}
        for (id_, atoms, small, _), is_hidden in bags.items():
            for atom in () if is_hidden else atoms:
                self.meant.setdefault(atom, set()).add(id_)
            if len(atoms) == 1 and not (small or is_hidden):
                self.meant_alone.setdefault(atoms[0], set()).add(id_)

    def file(self, label: Label) -> None:
        """Put a label where a text that holds it leads to it."""
        rarest = max(label.atoms, key=self.masses.__getitem__)
        if rarest[0] == SHOUTED and len(label.said) > 1:  # "Hvem er jeg".
            self.of_small_words.setdefault(label.said, []).append(label)
        # "Har det vanskelig": such a word alone is said of everything.
        if len(label.atoms) == 1 and rarest in self.faint:
            self.faint_alone.setdefault(rarest, []).append(label)
            return
        most = (1 - ENOUGH) * label.mass
        must = [one for one in label.atoms if self.masses[one] > most or one[0] == AS_ATOM]
        first, second, *_ = (*sorted(must, key=self.masses.__getitem__, reverse=True), "", "")
        self.by_atoms.setdefault(first or rarest, {}).setdefault(second, []).append(label)

    def small(self, said: list[str], tongue: str) -> tuple[str, ...]:
        """The words of a text that say too little to be atoms, each once, as in bokmål."""
        stops = self.dropped[tongue]
        told = (word for word in said if word in stops and word not in MARKS)
        dropped = (odd_forms().get(word, word) for word in told)
        return tuple(dict.fromkeys(word for word in dropped if word not in self.owning))

    def knows(self, word: str) -> bool:
        """Say whether a folded word stands in some label, or says too little to be in any.

        A word that only hidden labels of several words hold may be a misspelling.
        """
        if word in self.dropped[""] or english_stem(word) in self.sure:
            return True
        return all(one in self.sure for one in self.analyser.atoms(word))

    def is_written(self, word: str) -> bool:
        """Say whether a word stands in some label just so, or is a form of some other word."""
        return word in self.written or word in odd_forms() or word in self.dropped[""]

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

    def atoms(self, said: list[str], language: str, loud: Collection[str] = ()) -> tuple[Atom, ...]:
        """A label's atoms, each once, in alphabetical order. ``loud`` are its words in capitals."""
        people = persons_in(said)
        stops = self.dropped["en" if language == "en" else "no"]
        found: set[Atom] = set()
        for number, word in enumerate(said):
            if word in loud and word in self.quiet:
                found.add(SHOUTED + word)
            elif number not in people and word not in stops:
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

    def is_label(self, word: str) -> bool:
        """Say whether a compound is all of some label: "fosterforeldrene"."""
        atoms = self.analyser.atoms(word)
        return len(atoms) > 1 and tuple(sorted(atoms)) in self.bags

    def people_in(self, word: str) -> Iterator[tuple[Atom, int]]:
        """The atoms of labels about persons that a word is or begins with, and how many of its
        parts that is: "bonusmorgruppe"."""
        parts = self.analyser.splitter.parts(word)
        if (parts or (word,))[0].endswith(OF_NOBODY):
            return
        found = {self.analyser.atoms(word)[0]: min(1, len(parts))}
        rest, left = word, len(parts)
        while left >= 0 and rest:
            found.update({stem(rest): left, stem(rest.removesuffix("s")): left})
            left -= 1
            rest = rest.removesuffix(parts[left]) if left > 0 else ""
        # "Menn" is nobody's, though "mannen min" has the same stem.
        yield from ((ITSELF + one, at) for one, at in found.items()
                    if one in self.people and is_own(one))  # fmt: skip

    def read(
        self, said: list[str], shouted: Collection[int] = (), taken: Collection[int] = ()
    ) -> Read:
        """A text's folded words with their atoms, in every language they may be.

        ``shouted`` are the numbers of words written in capitals, ``taken`` of those that were read
        as something else.
        """
        tongue = tongue_of(said)
        read = Read(said, tongue=tongue)
        people = persons_in(said)
        for number, word in enumerate(said):
            place, first = number * STEP, 0
            if number in taken:
                continue
            if number in people:
                read.add(AS_ATOM + people[number], place)
                read.add(ITSELF + stem(word), place)
            elif whom := whom_lost(self.analyser.splitter.parts(word)):
                read.add(AS_ATOM + whom, place)  # "Barnetap" is no group of children.
                read.add(stem(LOST), place + 1)
                continue
            else:
                for one, parts in self.people_in(word):  # "Besteforeldregruppe".
                    read.add(one, place)
                    # A "bonusmammagruppe" is no "mammagruppe", but "partnervold" is violence.
                    first = max(first, parts)
            if number in people and person_of(word) and not self.is_label(word):
                continue  # Of "pårørende til", the word itself is read too.
            if number in shouted and SHOUTED + word in self.masses:
                read.add(SHOUTED + word, place)
            elif word not in self.dropped[tongue] or (not tongue and is_word(said, number)):
                for atom, at in self.readings(word, tongue):
                    if at >= first or first <= 1:  # Else it is of whom.
                        read.add(atom, place + at)
        return read

    def readings(self, word: str, tongue: str) -> list[tuple[Atom, int]]:
        """The atoms of a word in a text of some language, and which part of it each is.

        What is no word of Norwegian labels may be English in a Norwegian text: "har anxiety".
        """
        every = self.analyser.readings(word)
        if not tongue:
            return [one[:2] for one in every]
        found = [one[:2] for one in every if one.tongue in ("", tongue)]
        is_strange = tongue == "no" and word not in listed("common-words")
        if is_strange and self.masses.keys().isdisjoint([atom for atom, _ in found]):
            return [one[:2] for one in every]
        return found
