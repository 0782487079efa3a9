"""The JSON of services and organisations."""

from collections.abc import Iterator, Sequence

import msgspec

from knutepunkt.directory.queries import published
from knutepunkt.distribute.handing import here
from knutepunkt.distribute.hsds import kept
from knutepunkt.distribute.hsds.grounds import Ground, ground
from knutepunkt.distribute.hsds.kept import Finished
from knutepunkt.distribute.hsds.once import Once
from knutepunkt.distribute.hsds.organisations import basic_organisation, organisation
from knutepunkt.distribute.hsds.services import STATUS, basic_service, whole_service
from knutepunkt.distribute.published import Choice, groups_of, organisations_of
from knutepunkt.distribute.published.organisations import parents_of

ENCODE = msgspec.json.Encoder().encode
BATCH = 500
# What is read of a group to know whether a finished body is right.
ONE = ("pk", "edition", "organisation__parent_id")
Wanted = Sequence[tuple[int, int, int | None]]


def full_services(wanted: Wanted) -> list[bytes]:
    """Whole services, for groups given by ``ONE``."""
    return services(wanted, whole=True)


def basic_services(wanted: Wanted) -> list[bytes]:
    """Services without their lists."""
    return services(wanted, whole=False)


def services(
    wanted: Wanted, now: Ground | None = None, once: Once | None = None, *, whole: bool
) -> list[bytes]:
    """Services in the order given: kept ones where they are right, the others made and kept.

    The ground and the editions are read first: what changes while a body is made is then under a
    key that no later reader makes out. ``once`` holds what was written on the same ground.
    """
    now = now or ground()
    parents = parents_of({parent for *_, parent in wanted if parent is not None})
    keys = {
        number: f"{edition} {parents.get(parent or 0, '')} ".encode() + now.digest
        for number, edition, parent in wanted
    }
    found = kept.held(keys, now, whole=whole)
    if missing := [number for number in keys if number not in found]:
        fresh = made(missing, once)
        kept.keep(fresh, keys, now)
        found |= {number: one.whole if whole else one.basic for number, one in fresh.items()}
    return [found[number] for number in keys if number in found]


def made(numbers: list[int], once: Once | None = None) -> dict[int, Finished]:
    """The bodies of some groups, by number."""
    once, found = once or Once(here()), {}
    for group in groups_of(numbers, once.met):
        basic = basic_service(group)
        whole = whole_service(group, basic, once)
        found[group.number] = Finished(ENCODE(basic), ENCODE(whole))
    return found


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
        wanted = list(groups.values_list(*ONE))
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


def services_of_choice(choice: Choice, batch: int = BATCH) -> Iterator[bytes]:
    """Every whole service that is asked for; memory holds one batch.

    When all are asked for, what is kept of others is taken away.
    """
    last, wanted = 0, choice.groups().order_by("pk").values_list(*ONE)
    on, once = b"", Once(here())
    while True:
        now = ground()
        if not (page := list(wanted.filter(pk__gt=last)[:batch])):
            break
        if now.digest != on:  # terms may have other names since
            on, once = now.digest, Once(here())
        yield from services(page, now, once, whole=True)
        if not choice.is_narrow:
            kept.forget(last, page[-1][0], [number for number, *_ in page])
        last = page[-1][0]
    if not choice.is_narrow:
        kept.forget(last, kept.NEWEST, [])
