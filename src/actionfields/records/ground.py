"""What everything rests on: the periods that are compared and the sources that speak of them."""

from dataclasses import dataclass

from actionfields.columns import date, flag, key, references, text, word, words
from actionfields.edtf import Moment
from actionfields.records.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Period(Place):
    """A stretch of time, or one case in it, that is looked at as one."""

    period: str = key("The short name of the period.")
    case: str = word("The case or process the period stands for.")
    when: Moment | None = date("When it was.")
    label_nb: str = text("Its name in bokmål.")
    label_en: str = text("Its name in English.")
    material_nb: str = text("What kind of material it is known from, in bokmål.")
    material_en: str = text("What kind of material it is known from, in English.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Place):
    """A text, a talk or a document that rows rest on; also one that is missing.

    A missing source has ``type`` missing_source, so that the gap shows in the material profile.
    """

    source_id: str = key("The short name of the source.")
    label: str = text("What the source is called.")
    type: str = word(
        "What kind of source: interview, plan, seminar_paper, missing_source …", required=True
    )
    date: Moment | None = date("When it was made.")
    periods: tuple[str, ...] = references("periods", "The periods it speaks of.")
    access: str = word("Who can look it up.")
    voice: str = word("Whose voice it is.")
    anonymised: bool = flag("Whether the speaker's name is withheld.")
    flags: tuple[str, ...] = words("Reservations, such as telephone, date_conflict or undated.")
