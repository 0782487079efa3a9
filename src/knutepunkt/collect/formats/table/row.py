"""One row through its mapping: asked by target, cleaned, with nothing lost."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from knutepunkt.collect.clean.secrets import without_secrets
from knutepunkt.collect.clean.text import WORD, one_line, plain
from knutepunkt.collect.formats.table.mapping import ColumnMapping
from knutepunkt.collect.formats.table.plans import Plan
from knutepunkt.collect.formats.table.values import without_contacts
from knutepunkt.collect.opened import Reading


@dataclass(slots=True)
class Row:
    """A row's cells by column, with what its columns mean.

    ``passed_over`` gathers the values of columns that gave way to a first one, ``strays``
    contacts found in the wrong place; ``asked`` remembers what was cleaned.
    """

    mapping: ColumnMapping
    cells: Mapping[str, object]
    reading: Reading
    passed_over: dict[str, str] = field(default_factory=dict)
    strays: list[tuple[str, str]] = field(default_factory=list)
    asked: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def pairs(self, target: str) -> list[tuple[str, str]]:
        """Column and value of every cell that feeds the target; else its constant."""
        found = self.asked.get(target)
        if found is None:
            plan = self.mapping.plans.get(target)
            found = self.asked[target] = self.filled(target, plan) if plan else []
        return found

    def filled(self, target: str, plan: Plan) -> list[tuple[str, str]]:
        """Column and clean value of the plan's cells that say something; else its constant."""
        found = []
        for column in plan.columns:
            value = self.cells.get(column)
            if value not in (None, "") and (clean := self.clean(value, plan)):
                found.append((column, clean))
        return found or ([(target, plan.constant)] if plan.constant else [])

    def clean(self, value: object, plan: Plan) -> str:
        """A cell as clean text, on one line unless its target keeps lines.

        A word that the mapping gives a meaning becomes that; only private values keep secrets.
        """
        if type(value) is str and WORD.match(value) and not plan.words:
            return value
        text = (plain if plan.glue == "\n" else one_line)(value, self.reading)
        meant = plan.words.get(text.lower(), text) if plan.words else text
        return meant if plan.is_private else without_secrets(meant, self.reading)

    def unused(self) -> list[tuple[str, str]]:
        """Column and value of what the mapping does not speak of."""
        if "" not in self.asked:
            pairs = (
                (one_line(name), without_secrets(plain(value), self.reading))
                for name, value in self.cells.items()
                if name not in self.mapping.named
            )
            self.asked[""] = [(name, value) for name, value in pairs if value]
        return self.asked[""]

    def issue(self, field_name: str, value: str, problem: str, who: str) -> None:
        """Tell a fault of the row, without any address or number of a person in its value."""
        self.reading.issue(field_name, without_contacts(value), problem, who)

    def all(self, target: str) -> list[str]:
        """Every value that feeds the target."""
        return [value for _, value in self.pairs(target)]

    def one(self, target: str) -> str:
        """The target's value: several columns joined, or the first with the rest kept beside."""
        found = self.pairs(target)
        if len(found) < 2:
            return found[0][1] if found else ""
        if glue := self.mapping.plans[target].glue:
            return glue.join(dict.fromkeys(value for _, value in found))
        self.passed_over.update(
            {column: value for column, value in found[1:] if value != found[0][1]}
        )
        return found[0][1]

    def language_pairs(self, target: str) -> tuple[tuple[str, str], ...]:
        """(language, text) pairs of a target that may have a language behind its name."""
        pairs = ((language, self.one(name)) for language, name in self.mapping.languages[target])
        return tuple((language, text) for language, text in pairs if text)
