"""What every command prints alike: JSON for machines, columns for people."""

import json
from collections.abc import Sequence
from textwrap import fill
from typing import Any

import click

WIDTH = 100


def as_json(value: Any) -> None:
    """Print a value as JSON that a person can read too."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def heading(text: str) -> None:
    """Print a heading with a blank line above it."""
    click.echo(f"\n{text}")


def paragraph(text: str, indent: str = "", hang: str = "") -> None:
    """Print a text broken into lines, later ones set in by ``hang``; nothing if empty."""
    if text:
        later = indent + hang
        click.echo(
            fill(
                text, WIDTH, initial_indent=indent, subsequent_indent=later, break_on_hyphens=False
            )
        )


def labelled(label: str, text: str) -> None:
    """Print a text with a label before it; nothing for an empty text."""
    paragraph(f"{label:<10}{text}" if text else "", " " * 4, " " * 10)


def table(heads: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Print rows in columns as wide as their widest cell; numbers stand to the right."""
    cells = [[shown(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(heads, *cells, strict=True)]
    right = [
        bool(rows) and all(isinstance(row[n], (int, float)) for row in rows)
        for n in range(len(heads))
    ]
    for row in (list(heads), *cells):
        parts = [
            cell.rjust(width) if to_right else cell.ljust(width)
            for cell, width, to_right in zip(row, widths, right, strict=True)
        ]
        click.echo(("  " + "  ".join(parts)).rstrip())


def shown(value: Any) -> str:
    """A value in a table or a sentence."""
    if isinstance(value, float):
        return f"{value:.3f}".rstrip("0").rstrip(".")
    if isinstance(value, (list, tuple)):
        return ", ".join(map(shown, value)) or "–"
    if isinstance(value, dict):
        return "; ".join(f"{key}: {braced(one)}" for key, one in value.items()) or "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "–" if value is None else str(value)


def braced(value: Any) -> str:
    """A value inside another."""
    text = shown(value)
    return f"({text})" if isinstance(value, dict) else text
