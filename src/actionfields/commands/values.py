"""Values of the library as plain ones, for JSON: records, refusals, numbers of numpy."""

from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np

from actionfields.measures import Refused, Ties, Understanding


def plain(value: Any) -> Any:
    """A value as JSON knows it; a refusal says that it is one and why."""
    if isinstance(value, Refused):
        return value.as_json()
    if isinstance(value, Understanding):
        return [plain(one) for one in value if one.voices]
    if isinstance(value, Ties):
        return {"actors": list(value.nodes), "ties": value.count, "directed": value.directed}
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if isinstance(value, (set, frozenset)):
        return sorted(map(plain, value))
    if isinstance(value, np.ndarray):
        return value.tolist()
    return value.item() if isinstance(value, np.generic) else value


def short(value: Any) -> Any:
    """A value in a table: a number, or a word that it is refused; the reasons stand below."""
    return "refused" if isinstance(value, Refused) else value
