"""One row through its mapping: asked by target, cleaned, with nothing lost."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from knutepunkt.collect.clean.secrets import without_secrets
from knutepunkt.collect.clean.text import one_line, plain
from knutepunkt.collect.formats.table.mapping import ColumnMapping
from knutepunkt.collect.formats.table.targets import BY_NAME, target_named
from knutepunkt.collect.opened import Reading

GLUE = {"space": " ", "comma": ", ", "lines": "\n"}


@dataclass(slots=True)
class Row:
    """A row's cells by column, with what its columns mean.

    ``passed_over`` gathers the values of columns that gave way to a first one.
    """

    mapping: ColumnMapping
    cells: Mapping[str, object]
    reading: Reading
    passed_over: dict[str, str] = field(default_factory=dict)

    def pairs(self, target: str) -> list[tuple[str, str]]:
        """Column and value of every cell that feeds the target; else its constant."""
        keeps_lines = target_known(target) == "lines"
        clean = plain if keeps_lines else one_line
        columns = self.mapping.columns.get(target, ())
        found = [
            (column, self.meant(target, clean(self.cells.get(column), self.reading)))
            for column in columns
        ]
        found = [(column, value) for column, value in found if value]
        if not found and target in self.mapping.constants:
            found = [(target, self.mapping.constants[target])]
        return found

    def meant(self, target: str, value: str) -> str:
        """The value that the mapping gives for the file's word, else the word, without secrets."""
        words = self.mapping.values.get(target)
        meant = words.get(value.lower(), value) if words else value
        return meant if target_is_private(target) else without_secrets(meant, self.reading)

    def all(self, target: str) -> list[str]:
        """Every value that feeds the target."""
        return [value for _, value in self.pairs(target)]

    def one(self, target: str) -> str:
        """The target's value: several columns joined, or the first with the rest kept beside."""
        found = self.pairs(target)
        if not found:
            return ""
        if glue := GLUE.get(target_known(target)):
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


def target_known(target: str) -> str:
    """How a target joins its columns."""
    known = target_named(target)
    return known.joining if known else "first"


def target_is_private(target: str) -> bool:
    """Say whether a target holds contacts."""
    return target in BY_NAME and BY_NAME[target].is_private
