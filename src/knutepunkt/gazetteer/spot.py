"""What a name or a code leads to."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["county", "municipality", "territory", "settlement", "postal-code", "point"]


@dataclass(frozen=True, slots=True)
class Spot:
    """A named point in WGS 84 degrees.

    `county` and `municipality` are codes of 2024, empty for a bare point; Svalbard and Jan Mayen
    ("territory") have no county. `code` is the county's, municipality's or postal code's own,
    empty for towns, villages and points. A municipality's name is the Norwegian one, or all its
    official names where a Sámi one stands first; `name_in` has the others. The point of a
    municipality is its centre, that of a county the mean of its municipalities. `population` is
    known for most towns and villages only.
    """

    kind: Kind
    name: str
    code: str
    county: str
    municipality: str
    latitude: float
    longitude: float
    population: int | None = None
