"""Decides what a group of the sample is like."""

from functools import cache

from knutepunkt.collect.drafts import OrganisationDraft, State
from knutepunkt.sample.dice import Dice, Weighted
from knutepunkt.sample.organisations import form_of, known_at, organisation
from knutepunkt.sample.places import Address, weighted_towns
from knutepunkt.sample.schemes import concepts
from knutepunkt.sample.sketch import NEEDS_A_TALK, STATES, WAYS, Sketch, Way
from knutepunkt.sample.themes import Theme, theme_and_target
from knutepunkt.sample.words import NB, NN, Form, forms, forms_for, joining, targets

ALONE = 0.25
OTHER_LANGUAGES = 0.15
LIKELY_LANGUAGES = ("en", "pl", "ar", "uk", "so", "ti", "fa", "ur", "es", "lt", "nsl", "ru", "vi")
SAMI_LANGUAGES = ("se", "se", "se", "smj", "sma", "fkv")


def sketch(seed: int, number: int) -> Sketch:
    """Everything that is drawn about a group but its schedule and its words."""
    dice = Dice(seed, number)
    town = weighted_towns().drawn(dice)
    theme, target = theme_and_target(dice, number)
    way, state = WAYS.drawn(dice), STATES.drawn(dice)
    openness = openness_for(dice, state)
    owner, owner_form = owner_of(dice, seed, number)
    return Sketch(
        number=number,
        dice=dice,
        town=town,
        address=Address(*dice.pick(town.codes)),
        language=NN if dice.chance(town.nynorsk) else NB,
        theme=theme,
        target=targets()[target],
        way=way,
        state=state,
        openness=openness,
        form=form_for(dice, theme, way, openness),
        other_language=other_language(dice, is_sami=town.is_sami),
        owner=owner,
        owner_form=owner_form,
    )


@cache
def open_ways() -> Weighted[str]:
    """Openness of groups that take new people."""
    weights = {"open": 30, "concerned-only": 20, "newcomers-welcome": 15, "sign-up": 12}
    return Weighted((weights.get(code, 6), code) for code in joining() if code != "closed-to-new")


def openness_for(dice: Dice, state: State) -> str:
    """Who may come, as far as the state allows it."""
    if state in ("full", "closed"):
        return "closed-to-new"
    return dice.pick(("sign-up", "conversation-first")) if state == "waiting-list" else (
        open_ways().drawn(dice)
    )  # fmt: skip


def form_for(dice: Dice, theme: Theme, way: Way, openness: str) -> Form:
    """A way of working that neither the screen nor the door contradicts."""
    form = dice.pick(forms_for(theme.family, on_screen=way not in ("in-person", "hybrid")))
    needs_a_talk = openness in NEEDS_A_TALK
    if (form.code == "drop-in" and needs_a_talk) or (
        form.code == "closed-group" and not needs_a_talk
    ):
        return forms()[0]
    return form


def other_language(dice: Dice, *, is_sami: bool) -> str:
    """One more language that a group can use, "" for most."""
    if is_sami and dice.chance(0.4):
        code = dice.pick(SAMI_LANGUAGES)
    elif dice.chance(OTHER_LANGUAGES):
        code = dice.pick(LIKELY_LANGUAGES)
    else:
        return ""
    return code if code in concepts("language") else ""


def owner_of(dice: Dice, seed: int, number: int) -> tuple[OrganisationDraft | None, str]:
    """The organisation behind a group, one that came before it; a quarter stand alone."""
    if dice.chance(ALONE):
        return None, "network" if dice.chance(0.3) else "independent-group"
    owner = int(dice.draw() * known_at(number))
    return organisation(seed, owner), form_of(owner)
