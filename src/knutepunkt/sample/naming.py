"""Invents names of groups."""

from functools import cache

from knutepunkt.sample.dice import Weighted
from knutepunkt.sample.schedules import When
from knutepunkt.sample.sketch import Sketch
from knutepunkt.sample.words import Pair, pairs, read

WEIGHTS = (6, 2, 5, 4, 3, 2, 2)
LONGEST_LABEL = 34


@cache
def patterns() -> Weighted[Pair]:
    """Patterns of names, as often as groups use them."""
    return Weighted(zip(WEIGHTS, pairs(read("names")["patterns"]), strict=True))


@cache
def images() -> tuple[str, ...]:
    """Words that groups are named after."""
    return tuple(read("names")["images"].split())


@cache
def day_names() -> dict[str, Pair]:
    """What a group that meets on a weekday may be called."""
    return {day: (nb, nn) for day, (nb, nn) in read("names")["days"].items()}


def name_of(sketch: Sketch, told: When) -> str:
    """A name in the group's language; a pattern that does not fit gives way to the first."""
    dice, tongue = sketch.dice, sketch.language
    pattern = patterns().drawn(dice)[tongue]
    if not fits(pattern, sketch, told):
        pattern = patterns().things[0][tongue]
    label = sketch.theme.label if pattern.startswith("{label}") else sketch.theme.inner_label
    return pattern.format(
        noun=dice.pick(sketch.theme.voice.nouns[tongue]),
        image=dice.pick(images()),
        label=label[tongue],
        town=sketch.address.town,
        who=sketch.target.who[tongue],
        day=day_names()[told.day][tongue] if told.day else "",
    )


def fits(pattern: str, sketch: Sketch, told: When) -> bool:
    """Say whether there is something good to put into every gap of a pattern."""
    if "{day}" in pattern:
        return bool(told.day)
    if "{who}" in pattern:
        return bool(sketch.target.who[0])
    if "{town}" in pattern and not sketch.is_here:
        return False
    return "{label}" not in pattern or len(sketch.theme.label[0]) <= LONGEST_LABEL
