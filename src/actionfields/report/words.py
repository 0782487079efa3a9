"""What the report says around the data, in bokmål and English; two tables hold every text."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LANGUAGES = ("nb", "en")


@dataclass(frozen=True, slots=True)
class Words:
    """The texts in one language."""

    language: str

    def __call__(self, code: str, **facts: str | int) -> str:
        """A sentence by its code, with its figures filled in."""
        return table("words.csv")[code][self.language].format(**facts)

    def term(self, word: str) -> str:
        """A word of the coder's in plain letters; one we have no translation for as it stands."""
        row = table("terms.csv").get(word)
        return row[self.language] if row else word.replace("_", " ")

    def number(self, value: float) -> str:
        """A number with at most two decimals, the comma of the language, and a true minus."""
        text = f"{value:.2f}".rstrip("0").rstrip(".").replace("-", "−")
        return text.replace(".", ",") if self.language == "nb" else text


@cache
def table(name: str) -> dict[str, dict[str, str]]:
    """One table of texts by code."""
    lines = (files("actionfields.report") / name).read_text(encoding="utf-8").splitlines()
    return {row["code"]: row for row in csv.DictReader(lines)}
