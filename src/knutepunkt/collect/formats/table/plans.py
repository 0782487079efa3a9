"""How each target of a mapping is filled: worked out once for a table, not for every row."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knutepunkt.collect.formats.table.targets import target_named

GLUE = {"space": " ", "comma": ", ", "lines": "\n"}


@dataclass(frozen=True, slots=True)
class Plan:
    """Where one target's values come from, and what is done to them.

    ``glue`` joins several columns; without it the first value wins. ``words`` are the mapping's
    meanings of the file's words.
    """

    columns: tuple[str, ...]
    constant: str
    words: Mapping[str, str]
    glue: str
    is_private: bool


def plan_of(
    target: str,
    columns: Mapping[str, tuple[str, ...]],
    constants: Mapping[str, str],
    values: Mapping[str, Mapping[str, str]],
) -> Plan:
    """The plan of one target."""
    known = target_named(target)
    return Plan(
        columns=columns.get(target, ()),
        constant=constants.get(target, ""),
        words=values.get(target, {}),
        glue=GLUE.get(known.joining, "") if known else "",
        is_private=known.is_private if known else False,
    )


def with_languages(target: str, names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """(language, name) of a target and of those with a language behind (``own_words_nn``)."""
    wanted = [name for name in dict.fromkeys([target, *names]) if is_same(name, target)]
    return tuple((name.removeprefix(target).strip("_"), name) for name in wanted)


def is_same(name: str, target: str) -> bool:
    """Say whether a name is the target's, but for a language behind it."""
    return f"{name}_".startswith(f"{target}_")
