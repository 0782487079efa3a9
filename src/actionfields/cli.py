"""The command ``actionfields``; the same commands stand under ``knutepunkt field``."""

import os
import sys
from importlib import import_module
from io import TextIOWrapper

import click

from actionfields.errors import FieldError

# Each room is imported only when its command is called, so that --help is quick.
COMMANDS = {
    "new": "reading",
    "check": "reading",
    "summary": "reading",
    "findings": "findings",
    "compare": "comparing",
    "network": "comparing",
    "robustness": "trusting",
    "agreement": "trusting",
    "report": "publishing",
    "export": "moving",
    "import": "moving",
}
FAILED, MISUSED, INTERRUPTED = 1, 2, 130


class Rooms(click.Group):
    """Finds a command in its room; a fault of the data is told in sentences, one on a line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order of the work."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        room = import_module(f"actionfields.commands.{COMMANDS[cmd_name]}")
        command = getattr(room, cmd_name, None) or getattr(room, f"{cmd_name}_")
        return command if isinstance(command, click.Command) else None

    def invoke(self, ctx: click.Context) -> object:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # whoever read the answer has seen enough
            raise
        except (FieldError, OSError) as error:
            click.echo(f"{ctx.command_path}: {error}", err=True)
            sys.exit(FAILED)


@click.group(cls=Rooms, context_settings={"help_option_names": ["-h", "--help"]})
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
    if isinstance(sys.stdout, TextIOWrapper):  # a terminal that lacks a letter shows its number
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        field.main(prog_name="actionfields", standalone_mode=False)
    except click.UsageError as error:
        hint = f" See «{error.ctx.command_path} --help»." if error.ctx else ""
        leave(MISUSED, error.format_message() + hint)
    except click.ClickException as error:
        leave(error.exit_code, error.format_message())
    except (click.Abort, KeyboardInterrupt):
        leave(INTERRUPTED, "stopped; nothing is half done.")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FAILED)


def leave(code: int, sentence: str) -> None:
    """Print the sentence and end."""
    click.echo(f"actionfields: {sentence}", err=True)
    sys.exit(code)
