"""Plain feeds that the hostile ones are made from; every name is invented."""

import json
from pathlib import Path

Record = dict[str, object]

GOOD: list[Record] = [
    {
        "slug": "blaaklokka",
        "name": "Blåklokka",
        "day": 1,
        "time": "19:00",
        "types": ["O"],
        "formatted_address": "Storgata 1, 7600 Levanger, Norway",
    }
]


def as_json(value: object) -> bytes:
    """JSON as bytes; what JSON cannot say is written the way careless programs do."""
    return json.dumps(value).encode()


def written(folder: Path, name: str, data: bytes) -> Path:
    """A file of these bytes."""
    path = folder / name
    path.write_bytes(data)
    return path


def feed(folder: Path, **said: object) -> Path:
    """A feed of a good record, and one that also says what is given."""
    bad = GOOD[0] | {"slug": "hostile", "name": "Bålet"} | said
    return written(folder, "feed.json", as_json([*GOOD, bad]))
