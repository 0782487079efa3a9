"""One stem for all the forms of a word: inflected, nynorsk, dialect, English."""

from functools import cache

import Stemmer

from knutepunkt.search.language.remembering import remembered
from knutepunkt.search.language.tables import pairs

NORWEGIAN = Stemmer.Stemmer("norwegian", 0)
ENGLISH = Stemmer.Stemmer("english", 0)
SHORTEST = 3
EXACT = "="  # Before a form that is of its word just so, since its stem is that of another.
# Endings that nynorsk writes otherwise, before the stemmer sees them; some only after two letters.
AFTER_ANY = {f"heit{end}": "het" for end in ("", "a", "er", "ene", "en")} | {
    f"leik{end}": "lighet" for end in ("", "en", "ar", "ane")
}
AFTER_TWO = (
    {f"leg{end}": "lig" for end in ("", "e", "are", "ast")}
    | {"laus": "løs", "lause": "løs", "laust": "løs", "løyse": "løs"}
    | {
        f"{whole}{link}{end}": whole
        for whole in ("dom", "skap")
        for end in ("er", "ar", "ene", "ane", "en", "ers", "enes", "ens")
        for link in ("", "m")
    }
    | {"somme": "som", "somt": "som"}
    | {f"heim{end}": "hjem" for end in ("", "en", "ar", "ane")}
    | {
        f"{many}{end}": one
        for many, one in {
            "mødr": "mor",
            "fedr": "far",
            "brødr": "bror",
            "døtr": "datter",
            "søstr": "søster",
            "søskn": "søsken",
            "foreldr": "foreldre",
        }.items()
        for end in ("a", "e", "er", "ar", "ene", "ane", "enes", "es")
    }
)
NYNORSK = AFTER_ANY | AFTER_TWO
ALL_NYNORSK = tuple(NYNORSK)
# "Alkoholikerne", "alkoholikernes": the stemmer knows neither; "hjerne" and "moderne" are words.
OF_ALL = ("erne", "ernes")
NO_PLURALS = ("jerne", "moderne", "terne", "taverne", "kaserne")
OF_ALL_NYNORSK = ("anes", "andes")


@remembered(300_000)
def stem(word: str) -> str:
    """The stem of a folded word, as Norwegian has it.

    >>> [stem(word) for word in ("datter", "datteren", "døtrene", "dottera")]
    ['datt', 'datt', 'datt', 'datt']
    """
    word = odd_forms().get(word, word)
    cut = cut_down(word)
    return odd_stems().get(cut, cut)


@remembered(50_000)
def english_stem(word: str) -> str:
    """The stem of a folded word, as English has it."""
    word = odd_english().get(word, word)
    return str(ENGLISH.stemWord(word))


def cut_down(word: str) -> str:
    """A word without its endings: the stemmer again and again, until nothing falls off.

    Once is not enough: "datteren" would end as "datter" and "datter" as "datt".
    """
    if word.endswith(OF_ALL) and not word.removesuffix("s").endswith(NO_PLURALS):
        word = word.removesuffix("s").removesuffix("ne")
    elif word.endswith(OF_ALL_NYNORSK):
        word = word.removesuffix("s")
    if word.endswith(ALL_NYNORSK):
        word = in_bokmal(word)
    while len(shorter := str(NORWEGIAN.stemWord(word))) < len(word):
        if len(shorter) < SHORTEST:
            break
        word = shorter
    return word[:-1] if word.endswith("hjemm") else word  # "Fosterhjemmene"


def in_bokmal(word: str) -> str:
    """A word with the ending that bokmål has for a nynorsk one.

    >>> in_bokmal("verksemda"), in_bokmal("einsemdleg"), in_bokmal("leg")
    ('verksemda', 'einsemdlig', 'leg')
    """
    for ending, instead in NYNORSK.items():
        if word.endswith(ending) and (ending in AFTER_ANY or len(word) > len(ending) + 1):
            return word.removesuffix(ending) + instead
    return word


@cache
def odd_forms() -> dict[str, str]:
    """Odd form → the word it is a form of."""
    return {form.removeprefix(EXACT): word for form, word in odd_pairs()}


@cache
def exact_forms() -> frozenset[str]:
    """The forms that are of their word just so; by themselves they are the stems of others."""
    return frozenset(form.removeprefix(EXACT) for form, _ in odd_pairs() if form[0] == EXACT)


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
