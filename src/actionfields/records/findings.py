"""What is claimed on the ground of the rows, and what the rows cannot settle."""

from dataclasses import dataclass

from actionfields.columns import choice, key, references, text
from actionfields.records.place import Place, certainty

EXACT, DEPENDENT, SOURCED = "A", "B", "C"
CANNOT_BE_SETTLED = "cannot_be_settled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Place):
    """A proposition, how it is computed from the rows, and the value that is expected.

    Classes: A comes out exactly; B in direction only, or depending on a rule of coding; C is an
    assessment with a source, and is shown but neither confirmed nor denied.
    """

    finding_id: str = key("The short name of the finding.")
    reproduction: str = choice(
        "How far it can be reproduced.", EXACT, DEPENDENT, SOURCED, required=True
    )
    proposition_nb: str = text("The finding in bokmål.")
    proposition_en: str = text("The finding in English.")
    expression: str = text("How it is computed, in the vocabulary of expressions.")
    expected: str = text("The value expected, as JSON.")
    stands_while: str = text(
        "What must be true for it to stand at all; nothing: the value expected."
    )
    stated_in: tuple[str, ...] = references("sources", "Where the finding is stated.")
    certainty: str = certainty()
    caveat_nb: str = text("What must be said with it, in bokmål.")
    caveat_en: str = text("What must be said with it, in English.")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion(Place):
    """A question the material raises and does not answer; no measure may answer it either."""

    open_question_id: str = key("The short name of the question.")
    status: str = choice("How it stands.", CANNOT_BE_SETTLED, "open", required=True)
    question_nb: str = text("The question in bokmål.")
    question_en: str = text("The question in English.")
    reason_nb: str = text("Why it stands open, in bokmål.")
    reason_en: str = text("Why it stands open, in English.")
    stated_in: tuple[str, ...] = references("sources", "Where that is said.")
