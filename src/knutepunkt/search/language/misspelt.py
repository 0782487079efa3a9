"""Misspellings that the vocabulary holds: each with the word that it is one of."""

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knutepunkt.search.language.letters import words
from knutepunkt.search.language.stems import stem

LEAST = 5  # Letters: of a shorter word one letter makes another word.
LONG = 9  # Letters from which on two may be wrong in a misspelling.


def misspelt(told: Iterable[tuple[int, str, str, bool]]) -> dict[str, str]:
    """Each word that is only a hidden label, with the label of the same concept a letter away.

    So "mobing på jobben" is met as "mobbing på jobben" is.

    >>> misspelt([(1, "nb", "mobbing", False), (1, "nb", "mobing", True)])
    {'mobing': 'mobbing'}
    """
    shown: defaultdict[int, set[str]] = defaultdict(set)
    typed: list[tuple[int, str]] = []
    known: set[str] = set()
    for concept, _, text, is_hidden in told:
        said = words(text)
        if not is_hidden:
            known.update(said)
        if len(said) == 1 and len(said[0]) >= LEAST:
            typed.append((concept, said[0])) if is_hidden else shown[concept].add(said[0])
    found: dict[str, str] = {}
    for concept, word in sorted(typed):
        near = [
            one for one in sorted(shown[concept])
            if one[0] == word[0] and OSA.distance(one, word) == 1 and stem(one) != stem(word)
        ]  # fmt: skip
        if near and word not in known:
            found.setdefault(word, near[0])
    return found


def typed_well(told: Iterable[tuple[int, str, str, bool]]) -> set[str]:
    """The words that are hidden labels by themselves and no misspelling of another label's word.

    Names of medicines and rare illnesses are misspelt, too: "trakelektomi" is what "trakeletomi"
    means, but "kreftt" is what nobody means.

    >>> sorted(typed_well([(1, "nb", "kreft", False), (1, "nb", "kreftt", True),
    ...                    (1, "nb", "trakelektomi", True)]))
    ['trakelektomi']
    """
    others: defaultdict[int, set[str]] = defaultdict(set)
    typed: list[tuple[int, str]] = []
    for concept, _, text, is_hidden in told:
        said = words(text)
        if is_hidden and len(said) == 1 and len(said[0]) > LEAST:
            typed.append((concept, said[0]))
        elif not is_hidden:
            others[concept].update((*said, "".join(said)))
    return {
        word for concept, word in typed
        if not process.extractOne(
            word, others[concept], scorer=OSA.distance, score_cutoff=1 + (len(word) >= LONG)
        )
    }  # fmt: skip
