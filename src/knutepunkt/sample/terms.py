"""How the sample's groups are classified."""

from functools import cache

from knutepunkt.collect.drafts import Term
from knutepunkt.sample.schemes import concepts
from knutepunkt.sample.sketch import Sketch
from knutepunkt.sample.themes import Theme, themes

SECOND_THEME, SECOND_FORM, FITTED = 0.12, 0.3, 0.6
OUTDOORS = "outdoors"


def terms_of(sketch: Sketch, written_in: tuple[str, ...]) -> tuple[Term, ...]:
    """The group's terms, each once: what, for whom, how, by whom, where, in which language."""
    found = [
        *(Term("theme", code) for code in theme_codes(sketch)),
        Term("target-group", sketch.target.code),
        *(Term("working-form", code) for code in form_codes(sketch)),
        Term("organisation-form", sketch.owner_form),
        Term("format", sketch.way),
        Term("openness", sketch.openness),
        *(Term("language", code) for code in (*written_in, sketch.other_language) if code),
        *(Term("accessibility", code) for code in fitted(sketch)),
    ]
    return tuple(dict.fromkeys(found))


def theme_codes(sketch: Sketch) -> list[str]:
    """The theme, and for some groups a second one of the same family."""
    first = sketch.theme
    codes = [first.code] if first.code else []
    if codes and sketch.dice.chance(SECOND_THEME):
        codes.append(sketch.dice.pick(family(first.family)).code)
    return codes


@cache
def family(name: str) -> tuple[Theme, ...]:
    """The themes of a family."""
    return tuple(theme for theme in themes() if theme.family == name)


def form_codes(sketch: Sketch) -> tuple[str, ...]:
    """The ways of working: the one the words tell of, and often conversation."""
    is_second = sketch.dice.chance(SECOND_FORM)
    return (sketch.form.code, "conversation") if is_second else (sketch.form.code,)


@cache
def fittings() -> tuple[str, ...]:
    """What a room can be fitted with."""
    return tuple(code for code in concepts("accessibility") if code != OUTDOORS)


def fitted(sketch: Sketch) -> tuple[str, ...]:
    """What the place and the group have made provision for."""
    dice, codes = sketch.dice, fittings()
    if not sketch.is_here or not codes or not dice.chance(FITTED):
        return ()
    drawn = tuple(dice.pick(codes) for _ in range(dice.between(1, 3)))
    is_outdoors = sketch.form.code == "walk-and-talk" and OUTDOORS in concepts("accessibility")
    return tuple(dict.fromkeys((OUTDOORS, *drawn) if is_outdoors else drawn))
