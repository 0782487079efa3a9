"""The arguments that many commands share, and how a field is opened for them."""

import click

from actionfields.commands.printing import paragraph
from actionfields.errors import InvalidError
from actionfields.field import Field
from actionfields.loading import load, load_sound

json_option = click.option("--json", "is_json", is_flag=True, help="Print JSON.")
language_option = click.option(
    "--language",
    type=click.Choice(["en", "nb"]),
    default="en",
    show_default=True,
    help="The language of what the data set says.",
)
field_argument = click.argument("field", metavar="FIELD")
as_is_option = click.option(
    "--as-is", "is_as_is", is_flag=True, help="Leave wrong rows out, tell them, and go on."
)


def opened(field: str, *, is_as_is: bool, is_json: bool) -> Field:
    """Read a field; with ``is_as_is`` without its wrong rows, each of which is told.

    What is left out goes to standard error, so that JSON stays what it is.
    """
    if not is_as_is:
        try:
            return load(field)
        except InvalidError as error:
            if all(one.row for one in error.problems):
                click.echo("--as-is takes the sound rows and leaves these out:", err=True)
            raise
    data, problems = load_sound(field)
    for problem in problems:
        click.echo(f"left out: {problem}", err=True)
    if problems and not is_json:
        rows = len({one.row for one in problems})
        paragraph(f"As is: {rows} wrong rows are left out or mended; only sound rows count below.")
    return data
