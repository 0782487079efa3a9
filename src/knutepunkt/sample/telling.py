"""Writes what a group says of itself, sentence by sentence, in its own language or two."""

from collections.abc import Iterator

from knutepunkt.sample.dice import Dice
from knutepunkt.sample.schemes import concepts
from knutepunkt.sample.seasons import YEAR
from knutepunkt.sample.sketch import Sketch
from knutepunkt.sample.words import NB, Sentence, Sentences, Voice, by_state, general, read, voice

BOTH, ENGLISH = 0.1, 0.02
SHORTEST, LONGEST, LEAST = 60, 105, 48  # words; what is put in for {…} may add a few
CODES = ("nb", "nn")
SETTINGS = {
    "in-person": "rooms", "hybrid": "rooms", "online": "screens", "phone": "phones",
    "correspondence": "letters",
}  # fmt: skip


def own_words(sketch: Sketch) -> tuple[tuple[str, str], ...]:
    """(language, text) pairs: one language, or bokmål and nynorsk that say the same."""
    drawn = sketch.dice.draw()
    if drawn < ENGLISH:
        return (("en", english(sketch)),)
    told = chosen(sketch)
    first, word = sketch.language, everyday_word(sketch)
    tongues = (first, 1 - first) if drawn < ENGLISH + BOTH else (first,)
    if word is None or len(tongues) > 1:
        told = [sentence for sentence in told if "{word}" not in sentence.nb]
    gaps = numbers(sketch.dice)
    return tuple((CODES[tongue], written(sketch, told, tongue, word or "", gaps))
                 for tongue in tongues)  # fmt: skip


def chosen(sketch: Sketch) -> list[Sentence]:
    """The sentences in the order they are written, not too few and not too many."""
    parts = list(parts_of(sketch))
    total = sum(sentence.words for _, sentence in parts) + sketch.theme.scope_words
    enough = sketch.dice.between(SHORTEST, LONGEST)
    kept = []
    for is_needed, sentence in parts:
        if is_needed or total <= enough:
            kept.append(sentence)
        else:
            total -= sentence.words
    if total < LEAST:
        more = [one for one in voice_of(sketch).said if one not in kept]
        kept.insert(-1, sketch.dice.pick(more))
    return kept


def parts_of(sketch: Sketch) -> Iterator[tuple[bool, Sentence]]:
    """Sentences in order, each with whether it must stand."""
    dice, said, norms = sketch.dice, voice_of(sketch).said, general("norms")
    yield True, dice.pick(general("beginnings" if sketch.state == "forming" else "openings"))
    yield True, dice.pick(general("kin" if sketch.target.is_kin else "scopes"))
    if sketch.target.who[NB] and not sketch.target.is_kin and dice.chance(0.7):
        yield False, dice.pick(general("targets"))
    if dice.chance(0.35) and sketch.theme.everyday[sketch.language]:
        yield False, dice.pick(general("words"))
    first, second = two(dice, said)
    yield True, first
    yield False, second
    yield True, sketch.form.said
    if dice.chance(0.7):
        yield False, dice.pick(general(SETTINGS[sketch.way]))
    if sketch.owner is None and dice.chance(0.6):
        yield False, dice.pick(general("alone"))
    if sketch.other_language:
        yield True, general("spoken")[0]
    first, second = two(dice, norms)
    yield True, first
    if dice.chance(0.4):
        yield False, second
    yield True, closing(sketch)


def voice_of(sketch: Sketch) -> Voice:
    """The voice of the theme's family; next of kin speak of their own lives instead."""
    return voice("parorende") if sketch.target.is_kin else sketch.theme.voice


def two(dice: Dice, from_: Sentences) -> tuple[Sentence, Sentence]:
    """Two different sentences."""
    first = dice.between(0, len(from_) - 1)
    return from_[first], from_[first - dice.between(1, len(from_) - 1)]


def closing(sketch: Sketch) -> Sentence:
    """A last word that fits the group's state."""
    is_plain = sketch.state == "active"
    return sketch.dice.pick(general("closings") if is_plain else by_state()[sketch.state])


def everyday_word(sketch: Sketch) -> str | None:
    """A word people use for the theme in the group's language."""
    words = sketch.theme.everyday[sketch.language]
    return sketch.dice.pick(words) if words else None


def numbers(dice: Dice) -> tuple[Sentence, int]:
    """A number word and a year, the same in both languages."""
    return dice.pick(general("numbers")), YEAR - dice.between(1, 15)


def written(
    sketch: Sketch, told: list[Sentence], tongue: int, word: str, gaps: tuple[Sentence, int]
) -> str:
    """The text in one language."""
    number, year = gaps
    return " ".join([sentence.told(tongue) for sentence in told]).format(
        scope=sketch.theme.scope[tongue],
        label=sketch.theme.inner_label[tongue],
        who=sketch.target.who[tongue],
        town=sketch.address.town,
        language=language_name(sketch.other_language, tongue),
        word=word,
        n=number.told(tongue),
        year=year,
    )


def language_name(code: str, tongue: int) -> str:
    """What a language is called, "" for none."""
    return concepts("language")[code].label[tongue] if code else ""


def english(sketch: Sketch) -> str:
    """The same kind of text in English."""
    table, dice = read("english"), sketch.dice
    last = table["closings"] if sketch.state == "active" else [table["states"][sketch.state]]
    parts = [
        dice.pick(table["openings"]),
        dice.pick(table["scopes"]).format(scope=sketch.theme.scope_en),
        *table["said"][dice.between(0, 1) : dice.between(2, 3)],
        *table["norms"][: dice.between(1, 2)],
        dice.pick(last),
    ]
    return " ".join(parts)
