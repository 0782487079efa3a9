"""The people a text speaks of: whose trouble it is, and who is missed."""

from dataclasses import dataclass
from functools import cache

from knutepunkt.search.language.remembering import remembered
from knutepunkt.search.language.splitting import plain
from knutepunkt.search.language.stems import stem
from knutepunkt.search.language.tables import listed, pairs

AS_ATOM = "@"
OF = ("til", "av")
OF_SUCH = ("es", "ers")  # "Innsattes", "rusavhengiges", "transpersoners".
LEAST = 5  # Letters of a word that is known by its stem alone.
AND = frozenset(("og", "and"))
WITH = frozenset(
    "bo bor bodd bodde bu bur leve lever levd levde samen saman sammen glad "
    "oppvokst vokse opp living live fond".split()
)
TO = frozenset(("med", "i", "hos", "with", "of"))
KNOWS = frozenset(("kjenner", "kjenne", "know"))
WHO = frozenset(("som", "med", "who", "with"))
SOMEBODY = frozenset("en ein ei noen nokon nån someone somebody".split())


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody close: the kind (``partner``, ``child`` …), and if the word says "mine" itself.

    ``is_exact`` says that other forms of the word do not.
    """

    kind: str
    is_own: bool
    is_exact: bool = False


@cache
def persons() -> dict[str, Person]:
    """Each word for somebody close."""
    found: dict[str, Person] = {}
    for kind, word in pairs("persons"):
        known = Person(kind, not word.startswith("*"), word.startswith("="))
        found.setdefault(word.lstrip("*="), known)
    return found


@cache
def by_stem() -> dict[str, Person]:
    """The stem of each word that needs no "min": "besteforeldrene" too."""
    sure = ((word, one) for word, one in persons().items() if one.is_own and not one.is_exact)
    return {stem(word): person for word, person in sure}


@cache
def relations() -> dict[tuple[str, str], str]:
    """Two words that say whose trouble it is → what the other one is."""
    rows = ((*words.split("_"), kind) for kind, words in pairs("relations"))
    return {(first, second): kind for first, second, kind in rows}


@cache
def of_such() -> dict[str, str]:
    """The same by the first word alone, where it stands after them in the genitive."""
    return {first: kind for (first, second), kind in relations().items() if second in OF}


def relation_at(words: list[str], place: int) -> str | None:
    """Whose trouble it is, where a word says who somebody is to them.

    >>> relation_at("mor til en rusavhengig".split(), 0), relation_at("innsattes mødre".split(), 1)
    ('child', 'child')
    >>> relation_at("transpersoners foreldre".split(), 1)
    'child'
    >>> relation_at("livets barn".split(), 1)
    """
    before = words[place - 1] if place else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    is_theirs = before.endswith(OF_SUCH) and len(before) > LEAST and not person_of(before)
    return relations().get((words[place], after)) or (
        of_such().get(words[place]) if is_theirs else None
    )


def lives_with(words: list[str], place: int) -> str | None:
    """Whom a word says that one lives with or is fond of: "bor med noen som drikker".

    >>> lives_with("leve med ein som har demens".split(), 0)
    'anyone'
    >>> lives_with("leve med demens".split(), 0)
    """
    if words[place] not in WITH and words[place] not in KNOWS:
        return None
    after = [*words[place + 1 : place + 3], "", ""]
    is_with = words[place] in WITH and after[0] in TO and after[1] in SOMEBODY
    is_known = words[place] in KNOWS and after[0] in SOMEBODY and after[1] in WHO
    return "anyone" if is_with or is_known else None


def is_own(word: str) -> bool:
    """Say whether a word is not known to need "min" before it speaks of somebody close.

    >>> is_own("besteforeldre"), is_own("mann")
    (True, False)
    """
    found = persons().get(word)
    return found is None or found.is_own


def in_dialect(word: str) -> Person | None:
    """The person of a word with "'n" or of one that was close once: "fatter'n", "ekskona".

    >>> in_dialect("fattern").kind, in_dialect("eksmannen").is_own
    ('parent', True)
    """
    for first in (first for first in listed("of-old") if word.startswith(first)):
        if found := persons().get(word.removeprefix(first)):
            return Person(found.kind, found.is_own)
    found = persons().get(word[:-1]) if word.endswith("n") else None
    return Person(found.kind, is_own=True) if found and len(word) >= LEAST - 1 else None


@remembered(50_000)
def person_of(word: str) -> Person | None:
    """The person that a folded word speaks of, if any."""
    found = persons().get(word) or in_dialect(word)
    if found is None and len(word) > LEAST:
        found = by_stem().get(stem(word))
    if found is None and (parts := plain().parts(word)):
        found = persons().get(parts[-1])
        return found if found and found.is_own else None
    return found


def is_half(words: list[str], place: int, person: Person) -> bool:
    """Say whether a word is of a parent and child who come together: "mor og barn"."""
    said = [*words[place + 1 : place + 3], "", ""]
    child = persons().get(said[1])
    return person.kind == "parent" and said[0] in AND and bool(child and child.kind == "child")


def persons_in(words: list[str]) -> dict[int, str]:
    """Position → kind of each person in a text that is close to whoever writes.

    >>> persons_in("mannen min ruser seg".split())
    {0: 'partner'}
    >>> persons_in("mor til en rusavhengig".split())
    {0: 'child'}
    >>> persons_in("gruppe for menn og en mann, mor og barn".split())
    {}
    """
    owning = listed("owning-words")
    found = {}
    for place, word in enumerate(words):
        if relation := relation_at(words, place) or lives_with(words, place):
            found[place] = relation
            continue
        person = person_of(word)
        if person is None or is_half(words, place, person):
            continue
        beside = (*words[max(0, place - 1) : place], *words[place + 1 : place + 2])
        if person.is_own or any(one in owning for one in beside):
            found[place] = person.kind
    return found
