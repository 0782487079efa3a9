"""What a writer of groups holds does not grow with their number."""

import tracemalloc
from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from knutepunkt.distribute.exporting import frame_for
from knutepunkt.distribute.formats.base import Account, Format
from knutepunkt.distribute.formats.registry import MODULES, format_named
from knutepunkt.distribute.published import Choice, PublishedGroup
from tests.distribute.made import GRIEF, HOUSE, at, load_words, record, taken_in

FEW, MANY = 20, 150
# Less than 400 bytes for each group more, and a group is larger in every form it takes.
ROOM = 400 * (MANY - FEW)


def many(form: Format, count: int) -> Iterator[object]:
    """So many groups with names of their own, made when they are asked for."""
    one = next(iter(form.items(Choice())))
    for number in range(count):
        uid = f"0f9b6c1e-7a44-4b77-8d0e-{number:012}"
        if isinstance(one, PublishedGroup):
            yield replace(one, id=uid, name=f"Gruppe {number} " * 30)
        elif isinstance(one, bytes):
            yield one.replace(one[7:43], uid.encode())


def peak(form: Format, count: int) -> int:
    """The most bytes that were held while so many groups were written."""
    frame = frame_for(Choice())
    tracemalloc.start()
    try:
        for _ in form.chunks(many(form, count), frame, Account()):
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name", [name for name in MODULES if not name.startswith("pdf") and name != "skos"]
)
def test_more_groups_take_no_more_memory(name: str) -> None:
    load_words()
    taken_in(record("Sorg", at(HOUSE), terms=[GRIEF]))
    form = format_named(name)
    peak(form, MANY)  # names that are remembered, to a bound, are known now

    few, more = peak(form, FEW), peak(form, MANY)

    assert more - few < ROOM
