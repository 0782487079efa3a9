"""Feeds of some thousand invented groups, in a first and in a later version."""

import json
from pathlib import Path

DAYS = 7
TOWNS = ("7600 Levanger", "9800 Vadsø", "4876 Grimstad")


def record(number: int, *, is_later: bool) -> dict[str, object]:
    """One group; every third has changed in the later version, every hundredth is broken."""
    name = f"Gruppe {number}" + (" ny" if is_later and number % 3 == 0 else "")
    return {
        "slug": f"g-{number}",
        "name": "" if number % 100 == 99 else name,
        "day": number % DAYS,
        "time": "19:00",
        "types": ["O", f"T{number % 9}"],
        "location": f"Huset {number}",
        "formatted_address": f"Storgata {number}, {TOWNS[number % 3]}, Norway",
    }


def feed(path: Path, count: int, *, is_later: bool = False) -> Path:
    """A Meeting Guide feed."""
    path.write_text(json.dumps([record(n, is_later=is_later) for n in range(count)]))
    return path
