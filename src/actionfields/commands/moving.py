"""``export`` and ``import``: a field from one form to another, nothing lost."""

from pathlib import Path

import click

from actionfields.commands.options import field_argument, json_option
from actionfields.commands.printing import as_json
from actionfields.disclosure import refuse_if_narrowed
from actionfields.loading import load, save


@click.command(short_help="Write a field to another form.")
@field_argument
@click.argument("target", type=click.Path(path_type=Path))
@json_option
def export(field: str, target: Path, *, is_json: bool) -> None:
    """Write FIELD to TARGET: a folder of CSV (no ending), .json or .sqlite.

    Refused while what is told of an anonymised actor fits too few of its pool. What is there is not
    overwritten.

    \b
    Example:
      actionfields export selvhjelp my-copy
      actionfields export my-field my-field.sqlite
    """
    data = load(field)
    refuse_if_narrowed(data)
    save(data, target)
    if is_json:
        as_json({"written": str(target), "rows": {n: len(t) for n, t in data.tables.items()}})
        return
    click.echo(f"wrote {sum(map(len, data.tables.values()))} rows to {target}.")
