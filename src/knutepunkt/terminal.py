"""What every command does alike."""

import json
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click


def print_json(value: Any, *, err: bool = False) -> None:
    """Print a value as JSON that a person can read too; ``err`` to standard error."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2), err=err)


@contextmanager
def plainly(*faults: type[Exception]) -> Iterator[None]:
    """Say such faults in one sentence and leave with code 1."""
    try:
        yield
    except faults as error:
        said = str(error)
        if isinstance(error, OSError):
            said = f"{error.filename}: {error.strerror}."
        raise click.ClickException(said) from error


@contextmanager
def ending_tidily() -> Iterator[None]:
    """Let whoever stops a command (SIGTERM) end it as Ctrl-C does: what is half done goes away."""
    before = signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
