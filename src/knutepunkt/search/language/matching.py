"""How a text meets the labels: which of them it holds enough of, and how well.

Everything is asked of the ``Labels`` that were taken in and of a text that was read by them.
"""

from collections.abc import Iterator, Sequence

from knutepunkt.search.language.bags import Label, as_written, closest, join
from knutepunkt.search.language.clauses import WITHOUT, is_without
from knutepunkt.search.language.labels import ENOUGH, ITSELF, Labels
from knutepunkt.search.language.persons import AS_ATOM
from knutepunkt.search.language.reading import STEP, Atom, Match, Read
from knutepunkt.search.language.stems import stem

# What many compounds end with and none is about, but by itself: "smertemestring" is of pain.
OF_ANYTHING = frozenset((stem("mestring"),))
ROOM = 4  # How many other words may stand among a label's own.
# What each small word of a label that a text lacks takes off its share; more where one atom is all.
SMALL, SMALL_BESIDE_ONE = 0.04, 0.1
HINT = 0.6  # Of its mass, for a word that stands among others in a few concepts' labels only.
FEW = 3
SURE = 0.95


def matches(labels: Labels, read: Read) -> list[Match]:
    """The labels a text holds, the weightiest first, none of them within another."""
    found = sorted(candidates(labels, read), key=lambda one: (-one.mass, one.is_hidden))
    taken: set[int] = set()
    chosen: list[Match] = []
    for match in found:
        if match.places.isdisjoint(taken):
            chosen.append(match)
            taken |= match.places
        else:
            for one in chosen:
                if one.places == match.places:
                    join(match, one)
    telling = [match for match in chosen if not is_faint(labels, match)]
    if any(match.share >= SURE for match in telling):
        telling = [match for match in telling if match.share != HINT]
    return telling or [match for match in chosen if match.share >= 1]


def is_enough(labels: Labels, label: Label, atom: Atom, small: set[str], *, has_all: bool) -> bool:
    """Say whether one telling word stands for a label: "kroppen" is not "vondt i kroppen"."""
    is_whole = has_all and small.issuperset(label.small)
    return is_whole or label.concept in labels.meant_alone.get(atom, ())


def vague(labels: Labels, read: Read, said: list[str]) -> list[Match]:
    """The labels of small words that what is left of a text is, and those of one faint word that
    the text holds whole."""
    small = set(labels.small(said, read.tongue))
    found = {
        label.concept: match
        for label in labels.of_small_words.get(tuple(said), ())
        if (match := matched(labels, label, label.atoms, frozenset((0,)), small, said, 0.0))
    }
    found |= {
        label.concept: match
        for atom in read.places for label in labels.faint_alone.get(atom, ())
        if (match := met(labels, label, read.places, small, said)) and match.share >= 1
    }  # fmt: skip
    return [found[concept] for concept in sorted(found)]


def is_faint(labels: Labels, match: Match) -> bool:
    """Say whether a match is of small words only, of nothing but a person, or of what a compound
    ends with that may be of anything."""
    if match.atoms == OF_ANYTHING:
        return all(place % STEP for place in match.places)
    return all(one in labels.faint or one[0] in (ITSELF, AS_ATOM) for one in match.atoms)


def hints(labels: Labels, read: Read, taken: set[int]) -> list[Match]:
    """Words that stand in few concepts' labels only, where no label is met: "nakenbilder"."""
    found = []
    for atom, places in read.places.items():
        concepts = labels.meant.get(atom, ())
        if not 1 <= len(concepts) <= FEW or atom in labels.faint or not atom.isalpha():
            continue
        if places[0] // STEP not in taken:
            found.append(
                Match(
                    places=frozenset(places[:1]),
                    atoms=frozenset((atom,)),
                    concepts=dict.fromkeys(concepts, 1.0),
                    mass=labels.masses[atom] * HINT,
                    share=HINT,
                    is_hidden=True,
                )
            )
    return found


def candidates(labels: Labels, read: Read) -> Iterator[Match]:
    """Every label that a text holds enough of."""
    small = set(labels.small(read.words, read.tongue))
    said, places = read.words, read.places
    for atom in places:
        filed = labels.by_atoms.get(atom, {})
        for other in ("", *places) if filed else ():
            for label in filed.get(other, ()):
                if match := met(labels, label, places, small, said):
                    yield match


def met(
    labels: Labels, label: Label, places: dict[Atom, list[int]], small: set[str], said: list[str]
) -> Match | None:
    """How a text meets a label, if it does; without a person that it speaks of it does not."""
    if len(label.atoms) == 1:
        first = places[label.atoms[0]][0]
        return matched(labels, label, label.atoms, frozenset((first,)), small, said, 0.0)
    missing = [atom for atom in label.atoms if atom not in places]
    lost = 0.0
    for atom in missing:
        if atom[0] == AS_ATOM:
            return None
        lost += labels.masses[atom]
    if lost > (1 - ENOUGH) * label.mass:
        return None
    own = [atom for atom in label.atoms if atom in places] if missing else label.atoms
    at = closest([places[atom] for atom in own])
    if max(at) - min(at) >= (len(at) + ROOM) * STEP:
        return None
    if len(label.said) == 1 and is_turned(labels, label, places, at):
        return None
    if label.said[0] in WITHOUT and not is_without(said, min(at) // STEP, max(at) // STEP):
        return None
    return matched(labels, label, own, at, small, said, lost)


def is_turned(
    labels: Labels, label: Label, places: dict[Atom, list[int]], at: frozenset[int]
) -> bool:
    """Say whether a compound has the parts of another the wrong way round: "hodeskadepasient" is no
    "pasientskade"."""
    word = min(at) // STEP
    if word != max(at) // STEP:
        return False
    parts = (atom for atom in labels.analyser.atoms(label.said[0]) if atom in label.atoms)
    order = [place for atom in parts for place in places.get(atom, ()) if place // STEP == word]
    return order != sorted(order)


def matched(
    labels: Labels,
    label: Label,
    own: Sequence[Atom],
    at: frozenset[int],
    small: set[str],
    said: list[str],
    lost: float,
) -> Match | None:
    """How well a label is met by its own atoms at some places, others of a mass being lost."""
    share = 1 - lost / label.mass
    if label.small:
        each = SMALL if len(label.atoms) > 1 else SMALL_BESIDE_ONE
        share -= each * sum(word not in small for word in label.small)
    share += as_written(label.said, said)
    mass = (label.mass - lost) * share
    is_all = len(own) == len(label.atoms)
    telling = label.telling if is_all else [atom for atom in own if atom not in labels.faint]
    if len(telling) == 1 and not is_enough(labels, label, telling[0], small, has_all=not lost):
        if telling[0] in labels.plain:
            return None  # "Opp" is not "sagt opp".
        mass, share = mass * HINT, HINT
    return Match(at, frozenset(own), {label.concept: 1.0}, mass, share, label.is_hidden)
