"""The reference of the measures, from their docstrings; write_reference.py writes the page."""

import inspect
import re
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from actionfields import comparing, measures
from actionfields.measures.refusals import REASONS

HEAD = """# Measures

<!-- Written by `make docs` from the code; change it there. -->

The measures of a field, as functions: `from actionfields.measures import alpha`. What each needs,
gives and refuses stands with it; why some are refused:
[what is refused](../explanation/refused-measures.md). Every example is run by the tests. Values
published elsewhere, networkx and counting by hand are what they are tested against; `krippendorff`
and `prince` too, where they are installed.
"""
APPLIED = """# Applied to a field

`from actionfields.comparing import compare`: the same measures over a field that was read.
"""
REFUSALS = """# Reasons for refusing

A measure that is refused is a `Refused` with one of these codes, the figures that decided it, and a
sentence in English and bokmål.

| code | sentence |
|---|---|
"""
DOUBLED = re.compile(r"``([^`]+)``")


def measures_text() -> str:
    """The whole page on measures."""
    parts = [HEAD, *sections(measures), APPLIED, *sections(comparing), REFUSALS + reasons()]
    return "\n".join(parts)


def reasons() -> str:
    """The rows of the table of reasons."""
    return "".join(f"| `{code}` | {row['en']} |\n" for code, row in REASONS.items())


def sections(room: ModuleType) -> Iterator[str]:
    """A section for each name a room gives out: functions, then what they answer with."""
    names = [(name, getattr(room, name)) for name in room.__all__]
    for name, what in sorted(names, key=lambda one: inspect.isclass(one[1])):
        yield f"## `{called(name, what)}`\n\n{written(inspect.getdoc(what) or '')}\n"


def called(name: str, what: Any) -> str:
    """How a function is called; a class by its name."""
    if inspect.isclass(what):
        return name
    return f"{name}({', '.join(inspect.signature(what).parameters)})"


def written(told: str) -> str:
    """A docstring as Markdown: examples set as code, names in single marks."""
    blocks = re.split(r"\n\n+", told)
    return "\n\n".join(block if block.startswith("    ") else prose(block) for block in blocks)


def prose(block: str) -> str:
    """A paragraph, a list or an example."""
    if block.startswith(">>>"):
        return "\n".join(f"    {line}" for line in block.splitlines())
    return DOUBLED.sub(r"`\1`", block)
