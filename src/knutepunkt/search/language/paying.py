"""Whether a text asks for what costs nothing: "gratis", "uten å betale", "free support group"."""

import re

from knutepunkt.search.language.leaving import sayings
from knutepunkt.search.language.letters import words_of
from knutepunkt.search.language.tables import listed

# Without one of these nothing need be looked at.
SIGNS = frozenset(
    "gratis gratisgruppe gratistilbud gratistilbod gratiskurs free kostnadsfri kostnadsfritt "
    "kostnadsfrie koste koster kostar kosta betale betala betaling egenandel eigenandel kostnad "
    "kostnader avgift kontingent pay paying cost costs fee fees charge kr kroner".split()
)
NOT = r"(?:ikke|ikkje|itj|itte|dont|not)"
COST = r"(?:kost(?:e|er|ar|a)|cost|pay)"
ANYTHING = r"(?:noe|noko|no|penger|pengar|anything)"
PRICE = (
    r"(?:egenandel|eigenandel|kostnad(?:er)?|betaling|avgift|kontingent|paying|costs?|fees?|charge)"
)
SAYINGS = (
    rf"{COST} (?:{NOT} {ANYTHING}|ingenting|nothing|null)",
    rf"{NOT} (?:want to |have to |need to )?{COST}(?: {ANYTHING})?",
    rf"(?:uten|utan|without|no|ingen|inga)(?: {ANYTHING})? {PRICE}",
    rf"(?:uten|utan|slipper?|sleppe?r?) (?:å )?(?:måtte )?betal[ea](?: {ANYTHING}| for det)?",
    r"(?:for |helt |heilt )?(?:gratis(?:gruppe|tilbud|tilbod|kurs)?|kostnadsfri(?:tt|e)?)",
    r"(?:for )?free(?: of charge)?",
    r"0 kr(?:oner)?",
)
PAYING = re.compile(rf"\b(?:{'|'.join(SAYINGS)})\b")


def price_words(said: list[str]) -> set[int]:
    """The numbers of the words, one after the other, by which a text asks for what is free.

    >>> price_words("sorg uten å betale".split()), price_words("gratis mat".split())
    ({1, 2, 3}, set())
    >>> price_words("alcohol free".split()), price_words("free grief group".split())
    (set(), {0})
    """
    if SIGNS.isdisjoint(said):
        return set()
    for match in PAYING.finditer(" ".join(said)):
        words = words_of(match)
        if is_of_group(said, words):
            return set(words)
    return set()


def is_of_group(said: list[str], words: range) -> bool:
    """Say whether a group shall cost nothing: not "free food", "smoke free", "ikke gratis", nor
    "slipper ikke å betale husleia".
    """
    before, after = (
        said[words.start - 1] if words.start else "",
        "".join(said[words.stop : words.stop + 1]),
    )
    if before in sayings()["negated"] or before in listed("free-from"):
        return False
    return after not in listed("free-things")
