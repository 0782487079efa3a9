"""Organisations, locations and terms in files of their own beside services in JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from knutepunkt.collect import json_reading
from knutepunkt.collect.clean.ids import real_id
from knutepunkt.collect.formats.hsds import documents
from knutepunkt.collect.formats.hsds.kinds import (
    LOCATION,
    ORGANISATION,
    TERM,
    kind_of,
)
from knutepunkt.collect.opened import RawRecord

LOOSE = "locations given beside the services were used where a service names them, else left out"


@dataclass(slots=True)
class Beside:
    """Which kinds of objects were seen, and those that services may point to, by id."""

    seen: set[str] = field(default_factory=set)
    organisations: dict[str, RawRecord] = field(default_factory=dict)
    locations: dict[str, RawRecord] = field(default_factory=dict)
    terms: dict[str, RawRecord] = field(default_factory=dict)

    def notices(self) -> dict[str, int]:
        """What to count at the end of the report."""
        return {LOOSE: len(self.locations)} if self.locations else {}

    def take_in(self, item: RawRecord) -> None:
        """Remember an object that a service may point to."""
        kind, id_ = kind_of(item), real_id(item.get("id"))
        if kind == ORGANISATION and not item.get("services"):
            self.organisations[id_] = item
        elif kind == LOCATION:
            self.locations[id_] = item
        elif kind == TERM:
            self.terms[id_] = item

    def completed(self, service: RawRecord) -> RawRecord:
        """The service with the objects it only names by id."""
        owner = self.organisations.get(real_id(service.get("organization_id")))
        whole = dict(service)
        if owner and not service.get("organization"):
            whole["organization"] = owner
        links, attributes = service.get("service_at_locations"), service.get("attributes")
        if self.locations and isinstance(links, list):
            whole["service_at_locations"] = [
                pointed(link, "location", self.locations) for link in links
            ]
        if self.terms and isinstance(attributes, list):
            whole["attributes"] = [
                pointed(link, "taxonomy_term", self.terms) for link in attributes
            ]
        return whole


def pointed(row: object, name: str, index: Mapping[str, RawRecord]) -> object:
    """A row with the object it names by id put in, when it has none yet."""
    if not isinstance(row, Mapping) or row.get(name):
        return row
    found = index.get(real_id(row.get(f"{name}_id")))
    return {**row, name: found} if found else row


def beside_of(paths: list[Path]) -> Beside:
    """What lies in all files. A large file is only asked what it begins with."""
    beside = Beside()
    for path in paths:
        is_large = path.stat().st_size > json_reading.WHOLE_UP_TO
        for item in documents.items(path):
            beside.seen.add(kind_of(item))
            if is_large:
                break
            beside.take_in(item)
    return beside
