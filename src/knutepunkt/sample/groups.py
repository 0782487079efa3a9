"""The sample's records, one after the other, in memory that does not grow with their number."""

from collections.abc import Iterator

from knutepunkt.collect.drafts import GroupDraft, RecordDraft, Term
from knutepunkt.sample import SEED, seasons
from knutepunkt.sample.choosing import sketch
from knutepunkt.sample.dice import Dice
from knutepunkt.sample.meetings import meetings_of
from knutepunkt.sample.naming import name_of
from knutepunkt.sample.organisations import EACH, MOST, PER_GROUPS, record
from knutepunkt.sample.schedules import When, when
from knutepunkt.sample.schemes import concepts
from knutepunkt.sample.sketch import Sketch
from knutepunkt.sample.telling import own_words
from knutepunkt.sample.terms import terms_of
from knutepunkt.sample.words import general, joining

DAYS_OF_CHANGE = (seasons.SAID[1] - seasons.SAID[0]).days
CONFIRMED, PRICED, LINKED = 0.6, 0.55, 0.5


def records(count: int, seed: int = SEED) -> Iterator[RecordDraft]:
    """``count`` groups, and three organisations before each fifty of them (3,000 at most).

    Record ``i`` depends on the seed and on ``i`` alone: the records of a smaller count are the
    first of a larger one.
    """
    for number in range(count):
        if number % PER_GROUPS == 0:
            first = number // PER_GROUPS * EACH
            for organisation in range(first, min(first + EACH, MOST)):
                yield record(seed, organisation)
        yield group_record(seed, number)


def group_record(seed: int, number: int) -> RecordDraft:
    """Group ``number`` with its meetings and its organisation."""
    told = sketch(seed, number)
    dice = told.dice
    first = When() if told.way == "correspondence" else when(dice)
    said_on = seasons.day_after(seasons.SAID[0], dice.between(0, DAYS_OF_CHANGE))
    return RecordDraft(
        key=f"gruppe-{number}",
        group=group(told, name_of(told, first)),
        meetings=() if told.state == "ended" else meetings_of(told, first),
        organisation=told.owner,
        said_on=said_on,
        confirmed_on=confirmed_on(dice, said_on),
    )


def group(told: Sketch, name: str) -> GroupDraft:
    """What a seeker joins."""
    dice, target = told.dice, told.target
    words = own_words(told)
    terms = terms_of(told, tuple(language for language, _ in words))
    return GroupDraft(
        name=name,
        key=f"gruppe-{told.number}",
        own_words=words,
        state=told.state,
        how_to_join=how_to_join(told, words[0][0]),
        fee=dice.pick(general("fees")).told(told.language) if dice.chance(PRICED) else "",
        accessibility=provisions(terms, told.language),
        minimum_age=target.youngest,
        maximum_age=target.oldest,
        url=f"https://gruppe-{told.number}.example.org/" if dice.chance(LINKED) else "",
        terms=terms,
    )


def how_to_join(told: Sketch, language: str) -> str:
    """What a newcomer does first; nothing for a group that has ended."""
    if told.state == "ended":
        return ""
    return told.dice.pick(joining()[told.openness])[2 if language == "en" else told.language]


def provisions(terms: tuple[Term, ...], language: int) -> str:
    """The accessibility terms as words, the first with a capital."""
    labels = concepts("accessibility")
    words = [labels[term.code].label[language] for term in terms if term.scheme == "accessibility"]
    return ". ".join(words) + "." if words else ""


def confirmed_on(dice: Dice, said_on: str) -> str:
    """When somebody said "still right", for more than half: the day of change or later."""
    if not dice.chance(CONFIRMED):
        return ""
    latest = seasons.SAID[1].isoformat()
    drawn = seasons.day_after(seasons.SAID[0], dice.between(0, DAYS_OF_CHANGE))
    return min(max(said_on, drawn), latest)
