"""Norway's counties, municipalities, towns, villages and postal codes, by any of their names.

Plain Python over small data files: no database, nothing fetched, nothing read at import.
Where the data comes from: `data/ATTRIBUTION.md`.

>>> spot_named("Kárášjohka").code
'5610'
>>> [spot.county for spot in spots_named("Våler")]
['34', '31']
"""

from knutepunkt.gazetteer.areas import (
    AreaKind,
    counties,
    county,
    municipalities,
    municipality,
    name_in,
    present,
)
from knutepunkt.gazetteer.distance import kilometres
from knutepunkt.gazetteer.names import spot_named, spots_named
from knutepunkt.gazetteer.placing import contradiction, placed
from knutepunkt.gazetteer.spot import Spot
from knutepunkt.gazetteer.suggest import suggestions
from knutepunkt.gazetteer.towns import postal_code

__all__ = [
    "AreaKind",
    "Spot",
    "contradiction",
    "counties",
    "county",
    "kilometres",
    "municipalities",
    "municipality",
    "name_in",
    "placed",
    "postal_code",
    "present",
    "spot_named",
    "spots_named",
    "suggestions",
]
