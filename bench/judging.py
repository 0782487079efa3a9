"""The judged questions, and which groups of the directory are relevant to each by their facts."""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knutepunkt.directory.models import Group
from knutepunkt.directory.when import CODES, weekdays_of
from knutepunkt.search.indexing.facts import GroupFacts, MeetingFacts, facts_of
from knutepunkt.search.indexing.fees import fee_of
from knutepunkt.search.lexicon import Lexicon

JUDGED = Path(__file__).parents[1] / "tests/search/judged"
SITTINGS = (
    "",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twentyfirst",
    "twentysecond",
    "twentythird",
    "twentyfourth",
    "twentyfifth",
    "twentysixth",
    "twentyseventh",
    "twentyeighth",
    "twentyninth",
    "thirtieth",
    "thirtyfirst",
)  # Folders of the lists, in the order they were written.
# Lists made hard on purpose, as their README says: whole sentences without a theme's own words,
# dialect and broken language, themes and places drawn at random, many things in odd orders.
HARD = {
    "fourth", "fifth", "sixth", "eighth", "tenth", "eleventh", "thirteenth", "fifteenth",
    "twentieth", "twentyfirst", "twentysecond", "twentythird", "twentyfourth", "twentyfifth",
}  # fmt: skip
SCHEMES = {"theme": "theme", "people": "target-group", "language": "language",
           "access": "accessibility", "work": "working-form"}  # fmt: skip
# What is held both ways counts as each, but nobody can call in to it.
HELD = {"online": ("online", "hybrid"), "in-person": ("in-person", "hybrid"),
        "hybrid": ("hybrid",), "phone": ("phone",)}  # fmt: skip
OF_MEETING = ("in", "county", "day", "from", "until", "mode")
BATCH = 400


@dataclass(frozen=True, slots=True)
class Known:
    """A group by its uid: ``scheme:code`` of what it carries and all above, and its meetings."""

    uid: str
    mode: str
    fee: str
    concepts: frozenset[str]
    meetings: tuple[MeetingFacts, ...]


def questions(sitting: str = "") -> list[tuple[str, str, str]]:
    """(kind, question, what is relevant) of the judged questions of one sitting."""
    found = []
    for path in sorted((JUDGED / sitting).glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))[1:]
        found += [(path.stem, question, relevant) for question, relevant in rows]
    return found


def groups(lexicon: Lexicon) -> list[Known]:
    """Every group of the directory."""
    keys = list(Group.objects.values_list("pk", flat=True))
    parts = (keys[at : at + BATCH] for at in range(0, len(keys), BATCH))
    return [known(facts, lexicon) for part in parts for facts in facts_of(part)]


def known(facts: GroupFacts, lexicon: Lexicon) -> Known:
    """What one group carries."""
    above = {id_ for one in facts.concepts for id_ in lexicon.above(one)}
    codes = frozenset(f"{lexicon.scheme[id_]}:{lexicon.code_of(id_)}" for id_ in above)
    return Known(facts.uid, facts.mode, fee_of(facts.fee), codes, tuple(facts.meetings))


def is_relevant(group: Known, relevant: str) -> bool:
    """Say whether a group has the facts of one alternative."""
    return any(has(group, alternative.split()) for alternative in relevant.split(" ; "))


def has(group: Known, asked: list[str]) -> bool:
    """Say whether a group has all of some facts, those of time and place in one meeting."""
    pairs = [one.split(":", 1) for one in asked]
    carried = [f"{SCHEMES[key]}:{value}" for key, value in pairs if key in SCHEMES]
    no = [tuple(value.split(":")) for key, value in pairs if key == "no"]
    refused = [(key, value) for key, value in no if key in SCHEMES]
    others = [(key, value) for key, value in pairs if key in OF_MEETING]
    elsewhere = [(key, value) for key, value in no if key not in SCHEMES]
    if not group.concepts.issuperset(carried):
        return False
    if not group.concepts.isdisjoint(f"{SCHEMES[key]}:{code}" for key, code in refused):
        return False
    if any(value != group.fee for key, value in pairs if key == "fee"):
        return False
    return not (others or elsewhere) or any(
        all(fits(one, group.mode, *pair) for pair in others)
        and not any(fits(one, group.mode, *pair) for pair in elsewhere)
        for one in group.meetings
    )


def fits(meeting: MeetingFacts, mode: str, key: str, value: str) -> bool:
    """Say whether a meeting has one fact."""
    begins = int(meeting.start[:2]) * 60 + int(meeting.start[3:5]) if meeting.start else None
    if key == "in":
        return meeting.municipality == value
    if key == "county":
        return meeting.county == value
    if key == "day":
        dates = [date.fromisoformat(one) for one in (meeting.first_on, *meeting.also_on) if one]
        if not meeting.rrule:
            return value in [CODES[one.weekday()] for one in dates]
        return value in weekdays_of(meeting.rrule, next(iter(dates), None))
    if key == "mode":
        return (meeting.mode or mode) in HELD[value]
    if begins is None:
        return False
    return begins >= int(value) * 60 if key == "from" else begins <= int(value) * 60
