"""The theme that all the words of a question speak for together, where labels explain too little.

Most questions hold a label nearly whole. One that none foresees holds words of several labels of
the same theme: "står uten tak over hodet fra fredag". Where the labels that were met leave much of
it unexplained, and another theme is spoken for twice as much, that theme comes first. Of several
themes whose labels were met, those that the words speak less for count less.
"""

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from knutepunkt.search.language import Match, Read
from knutepunkt.search.language.evidence import spoken_for
from knutepunkt.search.language.labels import ITSELF, Labels
from knutepunkt.search.language.persons import AS_ATOM
from knutepunkt.search.language.reading import STEP
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import SPOKEN, Known, Need, Term, concept_token
from knutepunkt.search.understanding.asked import Asked

THEME, NEXT_OF_KIN = "theme", "parorende"
EXPLAINED = 0.85  # Of a question's mass: labels that hold so much of it are what is meant.
TWICE = 2.0  # How much more than what was met a theme must be spoken for.
LEAST = 6.0  # More than any one word speaks for a theme.
FEWEST = 2  # Words that must speak for it.
AFTER = 0.6  # What was met follows what is guessed.
FEW = 10  # A theme of fewer groups leaves room on the first page for what else is spoken for.
# The share of the most that a theme met must be spoken for, and what else is left of its weight.
NEARLY, LESSER = 0.8, 0.8
AS_THEMES = 60  # Terms of a weight below are only beside what is meant.
HALF, SOME, OTHERS = 0.5, 3.0, 3  # Of the most that is spoken; the least; how many themes.


def guess_first(lexicon: Lexicon, read: Read, matches: Sequence[Match], asked: Asked) -> int:
    """Put the theme first that all the words speak for, where the labels met explain too little.

    Returns that theme; 0 for none.
    """
    needs = asked.needs
    met = needs[0].terms if needs else ()
    is_open = explained(lexicon.labels, read, matches) < EXPLAINED
    themes = [concept for concept in map(concept_of, met) if lexicon.scheme.get(concept) == THEME]
    if not is_open and len(themes) < FEWEST:
        return 0
    spoken = spoken_for(lexicon.labels.evidence, read)
    if len(themes) >= FEWEST:
        needs[0] = replace(needs[0], terms=weighed_again(met, themes, spoken))
    theme = guess(lexicon, read, spoken, met) if is_open else 0
    if theme:
        said = " ".join(read.words)
        needs[:1] = [with_guess(needs[0] if needs else Need((), said), theme)]
        asked.concepts.insert(0, theme)
    return theme


def weighed_again(
    met: Sequence[Term], themes: Sequence[int], spoken: dict[int, float]
) -> tuple[Term, ...]:
    """The terms that met a question, those of themes that its words speak less for with less
    weight: "våkner klokka fire" is of sleep before it is of not drinking."""
    least = NEARLY * max(spoken.get(one, 0.0) for one in themes)
    less = {concept_token(one) for one in themes if spoken.get(one, 0.0) < least}
    return tuple(
        Term(token, int(weight * LESSER)) if token in less and weight >= AS_THEMES
        else Term(token, weight)
        for token, weight in met
    )  # fmt: skip


def guess(lexicon: Lexicon, read: Read, spoken: dict[int, float], met: Sequence[Term]) -> int:
    """The theme that a question's words speak for rather than those that met it; 0 for none."""
    concepts = {concept_of(term) for term in met}
    themes = [one for one in spoken if lexicon.scheme[one] == THEME]
    kin = lexicon.code.get((THEME, NEXT_OF_KIN), -1)
    if not speaks_of_somebody(read, concepts, lexicon, kin):
        themes = [one for one in themes if kin not in (one, lexicon.broader.get(one))]
    if not themes:
        return 0
    best = max(themes, key=lambda one: (spoken[one], -one))
    others = max((spoken.get(one, 0.0) for one in concepts), default=0.0)
    if best in concepts or spoken[best] <= max(LEAST, TWICE * others):
        return 0
    telling = speaking(lexicon.labels, read, best)
    return best if len(telling) >= FEWEST and not is_faint(lexicon.labels, read, telling) else 0


def is_faint(labels: Labels, read: Read, numbers: set[int]) -> bool:
    """Say whether words are of somebody, and else small: "kona dro og tok ungene"."""
    atoms = (atom for atom, places in read.places.items() if places[0] // STEP in numbers)
    people = {
        places[0] // STEP for atom, places in read.places.items() if atom[0] in (AS_ATOM, ITSELF)
    }
    return not people.isdisjoint(numbers) and all(
        atom in labels.faint or read.places[atom][0] // STEP in people for atom in atoms
    )


def speaks_of_somebody(read: Read, met: Collection[int], lexicon: Lexicon, kin: int) -> bool:
    """Say whether a question is of somebody close: else no theme for next of kin is guessed."""
    if any(atom[0] == AS_ATOM for atom in read.places):
        return True
    return any(kin in (one, lexicon.broader.get(one)) for one in met)


def concept_of(term: Term) -> int:
    """The concept of a term; 0 where it is a word."""
    return int(term.token[1:]) if term.token[0] == "#" else 0


def keep_near(lexicon: Lexicon, read: Read, asked: Asked, known: Known) -> None:
    """Keep in reserve what else the words speak for, where the theme asked for has few groups.

    "Regningene hoper seg opp" is of debt; next to it stands having little money.
    """
    need = asked.needs[0]
    has = {concept_of(term) for term in (*need.terms, *need.reserve)} - {0}
    if all(lexicon.scheme[one] != THEME for one in has):
        return
    if max(known.count(term.token) for term in need.terms) >= FEW:
        return
    spoken = spoken_for(lexicon.labels.evidence, read)
    themes = {one: much for one, much in spoken.items() if lexicon.scheme[one] == THEME}
    least = max(SOME, HALF * max(themes.values(), default=0.0))
    near = [one for one, much in themes.items() if much >= least and one not in has]
    near.sort(key=lambda one: (-themes[one], one))
    terms = [Term(concept_token(one), SPOKEN) for one in near[:OTHERS]]
    asked.needs[0] = replace(need, reserve=(*need.reserve, *terms))


def speaking(labels: Labels, read: Read, concept: int) -> set[int]:
    """The numbers of the words that speak for a concept."""
    return {
        places[0] // STEP for atom, places in read.places.items()
        if concept in labels.evidence.get(atom, ())
    }  # fmt: skip


def explained(labels: Labels, read: Read, matches: Sequence[Match]) -> float:
    """How much of the mass of a question's words the labels it met make up.

    A number weighs nothing, as it speaks for nothing: "unge voksne 18-30 år med angst".
    """
    heaviest: dict[int, float] = {}
    for atom, places in read.places.items():
        if atom.isdigit():
            continue
        number = places[0] // STEP
        heaviest[number] = max(labels.masses.get(atom, 0.0), heaviest.get(number, 0.0))
    return sum(match.mass for match in matches) / (sum(heaviest.values()) or 1.0)


def with_guess(need: Need, theme: int) -> Need:
    """A need with a guessed theme before what it would else be met by."""
    rest = [Term(token, int(weight * AFTER)) for token, weight in need.terms]
    return replace(need, terms=(Term(concept_token(theme)), *rest))
