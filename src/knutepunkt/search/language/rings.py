"""Small words that somebody writes without æ, ø and å, on a keyboard that has none.

Longer words are looked up among those of labels; these are too short, and many are words as well.
"""

from collections.abc import Collection

from knutepunkt.search.language.reading import tongue_of

ALWAYS = {"pa": "på", "nar": "når", "dod": "død", "gar": "går", "slar": "slår", "star": "står"}
# Verbs after what an infinitive stands after: "kan ikke fa barn", "redd for a ga ut".
INFINITIVES = {"fa": "få", "ga": "gå", "sla": "slå", "sta": "stå", "na": "nå", "ma": "må"}
BEFORE_INFINITIVE = frozenset("a å ikke ikkje kan vil skal kunne ville skulle må ma bare".split())
# Words of their own as well, but not before "ikke" or after "jeg": "far ikke sove", "jeg tor".
BESIDE = {"far": "får", "tor": "tør", "ma": "må"}
NOT = frozenset("ikke ikkje aldri".split())
I_OR_WE = frozenset("jeg eg vi du han hun ho".split())
SIGNS = frozenset((*ALWAYS, *INFINITIVES, *BESIDE, "a", "ar", "rad"))


def ringed(said: list[str], loud: Collection[int] = ()) -> list[str]:
    """A text's folded words as they are spelled. ``loud`` are the numbers of those in capitals:
    NA is Narcotics Anonymous.

    >>> ringed("far angst av a ga pa jobb".split())
    ['far', 'angst', 'av', 'å', 'gå', 'på', 'jobb']
    >>> ringed("a grief group".split()), ringed("ikke na".split(), {1})
    (['a', 'grief', 'group'], ['ikke', 'na'])
    """
    if SIGNS.isdisjoint(said) or not "".join(said).isascii():
        return said
    if tongue_of([one for one in said if one != "a"]) != "no":
        return said
    around = zip(["", *said], said, [*said[1:], ""], strict=False)
    return [one[1] if number in loud else meant(*one) for number, one in enumerate(around)]


def meant(before: str, word: str, after: str) -> str:
    """What a word is between two others."""
    if word in INFINITIVES and before in BEFORE_INFINITIVE:
        return INFINITIVES[word]
    if word in BESIDE and (before in I_OR_WE or after in NOT):
        return BESIDE[word]
    if word == "rad" and after == "til":
        return "råd"
    if word == "ar" and before.isdecimal():
        return "år"
    if word == "a" and after:
        return "å"
    return ALWAYS.get(word, word)
