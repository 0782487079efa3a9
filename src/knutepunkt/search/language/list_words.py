"""Terms of lists in languages that no label is in: "Trauer", "Ätstörningar", "Frauenmeeting"."""

from collections.abc import Iterator
from functools import cache

from knutepunkt.search.language.letters import words
from knutepunkt.search.language.tables import lines

Named = tuple[str, str]
AND = frozenset("und och og oder eller and für för for med mit bei".split())
YEARS = frozenset("år åringer åringar years jahre".split())  # "Unge voksne (18-30 år)".
# What stands behind whom a group is for, or what it is about: "Mansmöte", "Angehörigengruppe".
GATHERING = tuple(
    " ".join(words(one))
    for one in "selbsthilfegruppe gruppen gruppe treffen meeting möte träff grupp møde møte".split()
)


@cache
def list_words() -> dict[str, tuple[Named, ...]]:
    """The folded words of a term → (scheme, code) of each concept that they name."""
    found: dict[str, tuple[Named, ...]] = {}
    for line in lines("list-words"):
        concept, _, phrases = line.partition("=")
        scheme, _, code = concept.strip().partition(":")
        for phrase in phrases.split(","):
            key = " ".join(words(phrase))
            found[key] = (*found.get(key, ()), (scheme, code))
    return found


def concepts_of_list(term: str) -> tuple[tuple[Named, ...], bool]:
    """The (scheme, code) of what a term of some list names, and whether that is all of the term.

    >>> concepts_of_list("Anhöriga"), concepts_of_list("Kvelden")
    (((('theme', 'parorende'), ('target-group', 'next-of-kin')), True), ((), False))
    >>> concepts_of_list("Frauenmeeting")[0][-1], concepts_of_list("Sorg och ro")
    (('target-group', 'women'), ((('theme', 'tap-og-sorg'),), False))
    """
    said = [word for word in words(term) if not (word.isdigit() or word in YEARS)]
    if whole := named(" ".join(said)):
        return whole, True
    found = [named(part) for part in parts(said)]
    return tuple(dict.fromkeys(one for some in found for one in some)), bool(found) and all(found)


def named(phrase: str) -> tuple[Named, ...]:
    """What a phrase names, or what stands before "gruppe" or "möte" in it."""
    for end in ("", *GATHERING):
        if end and not (phrase.endswith(end) and phrase != end):
            continue
        bare = phrase.removesuffix(end).strip()
        if found := list_words().get(bare) or list_words().get(bare.removesuffix("n")):
            return found
    return ()


def parts(said: list[str]) -> Iterator[str]:
    """The phrases between the small words that join them."""
    part: list[str] = []
    for word in (*said, "und"):
        if word not in AND:
            part.append(word)
        elif part:
            yield " ".join(part)
            part = []
