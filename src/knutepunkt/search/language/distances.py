"""How far from a place somebody will go, as a text tells: "innen 25 km fra Moss", "gåavstand"."""

import re

from knutepunkt.search.language.letters import words_of

NUMBERS = {
    word: number
    for number, words in (
        (1, "en|ei|ett|one|a"), (2, "to|two|et par|eit par"), (3, "tre|three"), (4, "fire|four"),
        (5, "fem|five"), (6, "seks|six"), (7, "sju|syv|seven"), (8, "åtte|åtta|eight"),
        (9, "ni|nine"), (10, "ti|ten"), (12, "tolv|twelve"), (15, "femten|fifteen"),
        (20, "tjue|twenty"), (25, "tjuefem"), (30, "tretti|thirty"), (40, "førti|forty"),
        (50, "femti|fifty"), (100, "hundre|a hundred"),
    )
    for word in words.split("|")
}  # fmt: skip
UNITS = {"km": 1.0, "kilometer": 1.0, "kilometre": 1.0, "kilometers": 1.0, "kilometres": 1.0,
         "mil": 10.0, "mile": 1.6, "miles": 1.6}  # fmt: skip
# What people walk or cycle to a meeting, in kilometres.
ON_FOOT, BY_BIKE = 3.0, 8.0
WAYS = {"gå": ON_FOOT, "gang": ON_FOOT, "walking": ON_FOOT, "sykkel": BY_BIKE, "cycling": BY_BIKE}
INSTEAD, THAN = "inntil", frozenset(("enn", "than"))
AT_MOST = (
    r"innen(?:for)?|innan(?:for)?|inntil|maks(?:imalt)?|opptil|under|høyst|cirka|ca|omtrent|"
    r"(?:ikke |ikkje |itj |itte )(?:mer|meir|lenger|lengre)(?: unna| vekk)? enn|"
    r"(?:ikke |ikkje |itj |itte )?(?:mindre|kortere)(?: unna| vekk)? enn|"
    r"within|up to|at most|about|(?:not |no )(?:more|further|farther)(?: away)? than|"
    r"(?:not |no )?less(?: away)? than|radius(?: på| of)?"
)
# Who wants to be far away from somebody is shown all from the nearest on: that is no bound.
AT_LEAST = (
    r"(?:mer|meir|lenger|lengre)(?: unna| vekk)? enn|over|minst|"
    r"(?:more|further|farther)(?: away)? than|at least"
)
FAR = re.compile(
    rf"\b(?:(?:i |in )?(?:en |ein |a )?)?(?:(?P<least>{AT_LEAST}) |(?:{AT_MOST}) )*"
    rf"(?:(?P<number>\d{{1,4}}|\b(?:{'|'.join(NUMBERS)})) ?(?P<unit>{'|'.join(UNITS)})"
    rf"|(?:within )?(?P<way>{'|'.join(WAYS)}) ?(?:avstand|distance))\b"
    r"(?: (?:unna|vekk|away|radius))?"
)


def distance_in(said: list[str]) -> tuple[float | None, range]:
    """Kilometres, and the numbers of the words that tell them; None where none do, and for a least.

    >>> distance_in("angst innen to mil fra moss".split())
    (20.0, range(1, 4))
    >>> distance_in("i gåavstand fra torshov".split()), distance_in("et par mil".split())
    ((3.0, range(0, 2)), (20.0, range(0, 3)))
    >>> distance_in("fem milde måneder".split())
    (None, range(0, 0))
    >>> distance_in("mer enn 20 km fra moss".split())
    (None, range(0, 4))
    """
    told = FAR.search(" ".join(said))
    if told is None:
        return None, range(0)
    if told["least"]:
        return None, words_of(told)
    if told["way"]:
        return WAYS[told["way"]], words_of(told)
    number = NUMBERS.get(told["number"]) or float(told["number"])
    return number * UNITS[told["unit"]], words_of(told)


def said_plainly(said: list[str]) -> list[str]:
    """A text whose bound on a distance has no word that would leave something out.

    >>> said_plainly("ikke mer enn to mil fra bodø".split())
    ['inntil', 'inntil', 'inntil', 'to', 'mil', 'fra', 'bodø']
    """
    if THAN.isdisjoint(said):
        return said
    kilometres, words = distance_in(said)
    if kilometres is None:
        return said
    bound = {number for number in words if THAN & set(said[number : words.stop])}
    return [INSTEAD if number in bound else word for number, word in enumerate(said)]
