"""What must not leave: contacts are kept apart, passwords of online rooms are not kept at all."""

import json

import pytest

from knutepunkt.collect.clean.secrets import json_without_secrets
from knutepunkt.collect.models import Difference, Rejection, Run
from knutepunkt.directory.models import Claim, Organisation
from knutepunkt.intake import register
from tests.intake.feeds import Feed, Record, meeting, text_of_database

pytestmark = pytest.mark.django_db

MAIL, PHONE, NAME = "kanari@example.org", "+4790000001", "Kari Kanari"
CONTACTS = {"contact_1_name": NAME, "contact_1_email": MAIL, "contact_1_phone": PHONE}
SECRET = "7730887194"
ROOM: Record = {
    "conference_url": f"https://example.org/j/12?pwd={SECRET}&x=1",
    "conference_url_notes": f"Passord: {SECRET}",
    "conference_phone": f"+4721000000,,12#,,*{SECRET}#",
    "conference_phone_notes": f"passcode {SECRET}",
    "notes": f"Zoom https://example.org/j/12?pwd={SECRET} passcode: {SECRET}",
    "location_notes": f"Kode er her, passord: {SECRET}",
    "group_notes": f"password is {SECRET}",
    "elsewhere": f"Passcode: {SECRET}",
}


def test_contacts_stand_in_a_column_of_their_own(feed: Feed) -> None:
    report = feed.collect([meeting("a", time="99:99", **CONTACTS)])

    claim = Claim.objects.get()
    assert dict(claim.contacts) == CONTACTS
    for text in (claim.statement, claim.issues, report.as_json(), report.lines()):
        assert not any(canary in json.dumps(text) for canary in (MAIL, PHONE, NAME))


def test_contacts_are_in_no_table_but_the_claims(feed: Feed) -> None:
    feed.collect([meeting("a", **CONTACTS)])

    text = text_of_database(without=["directory_claim"])

    assert not any(canary in text for canary in (MAIL, PHONE, NAME))


def test_changed_contact_is_told_without_being_repeated(feed: Feed) -> None:
    feed.collect([meeting("a", **CONTACTS)])

    report = feed.collect([meeting("a", **CONTACTS | {"contact_1_phone": "+4790000002"})])

    assert report.changed == 1
    assert register.run(report.run or 0)["differences"] == [
        {
            "record": "a",
            "kind": "changed",
            "fields": [{"field": "group.contacts.2.1", "before": "***", "after": "***"}],
            "name": "Gruppe a",
        }
    ]
    assert "+47900" not in repr(list(Difference.objects.values("fields")))


def test_changed_contact_is_kept(feed: Feed) -> None:
    feed.collect([meeting("a", **CONTACTS)])

    feed.collect([meeting("a", **CONTACTS | {"contact_1_phone": "+4790000002"})])

    assert dict(Claim.objects.get().contacts)["contact_1_phone"] == "+4790000002"


def test_changed_contact_of_an_organisation_is_kept(feed: Feed) -> None:
    own = Feed(feed.path.with_suffix(".ndjson"))
    record = {"key": "g", "group": {"name": "Gamma"}, "organisation": {"name": "Ringen"}}
    told = record | {"organisation": {"name": "Ringen", "contacts": [["email", MAIL]]}}
    own.collect([record])

    report = own.collect([told])

    assert (report.changed, report.unchanged) == (0, 1)
    assert Organisation.objects.get().contacts == [["email", MAIL]]
    assert MAIL not in json.dumps(Claim.objects.get().statement)


def test_passwords_of_online_rooms_are_stored_nowhere(feed: Feed) -> None:
    feed.collect([meeting("a", **ROOM)])

    feed.collect([meeting("a", **ROOM, city="Oslo")])

    assert SECRET not in text_of_database()


def test_passwords_of_a_rejected_record_are_only_in_the_record_kept_whole(feed: Feed) -> None:
    feed.collect([meeting("a", **ROOM, day="Blursday")])

    kept = Rejection.objects.get()

    assert SECRET in kept.raw
    assert SECRET not in text_of_database(without=["collect_rejection"])
    assert SECRET not in f"{kept.field} {kept.value} {kept.problem} {kept.who}"


def test_value_with_a_null_character_costs_one_record_or_none(feed: Feed) -> None:
    report = feed.collect(
        [meeting("a"), meeting("b", day="\x00"), meeting("c\x00", "C"), meeting("d", time="\x00")]
    )

    assert report.read == 4
    assert "\\u0000" not in json.dumps(Run.objects.get().report)


def test_very_long_id_costs_no_run(feed: Feed) -> None:
    long = "".join(f"{number:x}" for number in range(3000))

    report = feed.collect([meeting("a"), meeting(long, "Lang")])

    assert (report.read, report.created + report.rejected) == (2, 2)


def test_password_in_a_field_of_its_own_is_not_kept(feed: Feed) -> None:
    fields = {"passcode": SECRET, "conference_password": SECRET, "zoom_pw": SECRET}

    feed.collect([meeting("a", **fields)])

    assert SECRET not in text_of_database()


def test_refused_record_is_printed_as_json_without_its_passwords(feed: Feed) -> None:
    refused = meeting("a", **ROOM, passcode=SECRET) | {"day": "never"}
    feed.collect([refused])

    printed = json_without_secrets(Rejection.objects.get().raw)

    assert SECRET not in printed
    assert json.loads(printed).keys() == refused.keys()


def test_contacts_under_other_names_stand_apart_too(feed: Feed) -> None:
    others = {"contact_email": MAIL, "contact_4_phone": PHONE, "Kontaktperson": NAME}

    feed.collect([meeting("a", **others)])

    claim = Claim.objects.get()
    assert dict(claim.contacts) == others
    assert not any(canary in json.dumps(claim.statement) for canary in (MAIL, PHONE, NAME))
