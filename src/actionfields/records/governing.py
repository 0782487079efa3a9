"""How the field is coordinated: models and who wants them, plans and their fate, the unit."""

from dataclasses import dataclass

from actionfields.columns import choice, date, key, reference, text, word
from actionfields.edtf import Moment
from actionfields.records.place import Place, certainty, coder, sources

FATES = ("kept", "toned_down", "transformed", "discontinued", "built_up", "reduced", "unknown")


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelStance(Place):
    """What one actor holds of one model of coordination in one period."""

    model_stance_id: str = key("The short name of the row.")
    model_id: str = reference("codebook", "The model.")
    actor_id: str = reference("actors", "Who.")
    period: str = reference("periods", "When.")
    stance: str = word("supports, opposes, neutral, not_included, implements …", required=True)
    source_id: tuple[str, ...] = sources()
    certainty: str = certainty()
    coder_id: str = coder()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Place):
    """A plan or a practice that measures belong to."""

    plan_id: str = key("The short name of the plan.")
    name_nb: str = text("What it is called in bokmål.")
    name_en: str = text("What it is called in English.")
    period: str = reference("periods", "The period it applied in.", required=False)
    when: Moment | None = date("When it applied.")
    source_id: tuple[str, ...] = sources()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Place):
    """One measure of a plan and what became of it."""

    measure_id: str = key("The short name of the measure.")
    name_nb: str = text("What it is called in bokmål.")
    name_en: str = text("What it is called in English.")
    plan_id: str = reference("plans", "The plan it belongs to.")
    start: Moment | None = date("When it began.")
    fate: str = choice("What became of it.", *FATES, required=True)
    fate_date: Moment | None = date("When that was.")
    description_nb: str = text("What became of it, in bokmål.")
    description_en: str = text("What became of it, in English.")
    source_id: tuple[str, ...] = sources()
    certainty: str = certainty()
    coder_id: str = coder()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitFunction(Place):
    """Whether a coordinating unit performs one of its functions, where, and how that shows."""

    unit_function_id: str = key("The short name of the row.")
    function_id: str = reference("codebook", "The function.")
    actor_id: str = reference("actors", "The unit.")
    period: str = reference("periods", "When.")
    level: str = word("Where: in a local process, or nationally.")
    performed: str = word("performed, not_performed, weak, contested …", required=True)
    evidence_nb: str = text("How it shows, in bokmål.")
    evidence_en: str = text("How it shows, in English.")
    source_id: tuple[str, ...] = sources()
    certainty: str = certainty()
    coder_id: str = coder()
