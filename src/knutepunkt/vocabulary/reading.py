"""What reading a foreign text gives, and small steps that every reader takes."""

from dataclasses import dataclass
from datetime import date

from knutepunkt.vocabulary.errors import VocabularyError
from knutepunkt.vocabulary.records import Vocabulary


@dataclass(frozen=True, slots=True)
class Reading:
    """A checked vocabulary, and a sentence for each thing the text says that we cannot keep."""

    vocabulary: Vocabulary
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unsigned:
    """Who answers for mappings and definitions that come without an author, and on which day.

    Without an author, that of the scheme answers.
    """

    on: date
    author: str = ""


def clean(text: str) -> str:
    """Return a text with plain line breaks and no blanks around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def day(text: str, where: str) -> date:
    """Return an ISO date or the day of an ISO moment; ``where`` names the statement."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        raise VocabularyError(
            f"{where} has the date “{text[:40]}”; write it as 2026-11-23."
        ) from None
