"""Which small words of a text are names: in capitals, or of an illness where they stand."""

from knutepunkt.search.language.bags import is_loud
from knutepunkt.search.language.letters import folded
from knutepunkt.search.language.persons import person_of
from knutepunkt.search.language.tables import listed

ILL = frozenset("syk sjuk syke sykdom sjukdom pasient pasienter pasientar diagnose".split())
HAS = frozenset("har hatt fått fekk fikk".split())
SUBJECTS = frozenset("jeg eg e æ æg jæ je i ho hun hu han som har min mi mitt vår vår også".split())
TALKS = frozenset("snakke snakker prate prater være vere bli".split())  # "Med meg" in dialect.


def shouted(written: list[str]) -> set[int]:
    """The numbers of the words in capitals, unless all are, and of those that name an illness
    where they stand: "me syk"."""
    loud = {number for number, word in enumerate(written) if is_loud(word)}
    named = {number - 1 for number, word in enumerate(written) if number and folded(word) in ILL}
    named |= {
        number for number, word in enumerate(written) if word == "me" and has_me(written, number)
    }
    return named | (loud if len(loud) < len(written) or len(written) == 1 else set())


def has_me(written: list[str], number: int) -> bool:
    """Say whether "me" is what somebody has, and not the "we" of nynorsk: "jeg har me".

    >>> has_me("jeg har me".split(), 2), has_me("no har me prøvd".split(), 2)
    (True, False)
    >>> has_me(["me"], 0), has_me(["me", "gruppe"], 0), has_me(["me", "drikk"], 0)
    (True, True, False)
    """
    if number == 0 and (len(written) == 1 or folded(written[1]) in listed("groups")):
        return True
    *_, who, before = "", "", *(word.casefold() for word in written[:number])
    is_last = number + 1 == len(written) or written[number + 1] in ("og", "eller")
    if before in HAS:
        return who in SUBJECTS or person_of(who) is not None or (not who and is_last)
    return before == "med" and bool(who) and who not in TALKS
