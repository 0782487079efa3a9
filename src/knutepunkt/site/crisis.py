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
    """One number: as it is read, as it is dialled, what and whom it is for, and when."""

    shown: str
    dial: str
    name: str
    audience: str
    hours: str


@cache
def data() -> dict[str, Any]:
    """The data file."""
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


@cache
def numbers(language: str) -> list[Number]:
    """The numbers in a language, the one for danger to life first."""
    table = data()
    return [
        Number(
            one["shown"],
            one["dial"],
            one["name"][language],
            table["audience"][one["audience"]][language],
            table["hours"][one["hours"]][language],
        )
        for one in table["number"]
    ]


def stale(today: date) -> list[str]:
    """The numbers that are due to be looked up again."""
    return [one["shown"] for one in data()["number"] if today - one["verified_on"] > KEEPS]
