"""Takes values of the right kind out of TOML tables, or says what to mend."""

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from knutepunkt.vocabulary.checks import refuse
from knutepunkt.vocabulary.errors import VocabularyError
from knutepunkt.vocabulary.records import LabelKind, LabelRecord, Texts

Table = Mapping[str, Any]


@contextmanager
def named(path: Path) -> Iterator[None]:
    """Put the file's name before any fault found inside."""
    try:
        yield
    except VocabularyError as error:
        raise VocabularyError(f"{path.parent.name}/{path.name}: {error}") from error


def parse(path: Path) -> Table:
    """Return the file's tables, or say which line is not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise VocabularyError(f"{path.parent.name}/{path.name} is not TOML: {error}.") from error


def refuse_unknown(what: str, table: Table, known: set[str]) -> None:
    """Refuse keys that nothing reads, so that a slip of the pen is not silence."""
    if unknown := sorted(set(table) - known):
        refuse(what, f"has the unknown key “{unknown[0]}”", f"use {', '.join(sorted(known))}")


def text_of(what: str, table: Table, key: str) -> str:
    """Return the text under a key, empty when it is not there."""
    value = table.get(key, "")
    if not isinstance(value, str):
        refuse(what, f"has a {key} that is not text", "put it in quotes")
    return value


def texts_of(what: str, table: Table, key: str) -> Texts:
    """Return ``key.<language> = "…"`` as sorted pairs."""
    inner = table.get(key, {})
    if not isinstance(inner, dict):
        refuse(what, f"has a {key} without a language", f'write {key}.nb = "…"')
    return tuple(sorted((language, text_of(what, inner, language)) for language in inner))


def words_of(what: str, table: Table, key: str, kind: LabelKind) -> list[LabelRecord]:
    """Return ``key.<language> = ["…"]`` as labels of one kind."""
    inner = table.get(key, {})
    if not isinstance(inner, dict) or not all(isinstance(words, list) for words in inner.values()):
        refuse(what, f"has an {key} that is not a list", f'write {key}.nb = ["…"]')
    return [
        LabelRecord(language, kind, text_of(what, {key: word}, key))
        for language, words in inner.items()
        for word in words
    ]


def rows_of(table: Table, key: str) -> list[Table]:
    """Return a list of tables, empty when the file has none."""
    rows = table.get(key, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        refuse("The file", f"has {key} that is not a list of tables", f"write [[{key}]]")
    return rows
