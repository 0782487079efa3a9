"""Data packages of HSDS whose tables are traps for whoever joins them."""

from collections.abc import Iterable
from pathlib import Path

SERVICES = "id,name,status,organization_id\n"


def package(folder: Path, **tables: Iterable[str]) -> Path:
    members = [(f"{name}.csv", "".join(lines).encode()) for name, lines in tables.items()]
    for name, content in members:
        (folder / name).write_bytes(content)
    return folder


def group_with_every_row(folder: Path) -> Path:
    """60,000 attributes of one group; the other group is read."""
    attributes = (f"a{n},s1,x\n" for n in range(60_000))
    return package(
        folder,
        services=[SERVICES, "s1,Tung,active,\n", "s2,Lett,active,\n"],
        attributes=["id,link_id,value\n", *attributes],
        organizations=["id,name\n"],
    )


def location_of_every_group(folder: Path) -> Path:
    """500 groups meet at one place that has 40,000 addresses."""
    numbers = range(500)
    return package(
        folder,
        services=[SERVICES, *(f"s{n},Gruppe {n},active,\n" for n in numbers)],
        service_at_location=["id,service_id,location_id\n", *(f"l{n},s{n},x\n" for n in numbers)],
        locations=["id,name\n", "x,Huset\n"],
        addresses=["id,location_id,city\n", *(f"a{n},x,Oslo\n" for n in range(40_000))],
    )


def column_with_an_endless_name(folder: Path) -> Path:
    """Each short row would be written with a name of 100 kB."""
    return package(
        folder,
        services=[f"id,{'n' * 100_000}\n", *(f"{n},x\n" for n in range(20_000))],
        organizations=["id,name\n"],
    )


def table_on_one_line(folder: Path) -> Path:
    return package(folder, services=[SERVICES, "x" * 9_000_000], organizations=["id,name\n"])


CASES = {
    group_with_every_row: (2, 1),
    location_of_every_group: (500, 500),
    column_with_an_endless_name: (
        "the tables grow to more than 66 MiB when they are joined; the feed's owner: send less, or "
        "shorter names of columns."
    ),
    table_on_one_line: (
        "services.csv has a line of more than 4 million letters; the feed's owner: mend the file."
    ),
}
