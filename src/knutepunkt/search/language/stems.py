"""One stem for all the forms of a word: inflected, nynorsk, dialect, English."""

import re
from functools import cache, lru_cache

import Stemmer

from knutepunkt.search.language.tables import pairs

NORWEGIAN = Stemmer.Stemmer("norwegian")
ENGLISH = Stemmer.Stemmer("english")
SHORTEST = 3
EXACT = "="  # Before a form that is of its word just so, since its stem is that of another.
# Endings that nynorsk writes otherwise, before the stemmer sees them.
NYNORSK = (
    (re.compile(r"heit(a|er|ene|en)?$"), "het"),
    (re.compile(r"leik(en|ar|ane)?$"), "lighet"),
    (re.compile(r"(?<=..)leg(e|are|ast)?$"), "lig"),
    (re.compile(r"(?<=..)laus(e|t)?$"), "løs"),
    (re.compile(r"(?<=..)løyse$"), "løs"),
    (re.compile(r"(?<=..)(dom|skap)(m?er|m?ar|m?ene|m?ane|m?en)?$"), r"\1"),
    (re.compile(r"(?<=..)som(me|t)$"), "som"),
)


@lru_cache(maxsize=300_000)
def stem(word: str) -> str:
    """The stem of a folded word, as Norwegian has it.

    >>> [stem(word) for word in ("datter", "datteren", "døtrene", "dottera")]
    ['datt', 'datt', 'datt', 'datt']
    """
    word = odd_forms().get(word, word)
    cut = cut_down(word)
    return odd_stems().get(cut, cut)


@lru_cache(maxsize=50_000)
def english_stem(word: str) -> str:
    """The stem of a folded word, as English has it."""
    word = odd_english().get(word, word)
    return str(ENGLISH.stemWord(word))


def cut_down(word: str) -> str:
    """A word without its endings: the stemmer again and again, until nothing falls off.

    Once is not enough: "datteren" would end as "datter" and "datter" as "datt".
    """
    for form, instead in NYNORSK:
        word = form.sub(instead, word)
    while len(shorter := str(NORWEGIAN.stemWord(word))) < len(word):
        if len(shorter) < SHORTEST:
            break
        word = shorter
    return word


@cache
def odd_forms() -> dict[str, str]:
    """Odd form → the word it is a form of."""
    return {form.removeprefix(EXACT): word for form, word in odd_pairs()}


def odd_pairs() -> list[tuple[str, str]]:
    """Odd forms as the table has them, each with its word."""
    return [(form, word) for word, form in pairs("forms")]


@cache
def odd_stems() -> dict[str, str]:
    """The stem of an odd form → the stem of its word, so that odd forms may be inflected too."""
    found: dict[str, str] = {}
    for form, word in odd_pairs():
        cut, whole = cut_down(form), cut_down(word)
        if len(cut) > SHORTEST and cut != whole and not form.startswith(EXACT):
            found.setdefault(cut, whole)
    own = {cut_down(word) for word in odd_forms().values()}
    return {cut: whole for cut, whole in found.items() if cut not in own}


@cache
def odd_english() -> dict[str, str]:
    """The same for English."""
    return {form: word for word, form in pairs("forms-english")}
