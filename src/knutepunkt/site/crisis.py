"""Numbers to call in acute need, from a data file that says what they rest on."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).with_name("data") / "crisis.toml"
KEEPS = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Number:
    """One number: as it is read, as it is dialled, and what it is for."""

    shown: str
    dial: str
    name: str


@cache
def data() -> dict[str, Any]:
    """The data file."""
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


def numbers(language: str) -> list[Number]:
    """The numbers in a language, the one for danger to life first."""
    return [Number(one["shown"], one["dial"], one["name"][language]) for one in data()["number"]]


def verified_on() -> date:
    """The day somebody last looked the numbers up."""
    day: date = data()["verified_on"]
    return day


def is_stale(today: date) -> bool:
    """Say whether the numbers are due to be looked up again."""
    return today - verified_on() > KEEPS
