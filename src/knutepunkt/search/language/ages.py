"""How old somebody says that they are, which age group that makes, and if it was long ago."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from knutepunkt.search.language.tables import pairs

NUMBER = r"(\d{1,2}|1[01]\d)"
# "Er 17", "fylt 80" and "17 år", but not "i 17 år", "17 år siden" or "er 5 uker på vei".
AGES = (
    re.compile(
        rf"\b(?:er|e|am|i m|fylt|fyller|blitt|turned|aged) {NUMBER}(?: år)?(?= og\b| and\b|$)"
    ),
    re.compile(
        rf"(?<!\bi )(?<!etter )(?<!siste )(?<!for )(?<!hatt )\b{NUMBER}"
        r" (?:år(?! (?:siden|sidan|etter|med|uten|i))|åring|years? old|yr old)\b"
    ),
)
# "For deg over 60", "folk under 30"; not "over 20 km" or "over 3 kilo".
BOUND = re.compile(
    rf"\b(over|under|eldre enn|yngre enn|older than|younger than) {NUMBER}(?: år)?"
    r"(?= (?:og|and|i|på|in|om|som|med)\b|$)"
)
OLD, AT_LEAST, LESS = 55, 70, 5
GROUPS = (
    (range(1, 13), "children"),
    (range(13, 18), "youth"),
    (range(18, 30), "young-adults"),
    (range(67, 120), "elderly"),
)
YOUNG = ("children", "youth")
ROUGHLY = (
    (
        frozenset("ung ungdom ungdommer ungdommers ungdommen tenåring young teen teenager".split()),
        20,
    ),
    (frozenset("pensjonist gammel gammell gamal eldre elderly senior".split()), 75),
)
# "Da vi var små", "når æ va lita", "som barn", "i oppveksten"; not "når barnet var lite".
OF_OLD = re.compile(
    r"\b(?:da|då|når|mens|when|while) (?:jeg|eg|æ|je|vi|me|mi|i|we) (?:var|va|was|were)"
    r" (?:en |ei |a )?(?:liten|lita|lite|små|ung|barn|born|unge|jente|gutt|guten|kid|kids|child"
    r"|little|young)\b"
    r"|\b(?:barndom|barndommen|barndomen|oppvekst|oppveksten|childhood|oppvokst)\b"
    r"|\b(?:vokste|vokst|vaks|voks|vakse|grew|growing) (?:opp|up)\b"
)


def stage(said: Sequence[str]) -> str:
    """ "young" where whoever writes is a child or of school age, "grown" where what they tell was
    when they were small, else "".

    >>> stage("pappa drikker og jeg er 15".split()), stage("pappa drakk da jeg var liten".split())
    ('young', 'grown')
    """
    if age_group(said) in YOUNG:
        return "young"
    return "grown" if OF_OLD.search(" ".join(said)) else ""


def age_group(said: Sequence[str]) -> str:
    """The code of the age group of whoever writes, "" where no age is told or it makes none.

    >>> age_group("er 17 og ensom".split()), age_group("gift i 17 år".split())
    ('youth', '')
    """
    age = age_in(said)
    return next((code for ages, code in GROUPS if age in ages), "")


def age_in(said: Sequence[str], *, only_own: bool = False) -> int:
    """How many years old whoever writes says they are; 0 where no age is told.

    ``only_own`` where somebody else is spoken of: "broren min på 17 år døde" is no age of mine.

    >>> age_in("er 17 og ensom".split()), age_in("gift i 17 år".split())
    (17, 0)
    >>> age_in("ensomme under 30".split()), age_in("over 60 i oslo".split())
    (25, 70)
    """
    if not any(map(str.isdigit, said)):
        return 0
    text, ways = " ".join(said), AGES[:1] if only_own else AGES
    found = next(filter(None, (pattern.search(text) for pattern in ways)), None)
    if found or only_own:
        return int(found[1]) if found else 0
    bound = BOUND.search(text)
    return within(bound[1], int(bound[2])) if bound else 0


def within(way: str, years: int) -> int:
    """An age that a bound lets in: "over 60" may be of those who are old, "under 30" of the young.

    >>> within("over", 60), within("over", 40), within("under", 30)
    (70, 40, 25)
    """
    if way.startswith(("under", "y")):
        return max(1, years - LESS)
    return max(years, AT_LEAST) if years >= OLD else years


def age_roughly(said: Sequence[str], *, only_own: bool = False) -> int:
    """How old whoever writes is, roughly where a word tells it; 0 where nothing does.

    >>> age_roughly("young and have no friends".split()), age_roughly("pensjonist og ensom".split())
    (20, 75)
    """
    if age := age_in(said, only_own=only_own):
        return age
    if all(words.isdisjoint(said) for words, _ in ROUGHLY):
        return 0
    if OF_OLD.search(" ".join(said)):
        return 0
    return next((age for words, age in ROUGHLY if not words.isdisjoint(said)), 0)


@cache
def of_age() -> dict[str, list[tuple[range, str]]]:
    """Code of a theme → the ages for which another is the one, and that one's code."""
    found: defaultdict[str, list[tuple[range, str]]] = defaultdict(list)
    for theme, told in pairs("of-age"):
        years, _, other = told.partition("=")
        first, _, last = years.partition("-")
        found[theme].append((range(int(first), int(last) + 1), other))
    return dict(found)
