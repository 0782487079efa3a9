"""The JSON of services and organisations, finished once for each edition."""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from knutepunkt.collect.drafts import Step
from knutepunkt.directory.models import Group
from knutepunkt.directory.queries import published
from knutepunkt.distribute.handing import here
from knutepunkt.distribute.hsds.kept import Kept
from knutepunkt.distribute.hsds.organisations import basic_organisation, organisation
from knutepunkt.distribute.hsds.rows import Row
from knutepunkt.distribute.hsds.services import STATUS, basic_service, service
from knutepunkt.distribute.published import PublishedGroup, groups_of, organisations_of

ENCODE = msgspec.json.Encoder().encode
KEPT = Kept()
Wanted = Sequence[tuple[int, int]]


def full_services(wanted: Wanted) -> list[bytes]:
    """Whole services, for (number, edition) pairs."""
    return KEPT.among("service", wanted, made(lambda node: lambda group: service(group, node)))


def basic_services(wanted: Wanted) -> list[bytes]:
    """Services without their lists."""
    return KEPT.among("basic", wanted, made(lambda node: basic_service))


def made(writer: Callable[[Step], Callable[[PublishedGroup], Row]]) -> (
    Callable[[list[int]], Iterator[tuple[int, int, bytes]]]
):  # fmt: skip
    """Makes the bodies of groups that are not kept."""

    def make(numbers: list[int]) -> Iterator[tuple[int, int, bytes]]:
        write = writer(here())
        for group in groups_of(numbers):
            yield group.number, group.edition, ENCODE(write(group))

    return make


def minimal_services(rows: Sequence[tuple[int, object, str, str, object]]) -> list[bytes]:
    """The id and the moment of change of services, with what a service may not lack."""
    return [
        ENCODE({"id": uid, "name": name, "status": STATUS.get(state, "active"),
                **({"last_modified": moment} if moment else {})})
        for _, uid, name, state, moment in rows
    ]  # fmt: skip


def full_organisations(numbers: Sequence[int], *, with_services: bool) -> list[bytes]:
    """Whole organisations with their services: whole ones too, or only what they are called."""
    found, node = organisations_of(numbers), here()
    return [
        ENCODE(
            organisation(found[number], node)
            | {"services": services_of(number, with_services=with_services)}
        )
        for number in numbers
        if number in found
    ]


def services_of(organisation_number: int, *, with_services: bool) -> list[object]:
    """The services of an organisation."""
    groups = published().filter(organisation_id=organisation_number).order_by("pk")
    if with_services:
        wanted = list(groups.values_list("pk", "edition"))
        return [msgspec.Raw(body) for body in full_services(wanted)]
    rows = groups.values_list("uid", "name", "state")
    return [
        {"id": uid, "name": name, "status": STATUS.get(state, "active")}
        for uid, name, state in rows
    ]


def basic_organisations(numbers: Sequence[int]) -> list[bytes]:
    """Organisations without their lists."""
    found = organisations_of(numbers)
    return [ENCODE(basic_organisation(found[one])) for one in numbers if one in found]


def body_of(group: Group) -> bytes | None:
    """One whole service."""
    return next(iter(full_services([(group.pk, group.edition)])), None)
