"""Hours that a text tells by words, as figures: "etter sju", "halv åtte", "kvart på seks"."""

import re

from knutepunkt.search.language.tables import stop_words
from knutepunkt.search.language.times import whole

HOURS = {
    word: hour
    for hour, words in enumerate(
        "to tre fire fem seks sju|syv åtte|åtta ni ti elleve tolv".split(), 2
    )
    for word in words.split("|")
}
FACE = frozenset(map(str, range(1, 24)))
CLOCKS = frozenset(("kl", "klokka", "klokken"))
BEFORE_HOUR = CLOCKS | frozenset(
    "etter før senest seinest seinast tidligst tidlegast fra frå mellom halv".split()
)
BEFORE_DAY = frozenset("om på hver hvert kvar kvart".split())
# What somebody does by the clock, whatever else stands there; other verbs end in "-er" or "-ar".
AWAKE = ("våkn", "vakn", "sov", "søv", "vekk")
ADVERBS = frozenset("alltid ofte stadig opp bare berre igjen".split())
FIGURES = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
EARLIEST, LATE = 7, 10
HALF_BEFORE = 9  # "Halv åtte" is in the evening, "halv ni" may be when the school begins.
MORNING = ("morg", "form", "føremid", "dag")
FROM = ("fra", "frå", "from")
LATER = frozenset(
    ("etter", "after", "senere", "seinere", "seinare", "later", "tidligst", "tidlegast", *FROM)
)


def in_figures(said: list[str]) -> list[str]:
    """A text's words with the hours that are told by words as figures, one for each word.

    >>> in_figures("sorg etter sju".split()), in_figures("rus halv sju".split())
    (['sorg', 'etter', '19'], ['rus', 'kl', '18:30'])
    >>> in_figures("torsdag kl 1930".split())
    ['torsdag', 'kl', '19:30']
    >>> in_figures("etter to aborter".split()), in_figures("våkner klokka fire".split())
    (['etter', 'to', 'aborter'], ['våkner', 'klokka', 'fire'])
    """
    if not CLOCKS.isdisjoint(said):
        said = [
            f"{word[:2]}:{word[2:]}" if is_clock(said, at) else word for at, word in enumerate(said)
        ]
    if "halv" in said or "kvart" in said:
        said = with_parts(said)
    if HOURS.keys().isdisjoint(said):
        return said
    told = list(said)
    for at, word in enumerate(said[1:], 1):
        if word not in HOURS or not is_end(said, at) or is_done(said, at - 2):
            continue
        if said[at - 1] in BEFORE_HOUR or told[at - 1].isdigit() or is_joined(told, at):
            told[at] = str(spoken(HOURS[word], said, at))
    return told


def spoken(hour: int, said: list[str], at: int) -> int:
    """The hour that a word at a place means: after "åtte" is in the evening, if no morning is told.

    >>> spoken(8, "etter klokka åtte".split(), 2), spoken(9, "etter ni om morgenen".split(), 1)
    (20, 9)
    >>> spoken(8, "halv åtte på onsdager".split(), 1)  # Groups do not meet before work.
    20
    """
    before = [word for word in said[max(0, at - 3) : at] if word not in CLOCKS | {"halv"}]
    is_after = bool(before) and before[-1] in LATER - frozenset(FROM)
    is_morning = any(word.startswith(MORNING) for word in said)
    is_evening = is_after or (said[at - 1] == "halv" and hour < HALF_BEFORE)
    return hour + 12 if is_evening and EARLIEST <= hour < LATE and not is_morning else hour


def with_parts(said: list[str]) -> list[str]:
    """A text's words with halves and quarters of hours as figures, one for each word.

    >>> with_parts("rus halv 7".split()), with_parts("kvart på sju".split())
    (['rus', 'kl', '18:30'], ['kl', '6', '45'])
    """
    told = list(said)
    for at, word in enumerate(said):
        hour = HOURS.get(word) or (int(word) if word in FACE else 0)
        is_half = at > 0 and said[at - 1] == "halv"
        if not hour or not at or not is_end(said, at) or is_done(said, at - (2 if is_half else 3)):
            continue
        if is_half:
            told[at - 1 : at + 1] = "kl", f"{spoken(hour, said, at) - 1}:30"
        elif said[at - 2 : at] in (["kvart", "over"], ["kvart", "etter"]):
            told[at - 2 : at + 1] = "kl", str(hour), "15"
        elif said[at - 2 : at] == ["kvart", "på"]:
            told[at - 2 : at + 1] = "kl", str(hour - 1), "45"
    return told


def is_clock(said: list[str], at: int) -> bool:
    """Say whether four figures are an hour and its minutes, and no postal code: "kl 1930".

    >>> is_clock("kl 1930".split(), 1), is_clock("kl 18 1930 aurskog".split(), 2)
    (True, False)
    """
    return at > 0 and said[at - 1] in CLOCKS and bool(FIGURES.fullmatch(said[at]))


def is_end(said: list[str], at: int) -> bool:
    """Say whether a number ends there, and counts nothing: not "etter to barn", "etter to og et".

    >>> is_end("etter to om kvelden".split(), 1), is_end("etter to i familien".split(), 1)
    (True, False)
    >>> is_end("mellom to og fem".split(), 1), is_end("klokka to i byen".split(), 1)
    (True, True)
    """
    after, next_ = (said[place] if place < len(said) else "" for place in (at + 1, at + 2))
    if not after or whole(after) or said[at - 1] in CLOCKS:
        return True
    if after in BEFORE_DAY:
        return bool(whole(next_))
    is_first = after in ("og", "til") and said[at - 1] in ("mellom", *FROM)
    return is_first and next_ in HOURS and is_end(said, at + 2)


def is_done(said: list[str], at: int) -> bool:
    """Say whether a word is a verb, of what somebody does by the clock: "våkner klokka fire"."""
    at -= at > 0 and said[at] in ADVERBS
    word = said[at] if at >= 0 else ""
    is_verb = word.endswith(("er", "ar")) and not whole(word) and word not in stop_words()
    return is_verb or is_awake(said[: at + 1])


def is_awake(before: list[str]) -> bool:
    """Say whether words end with how somebody sleeps: "våkner alltid"."""
    said = [word for word in before[-2:] if word not in ADVERBS]
    return bool(said) and said[-1].startswith(AWAKE)


def is_joined(told: list[str], at: int) -> bool:
    """Say whether a word stands after "mellom 5 og"."""
    return at > 1 and told[at - 1] in ("og", "til") and told[at - 2].isdigit()
