"""What a page tells once, of what is so, and to somebody who can do something with it."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import msgspec
import pytest
from django.test import Client

from knutepunkt.collect.drafts import GroupDraft, MeetingDraft, OrganisationDraft, PlaceDraft, Term
from knutepunkt.directory.models import Group, Organisation
from tests.site.made import GRIEF, NOW, ONLINE, TUESDAYS, draft, record, taken_in
from tests.site.read import Page, page

APART = r"(?:Ikke|Også)(?: \w+dag| \d{1,2}\. \w+| og|,)+\."
TIME = "Tirsdager kl. 18.00–19.30"
WORDS = (("nb", "Vi forstår selvhjelp som å dele."),)
HOUSE = msgspec.structs.replace(TUESDAYS, mode="hybrid", online_url="https://rom.example/1")


def opened(seeker: Client, group: Group) -> Page:
    return page(seeker.get(f"/gruppe/{group.uid}"))


def sheet_of(seeker: Client, group: Group) -> Page:
    return page(seeker.post("/henvisning", {"basket": str(group.uid)}, follow=True))


def everywhere(seeker: Client, group: Group) -> Iterator[str]:
    yield opened(seeker, group).text
    yield sheet_of(seeker, group).text
    yield page(seeker.get("/tema/grief")).text
    yield page(seeker.post("/sok", {"text": "sorg"}, follow=True)).text


def somewhere(disclosure: str, group: GroupDraft) -> Group:
    place = msgspec.structs.replace(TUESDAYS.place, disclosure=disclosure)
    return taken_in(record(group, msgspec.structs.replace(TUESDAYS, place=place)))[0]


@pytest.mark.parametrize(
    ("disclosure", "secrecy", "later"),
    [
        ("area", "Gruppa viser bare området.", "Du får adressen når du tar kontakt."),
        ("hidden", "Gruppa viser ikke hvor den møtes.", "Du får vite det når du tar kontakt."),
    ],
)
@pytest.mark.parametrize("join", ["", "Ring oss."])
def test_only_who_can_be_asked_tells_where_it_is(
    seeker: Client, disclosure: str, secrecy: str, later: str, join: str
) -> None:
    group = somewhere(disclosure, draft(how_to_join=join))

    told = [opened(seeker, group).text, sheet_of(seeker, group).text]

    assert [(secrecy in text, later in text) for text in told] == [(True, bool(join))] * 2


@pytest.mark.parametrize("join", ["", "Ring oss."])
def test_nobody_is_sent_to_ask_who_cannot_be_asked(seeker: Client, join: str) -> None:
    group = taken_in(msgspec.structs.replace(record(draft(how_to_join=join)), meetings=()))[0]

    told = opened(seeker, group).text

    assert "Vi vet ikke når gruppa møtes." in told
    asked = ("Spør gruppa.", "Dette kan du spørre om før du kommer:")
    assert [one in told for one in asked] == [bool(join)] * 2


@pytest.mark.parametrize(("state", "times"), [("active", 1), ("paused", 1), ("ended", 0)])
def test_when_a_group_met_is_told_nowhere_once_it_has_ended(
    seeker: Client, state: str, times: int
) -> None:
    group = taken_in(record(draft(state=state, terms=[GRIEF])))[0]

    told = [text.count(TIME) for text in everywhere(seeker, group)]

    assert told == [times] * 4


def test_nobody_is_led_to_a_group_that_has_ended(seeker: Client) -> None:
    of_theme = record(draft("Sorggruppa", terms=[GRIEF], state="ended"))
    (group,) = taken_in(of_theme)
    lists = ["/tema/grief", "/tema/grief/50", "/sted/50", "/sted/5001"]

    told = [page(seeker.get(address)) for address in lists]
    told += [page(seeker.post("/sok", {"text": text}, follow=True)) for text in ("sorg", "")]

    assert [f"/gruppe/{group.uid}" in shown.links for shown in told] == [False] * 6
    assert seeker.post("/api/search", {}, "application/json").json()["total"] == 0


def test_who_knows_an_ended_group_finds_it_on_its_organisations_page(seeker: Client) -> None:
    laget = OrganisationDraft("Laget")
    taken_in(
        record(draft("Sorggruppa", state="ended"), organisation=laget),
        record(draft("Håpet"), organisation=laget),
    )
    organisation = Organisation.objects.get()

    shown = page(seeker.get(f"/organisasjon/{organisation.uid}"))

    assert [title for title in shown.headings if "Grupper" in title[1]] == [
        (2, "Grupper1"), (2, "Grupper som er avsluttet"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ({"except_on": ("2026-11-24", "2026-12-08")}, "Ikke 24. november og 8. desember."),
        ({"except_on": ("2026-11-25", "2026-11-17", "2027-06-01")}, ""),
        ({"also_on": ("2026-12-03",)}, "Også torsdag 3. desember."),
        (
            {"except_on": ("2026-12-01",), "also_on": ("2026-12-02",)},
            "Ikke 1. desember. Også onsdag 2. desember.",
        ),
        (
            {"rrule": "", "first_on": "2026-11-25", "also_on": ("2026-12-02",)},
            "Også onsdag 2. desember.",
        ),
        ({"state": "paused", "also_on": ("2026-12-03",)}, ""),
    ],
)
def test_days_that_are_not_as_planned_are_told(
    seeker: Client, monkeypatch: pytest.MonkeyPatch, rule: dict[str, object], said: str
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    group = taken_in(record(None, msgspec.structs.replace(TUESDAYS, **rule)))[0]

    told = [opened(seeker, group).text, sheet_of(seeker, group).text]

    found = [re.findall(APART, text) for text in told]
    assert [" ".join(one) for one in found] == [said] * 2


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ("2026-11-24 16:59", ""),
        ("2026-11-24 17:00", "I gang nå, til kl. 19.30."),
        ("2026-11-24 18:29", "I gang nå, til kl. 19.30."),
        ("2026-11-24 18:30", ""),
    ],
)
def test_a_meeting_that_is_under_way_says_until_when(
    seeker: Client, monkeypatch: pytest.MonkeyPatch, now: str, told: str
) -> None:
    moment = datetime.fromisoformat(now).replace(tzinfo=UTC)
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)
    group = taken_in(record())[0]

    shown = opened(seeker, group).text

    assert re.findall(r"I gang nå[^–]*?\d\d\.\d\d\.", shown) == ([told] if told else [])


def test_what_is_open_around_the_clock_has_no_next_time(seeker: Client) -> None:
    always = msgspec.structs.replace(ONLINE, rrule="FREQ=DAILY", start="00:00", minutes=24 * 60)
    group = taken_in(record(None, always))[0]

    told = [text.count("hele døgnet") - text.count("Neste gang")
            for text in everywhere(seeker, group)]  # fmt: skip

    assert min(told) >= 1


@pytest.mark.parametrize(
    ("meeting", "terms", "is_unknown"),
    [
        ({"place": None}, [], True),
        ({"place": PlaceDraft()}, [], True),
        ({"place": PlaceDraft(notes="Bak kirken")}, [], False),
        ({"place": None, "mode": "", "dial_in": "21 00 00 00"}, [], False),
        ({"place": None, "mode": "", "online_url": "https://rom.example/"}, [], False),
        ({"place": None, "mode": ""}, [Term("format", "correspondence")], False),
    ],
)
def test_it_is_said_where_nobody_knows_where_to_come(
    with_all_words: Client, meeting: dict[str, object], terms: list[Term], *, is_unknown: bool
) -> None:
    told = msgspec.structs.replace(TUESDAYS, **meeting)
    group = taken_in(record(draft(terms=terms, mode="in-person"), told, TUESDAYS))[0]

    shown = opened(with_all_words, group).text

    assert ("Vi vet ikke hvor gruppa møtes." in shown) == is_unknown


def test_a_meeting_with_a_pause_has_it_wherever_it_is_told(seeker: Client) -> None:
    paused = msgspec.structs.replace(TUESDAYS, rrule="FREQ=WEEKLY;BYDAY=MO", state="paused")
    group = taken_in(record(draft(terms=[GRIEF]), paused, TUESDAYS))[0]

    told = [text.lower().count("har pause") for text in everywhere(seeker, group)]

    assert told == [1] * 4


@pytest.mark.parametrize("address", ["/sted/5601", "/sted/56", "/tema/grief/56"])
def test_where_a_place_is_asked_for_its_meetings_are_told_first(
    seeker: Client, address: str
) -> None:
    there = msgspec.structs.replace(
        TUESDAYS,
        rrule="FREQ=WEEKLY;BYDAY=SU",
        place=PlaceDraft(city="Alta", postal_code="9510", municipality="5601"),
    )
    days = [f"FREQ=WEEKLY;BYDAY={day}" for day in ("MO", "TU", "WE")]
    here = [msgspec.structs.replace(TUESDAYS, rrule=rule) for rule in days]
    taken_in(record(draft(terms=[GRIEF]), *here, there))

    told = page(seeker.get(address)).text

    assert told.index("Søndager") < told.index("Mandager")


@pytest.mark.parametrize(
    ("text", "is_silent"), [("😭", True), ("Å", True), ("sorg", False), ("Trondheim", False)]
)
def test_who_says_nothing_that_is_understood_is_told_so(
    seeker: Client, text: str, *, is_silent: bool
) -> None:
    taken_in(record())

    told = page(seeker.post("/sok", {"text": text}, follow=True)).text

    assert ("Vi forsto ikke hva det gjelder." in told) == is_silent


@pytest.mark.parametrize(("place", "is_far"), [("Stockholm", True), ("Trondhjemm", False)])
def test_a_place_in_another_country_is_not_taken_for_a_slip(
    seeker: Client, place: str, *, is_far: bool
) -> None:
    told = page(seeker.post("/sok", {"place": place})).text

    assert ("Vi kjenner bare steder i Norge." in told) == is_far


def test_municipalities_without_groups_stand_apart(seeker: Client) -> None:
    taken_in(record())

    shown = page(seeker.get("/sted/50"))

    told = shown.text
    assert told.index("Trondheim") < told.index("Kommuner der vi ikke") < told.index("Frosta")
    assert "/sted/5036" in shown.links


@pytest.mark.parametrize(
    ("dial_in", "is_told"), [("21 00 00 00, kode 1234", True), ("21 00 00 00", False)]
)
def test_stars_in_the_place_of_a_password_are_explained(
    seeker: Client, dial_in: str, *, is_told: bool
) -> None:
    by_phone = msgspec.structs.replace(ONLINE, dial_in=dial_in)

    shown = opened(seeker, taken_in(record(None, by_phone))[0]).text

    assert ("***" in shown, "er det et passord" in shown) == (is_told, is_told)


def test_a_state_is_told_once_of_a_group_and_its_meeting(seeker: Client) -> None:
    meeting = msgspec.structs.replace(TUESDAYS, state="paused")
    taken_in(record(draft(state="paused", terms=[GRIEF]), meeting))

    found = page(seeker.post("/sok", {"text": "sorg"}, follow=True))

    assert found.text.count("Har pause") == 1


def test_a_meeting_in_another_state_than_its_group_says_so(seeker: Client) -> None:
    resting = msgspec.structs.replace(TUESDAYS, start="20:00", state="paused")
    taken_in(record(draft(terms=[GRIEF]), TUESDAYS, resting))

    found = page(seeker.post("/sok", {"text": "sorg"}, follow=True))

    assert "7011 Trondheim, Har pause" in found.text


@pytest.mark.parametrize(
    ("meeting", "where"),
    [
        (TUESDAYS, "Eksempelhuset, Eksempelgata 1, 7011 Trondheim Sorggruppa"),
        (HOUSE, "Eksempelhuset, Eksempelgata 1, 7011 Trondheim og på nett Sorggruppa"),
        (ONLINE, "På nett Sorggruppa"),
    ],
)
def test_a_sheet_says_where_and_whether_one_may_join_from_home(
    seeker: Client, meeting: MeetingDraft, where: str
) -> None:
    laget = OrganisationDraft("Sorggruppa")
    group = taken_in(record(None, meeting, organisation=laget))[0]

    assert f"{TIME} {where}" in sheet_of(seeker, group).text


def test_the_groups_online_of_a_theme_are_one_press_away(seeker: Client) -> None:
    taken_in(record(draft("Hjemme", terms=[GRIEF]), ONLINE), record(draft("Ute", terms=[GRIEF])))

    theme = page(seeker.get("/tema/grief"))
    found = page(seeker.post("/sok", {"theme": "grief", "mode": "online"}, follow=True))

    assert "Vis 1 gruppe på nett" in theme.text
    fields = [its for tag, its in theme.attributes if its.get("name") == "mode"]
    assert [its["value"] for its in fields] == ["online"]
    assert [text for level, text in found.headings if level == 3] == ["Hjemme"]


def test_a_theme_explained_leads_to_its_groups(seeker: Client) -> None:
    links = [page(seeker.get(f"/begrep/{term}")).links for term in ("theme/grief", "language/pl")]

    assert ["/tema/grief" in those for those in links] == [True, False]


def test_what_a_group_is_for_stands_from_a_to_aa(with_all_words: Client) -> None:
    codes = ("men", "next-of-kin", "children")
    group = taken_in(record(draft(terms=[Term("target-group", one) for one in codes])))[0]

    told = opened(with_all_words, group).text

    assert "Målgruppe Barn Menn Pårørende" in told


def test_a_language_is_written_as_the_other_choices_are(seeker: Client) -> None:
    taken_in(record(draft(terms=[GRIEF, Term("language", "pl")])))

    found = page(seeker.post("/sok", {"text": "sorg"}, follow=True))

    assert "Polsk 1" in found.text


@pytest.mark.parametrize("address", ["/", "/hva-er-selvhjelp", "/organisasjon/{}", "/gruppe/{}"])
def test_an_organisations_words_stand_with_the_day_they_were_read(
    seeker: Client, address: str
) -> None:
    group = taken_in(record(organisation=OrganisationDraft("Laget", own_words=WORDS)))[0]
    assert group.organisation is not None
    whose = group.organisation if "organisasjon" in address else group

    told = page(seeker.get(address.format(whose.uid))).text

    assert "Laget Lest inn 23. november 2026." in told


def test_the_same_theme_is_one_press_away_where_several_choices_leave_nothing(
    seeker: Client,
) -> None:
    taken_in(record())  # In Trondheim, on Tuesdays.
    asked = {"text": "sorg", "place": "Oslo", "within": "5", "weekday": "SU"}

    told = page(seeker.post("/sok", asked, follow=True)).text

    assert "Prøv heller Samme tema, nærmest først (1)" in told


@pytest.mark.parametrize("field", ["hours", "soon", "sort", "weekday", "view"])
def test_a_choice_there_is_none_of_is_answered_in_our_own_words(seeker: Client, field: str) -> None:
    shown = page(seeker.post("/sok", {"text": "sorg", field: "finnes-ikke"}))

    assert "Vi kom ikke videre Velg noe fra lista." in shown.text


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("Oslo", ["Den nærmeste som passer, er 392 km unna. Se dem som møtes på nett"]),
        ("Orkanger", []),
    ],
)
def test_it_is_said_that_the_nearest_is_far_off(
    seeker: Client, place: str, told: list[str]
) -> None:
    taken_in(
        record(draft("Her", terms=(GRIEF,)), TUESDAYS),
        record(draft("Nett", terms=(GRIEF,)), ONLINE),
    )

    shown = page(seeker.post("/sok", {"text": "sorg", "place": place}, follow=True))

    assert re.findall(r"Den nærmeste som[^.]*\.(?: Se dem som møtes på nett)?", shown.text) == told
