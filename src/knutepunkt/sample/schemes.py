"""The terms that the sample classifies with, from the node's own scheme files.

Read straight from the files, so that a sample can be made without a database and without the
schemes that are missing.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

import knutepunkt.vocabulary

FOLDER = Path(knutepunkt.vocabulary.__file__).parent / "data"
Pair = tuple[str, str]


class Concept(NamedTuple):
    """One term; pairs are (bokmål, nynorsk)."""

    code: str
    broader: str
    label: Pair
    scope: Pair
    scope_en: str
    also: tuple[tuple[str, ...], tuple[str, ...]]


@cache
def concepts(scheme: str) -> dict[str, Concept]:
    """The concepts of a scheme by code, in the order of the codes; none when it is missing."""
    found = {}
    for path in sorted((FOLDER / scheme).glob("*.toml")):
        if path.name != "scheme.toml":
            tables = tomllib.loads(path.read_text(encoding="utf-8"))
            found.update({code: concept(code, table) for code, table in tables.items()})
    return dict(sorted(found.items()))


def concept(code: str, table: dict[str, object]) -> Concept:
    """One term of a file; a text without nynorsk is the same in both."""
    scope, also = texts(table.get("scope")), table.get("also")
    words = also if isinstance(also, dict) else {}
    nb, nn = (tuple(words.get(language, ())) for language in ("nb", "nn"))
    return Concept(
        code, str(table.get("broader", "")), pair(texts(table)), pair(scope),
        scope.get("en", ""), (nb, nn),
    )  # fmt: skip


def texts(table: object) -> dict[str, str]:
    """The texts of a table by language."""
    items = table.items() if isinstance(table, dict) else ()
    return {str(key): value for key, value in items if isinstance(value, str)}


def pair(found: dict[str, str]) -> Pair:
    """Bokmål and nynorsk, each standing in for the other."""
    nb, nn = found.get("nb", ""), found.get("nn", "")
    return nb or nn, nn or nb
