"""Writes a mapping as a TOML file that a person can read and change."""

import json
from collections.abc import Sequence

from knutepunkt.collect.clean.secrets import without_secrets
from knutepunkt.collect.clean.text import one_line
from knutepunkt.collect.formats.table.mapping import ColumnMapping
from knutepunkt.collect.formats.table.states import BY_WORD as STATES
from knutepunkt.collect.formats.table.targets import target_named
from knutepunkt.collect.formats.table.values import without_contacts

Rows = Sequence[Sequence[str]]
HEAD = """\
# What the columns of this table mean, guessed from their names and the first rows.
# Change what is wrong. docs/reference/mapping-file.md lists what may stand left of "=".
# Then: knutepunkt collect FILE --mapping THIS_FILE
"""
IGNORE = """
# Columns to leave out on purpose:
ignore = [{}]
"""
TABLE = """
[table]
rows = {}  # "groups" or "organisations"
"""
NAMELESS = """
[columns]
# name = "…"  # which column do people know the group by? Without it no row can be read
"""
UNKNOWN = """
# Not understood; kept beside each record. Give them a meaning above, or name them in `ignore`:
"""
CONSTANTS = """
# What holds for every row and stands in no column:
[constants]
"""
SUGGESTED = '# organisation = "…"\n# country = "NO"\n'
STATE = """
# What the file's words for a group's state mean (active, forming, waiting-list, full, paused,
# closed, ended):
[values.state]
"""
NUMBERS = frozenset("id group_id organisation_id organisation_number postal_code".split())
LONGEST = 60
WIDEST = 48


def as_toml(mapping: ColumnMapping, header: Sequence[str], rows: Rows) -> str:
    """The mapping as commented TOML, with an example value for each column.

    Values of contacts are never shown, and addresses and numbers inside other values are not.
    """
    ignored = ", ".join(map(quoted, mapping.ignore))
    lines = [HEAD, IGNORE.format(ignored), TABLE.format(quoted(mapping.rows)), *shape(mapping)]
    lines.append("\n[columns]\n" if "name" in mapping.columns else NAMELESS)
    for target, columns in mapping.columns.items():
        lines.append(column_line(target, columns, header, rows))
    unknown = [name for name in header if name not in mapping.named]
    if unknown:
        lines.append(UNKNOWN)
        lines += [f"#   {quoted(name)}{example((name,), header, rows)}\n" for name in unknown]
    lines += [CONSTANTS, *constants(mapping)]
    return "".join([*lines, *meanings(mapping), *states(mapping, header, rows)])


def shape(mapping: ColumnMapping) -> list[str]:
    """The lines on the table's form that the mapping gives."""
    given = {
        "separator": mapping.shape.separator,
        "encoding": mapping.shape.encoding,
        "sheet": mapping.shape.sheet,
    }
    lines = [f"{key} = {quoted(value)}\n" for key, value in given.items() if value]
    if mapping.shape.header_row is not None:
        lines.append(f"header_row = {mapping.shape.header_row}\n")
    return lines


def column_line(target: str, columns: Sequence[str], header: Sequence[str], rows: Rows) -> str:
    """One target with its columns, and an example or the word "private" behind."""
    names = [quoted(name) for name in columns]
    given = names[0] if len(names) == 1 else f"[{', '.join(names)}]"
    known = target_named(target)
    if known and known.is_private:
        return f"{target} = {given}  # private: never shown, never published\n"
    shown = example(columns, header, rows, is_number=target in NUMBERS)
    return f"{f'{target} = {given}':<{WIDEST}}{shown}\n"


def example(
    columns: Sequence[str], header: Sequence[str], rows: Rows, *, is_number: bool = False
) -> str:
    """A comment with the first value of the first column that has one, without contacts.

    A number that is not for ringing stays whole.
    """
    for name in columns:
        for value in said(name, header, rows):
            text = without_secrets(one_line(value))
            text = text if is_number else without_contacts(text)
            return f"  # such as {text if len(text) <= LONGEST else text[: LONGEST - 1] + '…'}"
    return "  # empty in the first rows"


def said(name: str, header: Sequence[str], rows: Rows) -> list[str]:
    """The values of a column that say something."""
    if name not in header:
        return []
    place = list(header).index(name)
    return [row[place] for row in rows if place < len(row) and row[place].strip()]


def constants(mapping: ColumnMapping) -> list[str]:
    """The constants, or two that are often wanted."""
    given = [f"{target} = {quoted(value)}\n" for target, value in mapping.constants.items()]
    return given or [SUGGESTED]


def meanings(mapping: ColumnMapping) -> list[str]:
    """The sections that tell what words mean."""
    return [
        f"\n[values.{target}]\n"
        + "".join(f"{quoted(word)} = {quoted(meaning)}\n" for word, meaning in words.items())
        for target, words in mapping.values.items()
    ]


def states(mapping: ColumnMapping, header: Sequence[str], rows: Rows) -> list[str]:
    """The words for a state that nobody knows yet, to be filled in."""
    if "state" in mapping.values or "state" not in mapping.columns:
        return []
    words = dict.fromkeys(
        one_line(value) for name in mapping.columns["state"] for value in said(name, header, rows)
    )
    unknown = [word for word in words if word.lower() not in STATES][:20]
    return [STATE, *(f'# {quoted(without_contacts(word))} = "…"\n' for word in unknown)]


def quoted(text: str) -> str:
    """A TOML string."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
