"""What the sample's groups are about."""

from functools import cache
from typing import NamedTuple

from knutepunkt.sample.dice import Dice, Weighted
from knutepunkt.sample.schemes import Concept, Pair, concepts
from knutepunkt.sample.words import Voice, read, voice

ANY = Concept("", "", ("Samtaler om livet", "Samtalar om livet"), ("", ""), "", ((), ()))
LONGEST_WORD = 4


class Theme(NamedTuple):
    """A theme as texts need it; ``scope`` begins with "for" and ends with its full stop."""

    code: str
    family: str
    label: Pair
    inner_label: Pair
    scope: Pair
    scope_en: str
    scope_words: int
    everyday: tuple[tuple[str, ...], tuple[str, ...]]
    targets: tuple[str, ...]
    voice: Voice


@cache
def themes() -> tuple[Theme, ...]:
    """Every theme there is; one nameless theme when the scheme is missing."""
    return tuple(map(theme, (concepts("theme") or {"": ANY}).values()))


def theme(concept: Concept) -> Theme:
    """A concept with its voice and its words."""
    said = read("themes")
    family = concept.broader or concept.code
    spoken = voice(said["voices"].get(concept.code, family))
    is_quiet = {concept.code, family} & set(said["quiet"])
    nb, nn = concept.also
    return Theme(
        code=concept.code,
        family=family,
        label=concept.label,
        inner_label=(inner(concept.label[0]), inner(concept.label[1])),
        scope=(scope(concept.scope[0], "for alle."), scope(concept.scope[1], "for alle.")),
        scope_en=scope(concept.scope_en, "for everyone."),
        scope_words=len(concept.scope[0].split()),
        everyday=((), ()) if is_quiet else (everyday(nb), everyday(nn)),
        targets=tuple(said["targets"].get(concept.code, spoken.targets)),
        voice=spoken,
    )


def inner(label: str) -> str:
    """A label as it stands inside a sentence; "ME og …" keeps its capitals."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def scope(text: str, otherwise: str) -> str:
    """A theme's "For deg som …" as it stands behind "Gruppa er"."""
    return inner(text) if text.startswith("For ") else otherwise


def everyday(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words a group may quote: short and without capitals, so never anybody's name."""
    return tuple(word for word in words
                 if word.islower() and len(word.split()) <= LONGEST_WORD
                 and word.replace(" ", "").isalpha())  # fmt: skip


@cache
def weighted() -> Weighted[Theme]:
    """Themes as often as groups about them are found; a family's head twice."""
    weights = read("themes")["weights"]
    return Weighted(
        (weights.get(one.family, 1) * (2 if one.code == one.family else 1), one) for one in themes()
    )


def theme_and_target(dice: Dice, number: int) -> tuple[Theme, str]:
    """What group ``number`` is about and for whom.

    Even numbers take every theme in turn, and each time round the theme's next target, so that a
    sample of some size has them all; odd numbers follow the weights.
    """
    turn, is_free = divmod(number, 2)
    if is_free:
        drawn = weighted().drawn(dice)
        return drawn, dice.pick(drawn.targets)
    lap, place = divmod(turn, len(themes()))
    told = themes()[place]
    return told, told.targets[lap % len(told.targets)]
