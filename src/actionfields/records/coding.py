"""How the sources are read: the codebook, who coded, and what each actor was found to say."""

from dataclasses import dataclass

from actionfields.columns import choice, date, key, reference, text, whole, word
from actionfields.edtf import Moment
from actionfields.records.place import Place, certainty, coder, sources

QUESTION, CATEGORY, MODEL, FUNCTION = "question", "category", "model", "function"
VOICES = ("quoted", "paraphrase", "author_assessment", "coder_inference")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coder:
    """A person who codes; a pseudonym will do."""

    coder_id: str = key("The short name of the coder.")
    label: str = text("What the coder is called.")
    is_blind: str = choice("Whether the coding was done without sight of the others.", "yes", "no")
    note: str = text("What a reader must know of the coder.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Code(Place):
    """One entry of the codebook: a question, a category under one, a model or a unit's function."""

    code: str = key("The short name used in the tables.")
    level: str = choice("What the entry is.", QUESTION, CATEGORY, MODEL, FUNCTION, required=True)
    question: str = reference("codebook", "The question a category answers.", required=False)
    label_nb: str = text("Its name in bokmål.")
    label_en: str = text("Its name in English.")
    definition: str = text("When the code is used.")
    version: str = word("The version of the codebook that brought it in, such as 1 or 2026-03.")
    retired: Moment | None = date("When it went out of use.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Place):
    """One actor's stance on one category in one period, as its sources give it.

    ``stance`` 0 means spoken of as unimportant, or mixed. Where there is no row, nothing is known.
    """

    statement_id: str = key("The short name of the statement.")
    actor_id: str = reference("actors", "Who holds it.")
    period: str = reference("periods", "When.")
    question: str = reference("codebook", "The question it answers.")
    category: str = reference("codebook", "What it is about.")
    stance: int = whole("For (1), against (-1), or unimportant or mixed (0).", -1, 1, required=True)
    strength: int | None = whole("How clearly: 1 in passing, 2 plainly, 3 most clearly.", 1, 3)
    claim_nb: str = text("What is said, in the coder's words, in bokmål.")
    claim_en: str = text("What is said, in the coder's words, in English.")
    voice: str = choice("Who is heard.", *VOICES, required=True)
    source_id: tuple[str, ...] = sources()
    certainty: str = certainty()
    coder_id: str = coder()
