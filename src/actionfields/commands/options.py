"""The arguments that many commands share."""

import click

json_option = click.option("--json", "is_json", is_flag=True, help="Print JSON.")
language_option = click.option(
    "--language",
    type=click.Choice(["en", "nb"]),
    default="en",
    show_default=True,
    help="The language of what the data set says.",
)
field_argument = click.argument("field", metavar="FIELD")
