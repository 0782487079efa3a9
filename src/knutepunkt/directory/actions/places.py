"""Writes places, one row for each that is said to be the same."""

from collections.abc import Iterable

from knutepunkt.collect.drafts import PlaceDraft
from knutepunkt.directory import bulk
from knutepunkt.directory.models import Place
from knutepunkt.directory.placing import COLUMNS, digest_of, placed

Key = tuple[PlaceDraft, str]


def place_ids(places: Iterable[Key]) -> dict[Key, int]:
    """The id of each place (a draft and the zone it is told in), made when it is new."""
    digests = {key: digest_of(*key) for key in dict.fromkeys(places)}
    found = dict(Place.objects.filter(digest__in=set(digests.values())).values_list("digest", "id"))
    new = {digest: key for key, digest in digests.items() if digest not in found}
    ids = bulk.free_ids(Place, len(new)) if new else []
    rows = []
    for (digest, key), id_ in zip(new.items(), ids, strict=True):
        rows.append((id_, *placed(*key)))
        found[digest] = id_
    bulk.insert(Place, ("id", *COLUMNS), rows)
    return {key: found[digest] for key, digest in digests.items()}
