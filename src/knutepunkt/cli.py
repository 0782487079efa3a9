"""The one executable. Exit codes: docs/reference/exit-codes.md."""

import os
import sys
from importlib import import_module
from io import TextIOWrapper

import click

# Room by room; each is imported only when its command is called, so that --help is quick.
COMMANDS = {
    "run": "knutepunkt.serving",
    "prepare": "knutepunkt.serving",
    "collect": "knutepunkt.intake.commands",
    "sources": "knutepunkt.intake.commands",
    "runs": "knutepunkt.intake.run_commands",
    "search": "knutepunkt.search.commands",
    "reindex": "knutepunkt.search.commands",
    "suggest": "knutepunkt.search.commands",
    "vocabulary": "knutepunkt.vocabulary.commands",
    "organisations": "knutepunkt.directory.commands",
    "places": "knutepunkt.directory.commands",
    "export": "knutepunkt.distribute.commands",
    "dump": "knutepunkt.distribute.commands",
    "sample": "knutepunkt.sample.commands",
    "doctor": "knutepunkt.doctor",
    "field": "actionfields.cli",
}
NEED_NO_DATABASE = {"run", "prepare", "doctor", "field"}
NEED_NO_DJANGO = {"field"}
FAILED, MISUSED, INTERRUPTED = 1, 2, 130


class Rooms(click.Group):
    """Finds a command in its room, and prepares what the room needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order of the flow."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        if cmd_name not in NEED_NO_DJANGO:
            set_up()
        command = getattr(import_module(COMMANDS[cmd_name]), cmd_name)
        return command if isinstance(command, click.Command) else None

    def invoke(self, ctx: click.Context) -> object:
        """Run the command, with a database that is ready for it."""
        name = ctx.protected_args[0] if ctx.protected_args else ""
        is_help = bool({"--help", "-h"} & set(ctx.args))
        if name in COMMANDS and name not in NEED_NO_DATABASE and not is_help:
            set_up()
            from knutepunkt.serving import be_ready

            be_ready()
        return super().invoke(ctx)


def set_up() -> None:
    """Make Django ready; the settings read the environment."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "knutepunkt.settings")
    import django

    django.setup()


@click.group(cls=Rooms, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="knutepunkt")
def knutepunkt() -> None:
    """Knutepunkt: a clearinghouse for self-help groups.

    KNUTEPUNKT_DATA names the folder for everything that is written; DATABASE_URL a PostgreSQL
    database to use instead of the one in that folder.

    \b
    Example:
      knutepunkt collect groups.csv
      knutepunkt search sorg --near Trondheim
    """


def main() -> None:
    """Run a command; every fault is one plain sentence on standard error."""
    if isinstance(sys.stdout, TextIOWrapper):  # a terminal that lacks a letter shows its number
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        knutepunkt.main(prog_name="knutepunkt", standalone_mode=False)
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
    except Exception as error:
        if os.environ.get("KNUTEPUNKT_DEBUG") == "1":
            raise
        leave(FAILED, explained(error))


def explained(error: Exception) -> str:
    """A fault of the installation or of ours, in one sentence that says who must act."""
    from django.core.exceptions import ImproperlyConfigured
    from django.db.utils import DatabaseError

    first = (str(error).splitlines() or [""])[0]
    if isinstance(error, DatabaseError):
        return f"the database cannot be used ({first}); you: run «knutepunkt doctor»."
    if isinstance(error, OSError) and error.filename:
        why = (error.strerror or "it cannot be used").lower()
        return (f"{error.filename} cannot be used ({why}); you: check the path, and the data "
                "folder that KNUTEPUNKT_DATA names.")  # fmt: skip
    if isinstance(error, (ImproperlyConfigured, OSError)):
        return f"{first}; you: check the settings and the data folder with «knutepunkt doctor»."
    return (
        f"our own fault ({type(error).__name__}: {first}); run again with KNUTEPUNKT_DEBUG=1 and "
        "send us what it prints."
    )


def leave(code: int, sentence: str) -> None:
    """Print the sentence on one line of standard error and end."""
    line = "".join(letter if letter.isprintable() else " " for letter in sentence)
    click.echo(f"knutepunkt: {' '.join(line.split())}", err=True)
    sys.exit(code)
