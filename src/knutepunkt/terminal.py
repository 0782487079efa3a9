"""What every command prints alike."""

import json
from typing import Any

import click


def print_json(value: Any, *, err: bool = False) -> None:
    """Print a value as JSON that a person can read too; ``err`` to standard error."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2), err=err)
