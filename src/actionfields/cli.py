"""The command ``actionfields``; the same commands stand under ``knutepunkt field``."""

import sys

import click

from actionfields.errors import FieldError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def field() -> None:
    """Strategic action field analysis: code sources, compare periods, check findings.

    FIELD is the name of a data set that is shipped (selvhjelp), a folder of CSV, a JSON file or an
    SQLite file.

    \b
    Example:
      actionfields findings selvhjelp
      actionfields new my-field
    """


def main() -> None:
    """Run a command; every fault is told on standard error, in plain sentences."""
    try:
        field.main(prog_name="actionfields", standalone_mode=False)
    except click.UsageError as error:
        leave(2, error.format_message())
    except click.ClickException as error:
        leave(error.exit_code, error.format_message())
    except FieldError as error:
        leave(1, str(error))
    except (click.Abort, KeyboardInterrupt):
        leave(130, "stopped; nothing is half done.")


def leave(code: int, sentences: str) -> None:
    """Print the sentences and end."""
    click.echo(f"actionfields: {sentences}", err=True)
    sys.exit(code)
