"""Whose value is shown: own edit, organisation's feed, aggregator, import; field by field."""

from datetime import timedelta

import pytest

from knutepunkt.collect.drafts import GroupDraft, RecordDraft
from knutepunkt.collect.errors import RecordRejected
from knutepunkt.directory.actions.own_edits import OWN, edit
from knutepunkt.directory.models import Claim, Confirmation, Group, Meeting
from tests.directory.made import NOON, draft, meeting, source, told

pytestmark = pytest.mark.django_db

KINDS = ["organisation", "aggregator", "import"]


def own(**fields: object) -> RecordDraft:
    """What a group says of itself; only what is given."""
    return RecordDraft("", GroupDraft(**{"name": "", **fields}))  # type: ignore[arg-type]


@pytest.mark.parametrize("nearer", [0, 1])
@pytest.mark.parametrize("first", [0, 1])
def test_nearer_source_is_shown_whoever_comes_first(nearer: int, first: int) -> None:
    pair = KINDS[nearer : nearer + 2]
    order = pair if first == 0 else pair[::-1]

    for kind in order:
        told(source(kind, kind), draft(name=f"Håp, sier {kind}", said_on="2026-01-01"))

    assert Group.objects.get().name == f"Håp, sier {pair[0]}"


def test_each_field_is_chosen_for_itself() -> None:
    told(source("near", "organisation"), draft(fee="", how_to_join="Ring"))
    told(source("far", "import"), draft(name="Annet", fee="50 kr", how_to_join="Skriv"))

    group = Group.objects.get()

    assert (group.name, group.fee, group.how_to_join) == ("Håp", "50 kr", "Ring")


def test_meetings_are_all_from_the_nearest_source_that_knows_any() -> None:
    told(source("near", "organisation"), draft())
    told(source("mid", "aggregator"), draft(meetings=[meeting(), meeting(start="20:00", key="2")]))
    told(source("far", "import"), draft(meetings=[meeting(start="07:00")]))

    starts = Meeting.objects.order_by("start").values_list("source_id", "start")

    assert list(starts) == [("mid", "18:00"), ("mid", "20:00")]


def test_within_one_rank_the_newest_is_shown() -> None:
    told(source("a", "aggregator"), draft(name="Gammelt", said_on="2025-01-01"))
    told(source("b", "aggregator"), draft(name="Nytt", said_on="2026-01-01T08:00:00+00:00"))

    assert Group.objects.get().name == "Nytt"


@pytest.mark.parametrize("order", ["xy", "yx"])
def test_within_one_rank_and_day_the_record_key_decides(order: str) -> None:
    for key in order:
        told(source(f"s{key}", "aggregator"), draft(key, "2026-01-01", name=f"Fra {key}"))

    assert Group.objects.get().name == "Fra x"


def test_losing_claims_stay_readable() -> None:
    told(source("near", "organisation"), draft(name="Vinner"))
    told(source("far", "import"), draft(name="Taper"))

    claims = Claim.objects.order_by("source_id").values_list("source_id", "statement__group__name")

    assert list(claims) == [("far", "Taper"), ("near", "Vinner")]


def test_own_words_are_chosen_for_each_language_with_who_and_when() -> None:
    told(source("near", "organisation"), draft(said_on="2026-01-02", own_words=(("nb", "Vi"),)))
    told(
        source("far", "import"),
        draft(said_on="2026-02-02", own_words=(("nb", "De"), ("en", "They"))),
    )

    words = Group.objects.get().own_words

    assert words == [
        {"language": "nb", "text": "Vi", "by": "Håp", "on": "2026-01-02"},
        {"language": "en", "text": "They", "by": "Håp", "on": "2026-02-02"},
    ]


def test_own_edit_is_shown_before_every_feed() -> None:
    group = told(source("near", "organisation"), draft(name="Fra strømmen", fee="50 kr"))

    edit(group, own(name="Vårt eget navn"), by="Håp", moment=NOON)

    shown = Group.objects.get()
    assert (shown.name, shown.fee) == ("Vårt eget navn", "50 kr")


def test_harvest_never_overwrites_an_own_edit() -> None:
    near = source("near", "organisation")
    group = told(near, draft(name="Fra strømmen", how_to_join="Ring"))
    edit(group, own(name="Vårt eget navn"), by="Håp", moment=NOON)

    told(near, draft(name="Nytt i strømmen", how_to_join="Skriv", said_on="2030-01-01"))

    shown = Group.objects.get()
    assert (shown.name, shown.how_to_join) == ("Vårt eget navn", "Skriv")
    assert Claim.objects.get(source=OWN).statement["group"]["name"] == "Vårt eget navn"


def test_own_meetings_stand_in_place_of_the_feeds() -> None:
    near = source("near", "organisation")
    group = told(near, draft(meetings=[meeting()]))
    said = RecordDraft("", GroupDraft(""), (meeting(start="19:30"),))

    edit(group, said, by="Håp", moment=NOON)
    told(near, draft(meetings=[meeting(start="12:00")]))

    assert list(Meeting.objects.values_list("source_id", "start")) == [(OWN, "19:30")]


def test_own_edit_confirms_the_group_that_day() -> None:
    group = told(source("near", "organisation"), draft())

    edit(group, own(fee="Gratis"), by="Håp", moment=NOON)

    rows = Confirmation.objects.values_list("by", "how", "confirmed_on")
    assert list(rows) == [("Håp", "own-edit", NOON.date())]
    assert Group.objects.get().confirmed_on == NOON.date()


def test_contacts_of_an_own_edit_stand_apart_from_its_statement() -> None:
    group = told(source("near", "organisation"), draft())

    edit(group, own(contacts=(("email", "kanari@example.org"),)), by="Håp", moment=NOON)

    claim = Claim.objects.get(source=OWN)
    assert claim.contacts == [["email", "kanari@example.org"]]
    assert "kanari" not in str(claim.statement)


@pytest.mark.parametrize("said", [{"minimum_age": 200}, {"maximum_age": -1}])
def test_own_edit_that_makes_no_sense_is_refused(said: dict[str, int]) -> None:
    group = told(source("near", "organisation"), draft())

    with pytest.raises(RecordRejected):
        edit(group, own(**said), by="Håp", moment=NOON)

    assert not Claim.objects.filter(source=OWN).exists()


def test_confirmation_of_a_feed_is_told_as_that_feeds() -> None:
    far = source("far", "import")
    said = draft()
    told(far, RecordDraft("r", said.group, confirmed_on="2026-01-05"))

    told(source("near", "organisation"), draft(), moment=NOON + timedelta(days=1))

    assert list(Confirmation.objects.values_list("by", "how")) == [("far", "feed")]
    assert str(Group.objects.get().confirmed_on) == "2026-01-05"
