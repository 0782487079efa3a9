"""Every command explains itself."""

from collections.abc import Iterator

import click
import pytest

from knutepunkt.cli import knutepunkt


def commands(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from commands(inner, f"{path} {name}")


ALL = dict(commands(knutepunkt, "knutepunkt"))


@pytest.mark.parametrize("path", ALL)
def test_help_shows_an_example(path: str) -> None:
    shown = ALL[path].get_help(click.Context(ALL[path], info_name=path))

    assert "Example:\n" in shown


@pytest.mark.parametrize(
    "path",
    [
        path
        for path, command in ALL.items()
        if not isinstance(command, click.Group)
        # These print a server's log, or a file in a format of its own.
        and path not in ("knutepunkt run", "knutepunkt vocabulary export")
    ],
)
def test_what_is_told_can_be_had_as_json(path: str) -> None:
    names = {option for parameter in ALL[path].params for option in parameter.opts}

    assert "--json" in names
