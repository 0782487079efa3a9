"""The mapping of a table: which column means what. Written by people as TOML.

``docs/reference/mapping-file.md`` describes the file.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property, lru_cache
from typing import Literal, cast, get_args

from knutepunkt.collect.drafts import State
from knutepunkt.collect.formats.table.mapping_faults import fault, nearest
from knutepunkt.collect.formats.table.plans import Plan, plan_of, with_languages
from knutepunkt.collect.formats.table.targets import BY_NAME, IN_LANGUAGES, target_named
from knutepunkt.collect.tables import Shape

SECTIONS = ("table", "columns", "constants", "values", "ignore")
SHAPE = ("separator", "encoding", "header_row", "sheet", "rows")
Rows = Literal["groups", "organisations"]
STATES = get_args(State)
ROWS = ("groups", "organisations")


@dataclass(frozen=True)
class ColumnMapping:
    """What a table's columns mean.

    ``columns`` gives for each target its columns; ``constants`` a value for every row; ``values``
    for each target what the file's words mean; ``ignore`` the columns left out by name. ``rows``
    tells whether a row is a group (with its meeting) or only an organisation.
    """

    columns: Mapping[str, tuple[str, ...]]
    constants: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    ignore: tuple[str, ...] = ()
    shape: Shape = field(default_factory=Shape)
    rows: Rows = "groups"

    @cached_property
    def plans(self) -> dict[str, Plan]:
        """How each target that the mapping speaks of is filled."""
        return {
            target: plan_of(target, self.columns, self.constants, self.values)
            for target in (*self.columns, *self.constants)
        }

    @cached_property
    def languages(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """(language, name) of every target that may be told in several languages."""
        return {target: with_languages(target, self.plans) for target in IN_LANGUAGES}

    @cached_property
    def named(self) -> set[str]:
        """Every column that the mapping speaks of."""
        return {column for columns in self.columns.values() for column in columns} | set(
            self.ignore
        )


def as_text(mapping: ColumnMapping) -> str:
    """The mapping as JSON, short enough to lie in every raw record."""
    return json.dumps(as_dict(mapping), ensure_ascii=False, separators=(",", ":"))


def as_dict(mapping: ColumnMapping) -> dict[str, object]:
    """The mapping as a mapping file's content."""
    shape = {key: value for key, value in asdict(mapping.shape).items() if value not in ("", None)}
    return {
        "table": {**shape, "rows": mapping.rows},
        "columns": {target: list(columns) for target, columns in mapping.columns.items()},
        "constants": dict(mapping.constants),
        "values": {target: dict(words) for target, words in mapping.values.items()},
        "ignore": list(mapping.ignore),
    }


@lru_cache(maxsize=64)
def from_text(text: str) -> ColumnMapping:
    """The mapping of ``as_text``. Raises ValueError or CollectError."""
    return mapping_from(json.loads(text))


def mapping_from(content: Mapping[str, object]) -> ColumnMapping:
    """The mapping of a parsed mapping file. Raises CollectError that names key and remedy."""
    for section in content:
        if section not in SECTIONS:
            raise fault(section, f"there is no section [{section}]{nearest(section, SECTIONS)}")
    table = section_of(content, "table")
    return ColumnMapping(
        columns=columns_of(section_of(content, "columns")),
        constants=constants_of(section_of(content, "constants")),
        values=values_of(section_of(content, "values")),
        ignore=names_of("ignore", content.get("ignore", [])),
        shape=shape_of(table),
        rows=rows_of(table),
    )


def section_of(content: Mapping[str, object], name: str) -> Mapping[str, object]:
    """A section, empty when it is not there."""
    section = content.get(name, {})
    if not isinstance(section, Mapping):
        raise fault(name, f"{name} is a section; write [{name}] on a line of its own")
    return cast("Mapping[str, object]", section)


def columns_of(section: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    """The columns of each target."""
    columns = {}
    for name, value in section.items():
        check_target(name)
        columns[name] = names_of(name, value)
    return columns


def constants_of(section: Mapping[str, object]) -> dict[str, str]:
    """The constant of each target."""
    for name, value in section.items():
        check_target(name)
        if isinstance(value, (list, dict)):
            raise fault(name, f'a constant is one value; write {name} = "…"')
    return {name: str(value) for name, value in section.items()}


def values_of(section: Mapping[str, object]) -> dict[str, dict[str, str]]:
    """For each target, what the file's words mean, by lower-case word."""
    meanings = {}
    for name, words in section.items():
        check_target(name)
        if not isinstance(words, Mapping):
            raise fault(
                name, f'write [values.{name}] and below it lines such as "Pauset" = "paused"'
            )
        check_meanings(name, words.values())
        meanings[name] = {str(word).strip().lower(): str(says) for word, says in words.items()}
    return {name: words for name, words in meanings.items() if words}


def check_meanings(target: str, meanings: Iterable[object]) -> None:
    """Raise CollectError when a word is said to mean a state that does not exist."""
    for meaning in meanings if target == "state" else ():
        if meaning not in STATES:
            raise fault(
                target, f"there is no state {meaning}; you: write one of {', '.join(STATES)}"
            )


def names_of(key: str, value: object) -> tuple[str, ...]:
    """One column's name or a list of them."""
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, (list, tuple)) or not all(isinstance(name, str) for name in names):
        raise fault(key, f'write {key} = "Column" or {key} = ["Column", "Other column"]')
    return tuple(str(name) for name in names)


def check_target(name: str) -> None:
    """Raise CollectError for a target that does not exist, with the nearest that does."""
    if target_named(name) is None:
        raise fault(name, f"there is no target {name}{nearest(name, BY_NAME)}")


def shape_of(table: Mapping[str, object]) -> Shape:
    """The form of the table, as far as the user told it."""
    for key in table:
        if key not in SHAPE:
            raise fault(key, f"[table] has no key {key}{nearest(key, SHAPE)}")
    header = table.get("header_row")
    if header is not None and (not isinstance(header, int) or isinstance(header, bool)):
        raise fault("header_row", "header_row is a number, counted from 1; 0 for no header")
    separator = str(table.get("separator", ""))
    if len(separator) > 1:
        raise fault("separator", "a separator is one character, such as ; or \\t")
    encoding, sheet = str(table.get("encoding", "")), str(table.get("sheet", ""))
    return Shape(separator, encoding, header, sheet)


def rows_of(table: Mapping[str, object]) -> Rows:
    """What a row is."""
    rows = table.get("rows", "groups")
    if rows not in ROWS:
        raise fault("rows", 'rows is "groups" or "organisations"')
    return cast("Rows", rows)
