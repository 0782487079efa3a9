"""Texts as they lie in files: their letters, and JSON that never ends in a traceback."""

import json
from pathlib import Path
from typing import Any

from actionfields.errors import Problem

WIDE = (b"\xff\xfe", b"\xfe\xff")  # how a file in UTF-16 begins


def json_of(text: str) -> Any:
    """The value of a JSON text. Raises ValueError for what is none, NaN and Infinity among it."""
    try:
        return json.loads(text, parse_constant=refuse)
    except RecursionError:
        raise ValueError("more brackets stand in each other than can be read") from None
    except json.JSONDecodeError:
        raise
    except ValueError as error:  # Python's own words on long numbers name its settings
        is_ours = str(error).startswith("«")
        raise ValueError(str(error) if is_ours else "a number is too long") from None


def refuse(constant: str) -> None:
    """Say no to what Python takes for JSON and nobody else does."""
    raise ValueError(f"«{constant}» is no number of JSON")


def text_of(path: Path) -> str:
    """The text of a file in UTF-8. Raises ValueError with the line where it is none."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        one = undecoded(path)
        raise ValueError(f"{one.fault}, line {one.line}; {one.remedy}") from None


def undecoded(path: Path) -> Problem:
    """Where a file leaves UTF-8, and what it may be instead."""
    content = path.read_bytes()
    remedy = "save it as UTF-8 (in a spreadsheet: CSV UTF-8)"
    if content.startswith(WIDE):
        return Problem(path.name, 1, "", "the file is in UTF-16", remedy)
    try:
        content.decode("utf-8")
        return Problem(path.name, 0, "", "the file is not UTF-8", remedy)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        meant = content[error.start : error.start + 1].decode("cp1252", "replace")
        fault = f"the file is not UTF-8 (the first strange letter may be a «{meant}»)"
        return Problem(path.name, line, "", fault, remedy)
