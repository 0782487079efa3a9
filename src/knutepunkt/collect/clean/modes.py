"""Whether people meet in person, online or both, in the words of lists."""

import re
from functools import lru_cache

from knutepunkt.collect.drafts import Mode

# Each word is tried as the beginning of one, in Norwegian, English, German, Swedish and Danish.
BEGINNINGS: dict[Mode, str] = {
    "in-person": r"fysisk|fysiskt|oppmøte|oppmøde|fremmøde|ansikt|face.to.face|physical|in.person|"
    r"on.?site|i lokalet|på stedet|på staden|på plats|vor ort|präsenz|persönlich",
    "online": r"online|digital|på nett|over nett|nett(?:møte|basert|gruppe|et)?\b|netbasert|"
    r"på nätet|webb?|video|virtu|zoom|teams|skype|remote|internett?",
    "hybrid": r"hybrid|både og|begge del|beides|both\b",
}
BY_MODE = {mode: re.compile(rf"\b(?:{words})") for mode, words in BEGINNINGS.items()}
DENIED = re.compile(r"\b(?:ikke|ikkje|ikk|not|no|nicht|kein|inte|uten|utan|without|ohne|utan)\b")
MOST_LETTERS = 200  # Of a cell; a longer one tells of more than how people meet.


@lru_cache(maxsize=2000)
def mode_in(text: str) -> Mode:
    """How people meet by a few words about it; "" where they say nothing of it, or deny it.

    >>> mode_in("Både fysisk og digitalt"), mode_in("Fysisk fremmøde"), mode_in("By video")
    ('hybrid', 'in-person', 'online')
    >>> mode_in("ikke på nett"), mode_in("Vor Ort und online"), mode_in("kaffe")
    ('', 'hybrid', '')
    """
    said = text[:MOST_LETTERS].lower().replace("_", " ")
    if len(text) > MOST_LETTERS or DENIED.search(said):
        return ""
    found = {mode for mode, words in BY_MODE.items() if words.search(said)}
    return "hybrid" if "hybrid" in found or len(found) > 1 else min(found, default="")
