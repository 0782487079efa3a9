"""One row through its mapping: asked by target, cleaned, with nothing lost."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from knutepunkt.collect.clean.secrets import without_secrets
from knutepunkt.collect.clean.text import one_line, plain
from knutepunkt.collect.formats.table.mapping import ColumnMapping
from knutepunkt.collect.formats.table.targets import BY_NAME, target_named
from knutepunkt.collect.formats.table.values import without_contacts
from knutepunkt.collect.opened import Reading

GLUE = {"space": " ", "comma": ", ", "lines": "\n"}


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
        if target not in self.mapping.columns and target not in self.mapping.constants:
            return []
        if target not in self.asked:
            columns = self.mapping.columns.get(target, ())
            found = [(column, self.cell(column, target)) for column in columns]
            constant = self.mapping.constants.get(target, "")
            found = [pair for pair in found if pair[1]]
            self.asked[target] = found or ([(target, constant)] if constant else [])
        return self.asked[target]

    def cell(self, column: str, target: str) -> str:
        """A cell as clean text, on one line unless the target keeps lines."""
        value = self.cells.get(column)
        if value is None or value == "":
            return ""
        clean = plain if joining_of(target) == "lines" else one_line
        return self.meant(target, clean(value, self.reading))

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

    def meant(self, target: str, value: str) -> str:
        """The value that the mapping gives for the file's word, else the word, without secrets."""
        words = self.mapping.values.get(target)
        meant = words.get(value.lower(), value) if words else value
        return meant if target_is_private(target) else without_secrets(meant, self.reading)

    def issue(self, field_name: str, value: str, problem: str, who: str) -> None:
        """Tell a fault of the row, without any address or number of a person in its value."""
        self.reading.issue(field_name, without_contacts(value), problem, who)

    def all(self, target: str) -> list[str]:
        """Every value that feeds the target."""
        return [value for _, value in self.pairs(target)]

    def one(self, target: str) -> str:
        """The target's value: several columns joined, or the first with the rest kept beside."""
        found = self.pairs(target)
        if not found:
            return ""
        if glue := GLUE.get(joining_of(target)):
            return glue.join(dict.fromkeys(value for _, value in found))
        self.passed_over.update(
            {column: value for column, value in found[1:] if value != found[0][1]}
        )
        return found[0][1]

    def language_pairs(self, target: str) -> tuple[tuple[str, str], ...]:
        """(language, text) pairs of a target that may have a language behind its name."""
        names = [target, *self.mapping.columns, *self.mapping.constants]
        wanted = [name for name in dict.fromkeys(names) if f"{name}_".startswith(f"{target}_")]
        pairs = ((name.removeprefix(target).strip("_"), self.one(name)) for name in wanted)
        return tuple((language, text) for language, text in pairs if text)


@cache
def joining_of(target: str) -> str:
    """How a target joins its columns."""
    known = target_named(target)
    return known.joining if known else "first"


def target_is_private(target: str) -> bool:
    """Say whether a target holds contacts."""
    return target in BY_NAME and BY_NAME[target].is_private
