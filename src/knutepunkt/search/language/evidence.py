"""What every word of all labels tells of each concept, for questions that no label foresees.

A concept is taken as one document of all that is said of it, and a word weighs as in BM25
(Robertson and Zaragoza, 2009): the more, the fewer concepts say it and the oftener this one does.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from knutepunkt.search.language.reading import Atom, Read

OFTEN, LENGTH = 1.2, 0.6  # BM25's k1 and b.
MOST = 32  # Concepts that are kept for an atom: what tells of more tells little of any.
Evidence = dict[Atom, dict[int, float]]


def evidence(labels: Iterable[tuple[int, Collection[Atom]]]) -> Evidence:
    """Atom → concept → how much the atom speaks for it, from (concept, atoms) of each label.

    A number speaks for none: it is an age, an hour or a house as often as what a label says.

    >>> told = evidence([(1, ["hjert", "ras"]), (2, ["hjert"]), (3, ["sorg"])])
    >>> sorted(told["hjert"]), told["ras"][1] > told["hjert"][1]
    ([1, 2], True)
    """
    often: defaultdict[Atom, Counter[int]] = defaultdict(Counter)
    length: Counter[int] = Counter()
    for concept, atoms in labels:
        length[concept] += len(atoms)
        for atom in atoms:
            if not atom.isdigit():
                often[atom][concept] += 1
    usual = length.total() / max(1, len(length))
    damped = {one: OFTEN * (1 - LENGTH + LENGTH * own / usual) for one, own in length.items()}
    found: Evidence = {}
    for atom, counts in often.items():
        rare = math.log(1 + len(length) / len(counts)) * (OFTEN + 1)
        most = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]
        found[atom] = {one: rare * count / (count + damped[one]) for one, count in most}
    return found


def spoken_for(told: Evidence, read: Read) -> dict[int, float]:
    """How much a text speaks for each concept: of what stands at one place, the best reading.

    Each atom counts once, however often a text says it.
    """
    by_place: defaultdict[int, list[Atom]] = defaultdict(list)
    for atom, places in read.places.items():
        if atom in told:
            by_place[places[0]].append(atom)
    total: defaultdict[int, float] = defaultdict(float)
    for atoms in by_place.values():
        best: dict[int, float] = {}
        for atom in atoms:
            for concept, weight in told[atom].items():
                best[concept] = max(weight, best.get(concept, 0.0))
        for concept, weight in best.items():
            total[concept] += weight
    return total
