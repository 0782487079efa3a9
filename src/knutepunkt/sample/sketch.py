"""What is decided about a group before its words are written."""

from dataclasses import dataclass
from typing import Literal

from knutepunkt.collect.drafts import OrganisationDraft, State
from knutepunkt.sample.dice import Dice, Weighted
from knutepunkt.sample.places import Address, Town
from knutepunkt.sample.themes import Theme
from knutepunkt.sample.words import Form, Target

Way = Literal["in-person", "online", "hybrid", "phone", "correspondence"]
WAYS: Weighted[Way] = Weighted(
    ((75, "in-person"), (11, "online"), (11, "hybrid"), (1.5, "phone"), (1.5, "correspondence"))
)
STATES: Weighted[State] = Weighted(
    (
        (80, "active"), (6, "forming"), (4, "waiting-list"), (3, "full"), (3, "paused"),
        (2, "closed"), (2, "ended"),
    )
)  # fmt: skip
NEEDS_A_TALK = frozenset({"conversation-first", "sign-up", "members", "referral", "closed-to-new"})


@dataclass(frozen=True, slots=True)
class Sketch:
    """One group's choices. ``language`` is 0 for bokmål and 1 for nynorsk, its first language."""

    number: int
    dice: Dice
    town: Town
    address: Address
    language: int
    theme: Theme
    target: Target
    way: Way
    state: State
    openness: str
    form: Form
    other_language: str
    owner: OrganisationDraft | None
    owner_form: str

    @property
    def is_here(self) -> bool:
        """People can come to a place."""
        return self.way in ("in-person", "hybrid")
