"""Questions with every filter in use, each another than the one before."""

from itertools import product
from random import Random

from knutepunkt.site.asking.question import Question

TOWNS = "Oslo Bergen Trondheim Stavanger Tromsø Bodø Hamar Molde Arendal Alta Skien Moss".split()
WORDS = ("sorg", "angst", "ensomhet", "pårørende", "rus", "kreft", "skilsmisse", "mobbing")
DAYS = (("MO", "TU", "WE"), ("TU", "TH"), ("WE", "TH", "SU"))
HOURS = ("morning", "afternoon", "evening")


def everything_chosen(chance: Random) -> list[Question]:
    """Words, place, distance, days, time of day, format and openness, in every combination."""
    found = [
        Question(word, town, "100", weekday=days, hours=hours, mode="in-person", open="1")
        for word, town, days, hours in product(WORDS, TOWNS, DAYS, HOURS)
    ]
    chance.shuffle(found)
    return found
