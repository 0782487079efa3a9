"""Writes the parts of the reference that come from the code: the commands and the formats.

tests/test_docs.py compares what it would write with what is there.
"""

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from knutepunkt.cli import knutepunkt, set_up
from knutepunkt.collect.formats.base import Format
from knutepunkt.collect.registry import FORMATS
from scripts.field_reference import expressions_text, tables_text
from scripts.measures_reference import measures_text

if TYPE_CHECKING:
    from knutepunkt.distribute.formats.base import Format as Export

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference"
FROM_CODE = "<!-- Written by `make docs` from the code; change it there. -->\n"

COMMANDS = f"""# Commands

{FROM_CODE}
Run them as `.venv/bin/knutepunkt …`. Each has `--help`; those that answer questions have `--json`.
What the exit codes mean: [exit codes](exit-codes.md). What the environment decides:
[settings](settings.md).
"""

FORMATS_HEAD = f"""# Formats

{FROM_CODE}
The formats a source may have. The format is found out from the content; `--format NAME` names it.
To add one: [add a format](../how-to/add-a-format.md). What a source may cost:
[limits](../explanation/limits.md).
"""

EXPORTS_HEAD = f"""# Exports

{FROM_CODE}
What `knutepunkt export --format NAME` writes, and what each format has no place for. Only what may
be public is written: [doors](doors.md). To add one: [add an export](../how-to/add-an-export.md).
"""


def commands_text() -> str:
    """The whole page on commands."""
    context = click.Context(knutepunkt, info_name="knutepunkt")
    return "\n".join([COMMANDS, *sections(context)])


def sections(parent: click.Context) -> Iterator[str]:
    """A section for each command under one, and for those under it."""
    group = parent.command
    if not isinstance(group, click.Group):
        return
    for name in group.list_commands(parent):
        if command := group.get_command(parent, name):
            context = click.Context(command, info_name=name, parent=parent)
            yield section(context)
            yield from sections(context)


def section(context: click.Context) -> str:
    """What one command does, how it is called and what it takes."""
    usage = " ".join([context.command_path, *context.command.collect_usage_pieces(context)])
    parts = [f"## `{context.command_path}`", f"    {usage}", *told(context.command)]
    records = [param.get_help_record(context) for param in context.command.params]
    rows = [record for record in records if record and record[1]]
    if rows:
        table = ["| option | what it does |", "|---|---|"]
        parts.append("\n".join(table + [f"| `{cell(a)}` | {cell(b)} |" for a, b in rows]))
    return "\n\n".join(parts) + "\n"


def told(command: click.Command) -> Iterator[str]:
    """The paragraphs of a command's help; an example is set as code."""
    paragraphs = f"{inspect.cleandoc(command.help or '')}\n\n{command.epilog or ''}"
    for part in paragraphs.strip("\n").split("\n\n"):
        if part.startswith("\b"):
            _, *examples = part.removeprefix("\b").strip("\n").splitlines()
            yield "Example:"
            yield "\n".join(f"    {line.strip()}" for line in examples)
        else:
            yield " ".join(part.split())


def cell(text: str) -> str:
    """A text that fits a table."""
    return " ".join(text.split()).replace("|", "\\|")


def formats_text() -> str:
    """The whole page on formats."""
    rows = [f"| `{format_.name}` | {format_.label} |" for format_ in FORMATS]
    table = "\n".join(["| name | what |", "|---|---|", *rows])
    abouts = dict.fromkeys(about(format_) for format_ in FORMATS)
    return "\n".join([FORMATS_HEAD, table + "\n", *abouts])


def about(format_: Format) -> str:
    """What the format's own room says of it; formats of one room share it."""
    room = sys.modules[format_.records.__module__.rpartition(".")[0]]
    names = ", ".join(f"`{one.name}`" for one in FORMATS if lies_in(one, room.__name__))
    return f"## {names}\n\n{inspect.cleandoc(room.__doc__ or '')}\n"


def lies_in(format_: Format, room: str) -> bool:
    """Say whether a format is read by a room."""
    return format_.records.__module__.rpartition(".")[0] == room


def exports_text() -> str:
    """The whole page on exports."""
    set_up()
    from knutepunkt.distribute.formats.registry import MODULES, format_named

    return "\n".join([EXPORTS_HEAD, *(export_told(format_named(name)) for name in MODULES)])


def export_told(form: "Export") -> str:
    """What one export is, and what it cannot say."""
    unsaid = "\n".join(f"- {phrase}" for phrase in form.cannot_say)
    head = f"## `{form.name}`\n\n{form.label}; `.{form.ending}`, `{form.media_type}`."
    return f"{head}\n\nCannot say:\n\n{unsaid}\n"


def pages() -> dict[str, str]:
    """Every written page by its file name."""
    return {
        "commands.md": commands_text(),
        "exports.md": exports_text(),
        "formats.md": formats_text(),
        "measures.md": measures_text(),
        "field-tables.md": tables_text(),
        "field-expressions.md": expressions_text(),
    }


def main() -> None:
    """Write the pages."""
    REFERENCE.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (REFERENCE / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
