"""What a writer of groups holds does not grow with their number."""

import json
import tracemalloc
from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from knutepunkt.collect.drafts import OrganisationDraft
from knutepunkt.distribute import met
from knutepunkt.distribute.exporting import frame_for
from knutepunkt.distribute.formats.base import Account, Format
from knutepunkt.distribute.formats.registry import MODULES, format_named
from knutepunkt.distribute.published import Choice, PublishedGroup
from tests.distribute.made import GRIEF, HOUSE, at, load_words, record, taken_in

FEW, MANY = 20, 150
# Less than 400 bytes for each group more, and a group is larger in every form it takes.
ROOM = 400 * (MANY - FEW)
REMEMBERED = 10


def many(form: Format, count: int) -> Iterator[object]:
    """So many groups, each of an organisation of its own at a place of its own."""
    one = next(iter(form.items(Choice())))
    for number in range(count):
        yield another(one, *(f"{kind}f9b6c1e-7a44-4b77-8d0e-{number:012}" for kind in range(4)))


def another(one: object, uid: str, owner: str, meeting: str, place: str) -> object:
    """A group like one, as a record or as a service's JSON, with ids of its own."""
    if isinstance(one, bytes):
        told = json.loads(one)
        at = told["service_at_locations"][0]
        known = (told["id"], told["organization"]["id"], at["id"], at["location"]["id"])
        for old, new in zip(known, (uid, owner, meeting, place), strict=True):
            one = one.replace(old.encode(), new.encode())
        return one
    assert isinstance(one, PublishedGroup)
    organisation = replace(one.organisation, id=owner, name=f"Lag {owner}")
    house = replace(one.meetings[0].place, id=place)
    return replace(one, id=uid, name=f"Gruppe {uid} " * 30, organisation=organisation,
                   meetings=(replace(one.meetings[0], id=meeting, place=house),))  # fmt: skip


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
def test_more_groups_take_no_more_memory(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(met, "MOST", REMEMBERED)
    load_words()
    taken_in(record("Sorg", at(HOUSE), organisation=OrganisationDraft("Lauget"), terms=[GRIEF]))
    form = format_named(name)
    peak(form, MANY)  # names that are remembered, to a bound, are known now

    few, more = peak(form, FEW), peak(form, MANY)

    assert more - few < ROOM
