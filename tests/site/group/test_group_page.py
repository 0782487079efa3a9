import json
from datetime import UTC, datetime
from uuid import uuid4

import msgspec
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from knutepunkt.collect.drafts import OrganisationDraft, Term
from knutepunkt.directory.actions.own_edits import confirm
from knutepunkt.directory.models import Group
from knutepunkt.vocabulary.models import Concept, Definition
from tests.site.made import GRIEF, NOW, ONLINE, TUESDAYS, draft, record, taken_in, withdraw
from tests.site.read import Page, page

SECRET = "99887766"


def opened(seeker: Client, group: Group, language: str = "") -> Page:
    return page(seeker.get(f"{language}/gruppe/{group.uid}"))


def placed(disclosure: str) -> Page:
    place = msgspec.structs.replace(TUESDAYS.place, disclosure=disclosure, notes="Ring på hos Ola")
    group = taken_in(record(None, msgspec.structs.replace(TUESDAYS, place=place)))[0]
    return opened(Client(), group)


def test_the_own_words_come_first_with_who_wrote_them_and_when(seeker: Client) -> None:
    group = taken_in(record(draft(own_words=[["nb", "Vi deler det vi bærer på."]])))[0]

    shown = opened(seeker, group)

    said = f"Vi deler det vi bærer på. Skrevet av {group.name}, 1. oktober 2026 Når og hvor"
    assert said in shown.text


def test_own_words_are_marked_with_their_language(seeker: Client) -> None:
    group = taken_in(record(draft(own_words=[["pl", "Dzielimy się."]])))[0]

    assert opened(seeker, group).has("blockquote", lang="pl")


def test_own_words_in_the_language_of_the_page_come_first(seeker: Client) -> None:
    group = taken_in(record(draft(own_words=[["nb", "På norsk."], ["en", "In English."]])))[0]

    shown = opened(seeker, group, "/en")

    assert shown.text.index("In English.") < shown.text.index("På norsk.")


def test_own_words_are_never_markup(seeker: Client) -> None:
    group = taken_in(record(draft(own_words=[["nb", "<b>Vi</b> deler."]])))[0]

    assert not opened(seeker, group).has("b")


def test_a_meeting_has_its_next_time(seeker: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: datetime(2026, 11, 23, 12, tzinfo=UTC))
    group = taken_in(record())[0]

    assert "Neste gang: tirsdag 24. november kl. 18.00" in opened(seeker, group).text


def test_a_time_elsewhere_is_told_in_norwegian_time_too(
    seeker: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: datetime(2026, 11, 23, 12, tzinfo=UTC))
    group = taken_in(record(None, msgspec.structs.replace(ONLINE, timezone="Europe/London")))[0]

    shown = opened(seeker, group)

    assert "Tirsdager kl. 18.00–19.30 (tid i London)" in shown.text
    assert "kl. 18.00 (kl. 19.00 norsk tid)" in shown.text


@pytest.fixture
def in_new_york(seeker: Client, monkeypatch: pytest.MonkeyPatch) -> Page:
    """The page of a group that meets online at 18.00 in New York."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    group = taken_in(record(None, msgspec.structs.replace(ONLINE, timezone="America/New_York")))[0]
    return opened(seeker, group)


def test_a_day_at_home_has_no_year_when_the_day_there_has_none(in_new_york: Page) -> None:
    here = "onsdag 25. november kl. 00.00 norsk tid"
    assert f"tirsdag 24. november kl. 18.00 ({here})" in in_new_york.text


def test_a_clock_that_goes_as_at_home_is_not_told_what_was_told_already(in_new_york: Page) -> None:
    # The script passes over a moment whose zone goes as the clock of the device does.
    assert in_new_york.has("p", **{"data-moment": "2026-11-25T00:00:00+01:00"})


def test_an_open_place_is_told_in_full(seeker: Client) -> None:
    assert "Eksempelhuset, Eksempelgata 1, 7011 Trondheim" in placed("exact").text


@pytest.mark.parametrize("disclosure", ["area", "hidden"])
def test_a_place_that_is_not_open_keeps_its_address(seeker: Client, disclosure: str) -> None:
    shown = placed(disclosure).text.replace("Sorggruppa på Eksempelhuset", "")

    secrets = ["Eksempelhuset", "Eksempelgata", "7011", "63.43", "Ring på hos Ola"]
    assert [secret for secret in secrets if secret in shown] == []
    assert "Trondheim" in shown


def test_a_group_online_has_no_address(seeker: Client) -> None:
    group = taken_in(record(None, ONLINE))[0]

    shown = opened(seeker, group)

    assert ("Eksempelgata" in shown.text, "https://rom.example/1" in shown.links) == (False, True)


def test_only_addresses_of_the_web_become_links(seeker: Client) -> None:
    bad = msgspec.structs.replace(
        ONLINE, online_url="javascript:alert(1)", url="mailto:a@b.example"
    )
    group = taken_in(record(draft(url="mailto:ola@eksempel.example"), bad))[0]

    shown = opened(seeker, group)

    assert [link for link in shown.links if link.startswith(("java", "mailto"))] == []


def test_contacts_are_never_shown(seeker: Client) -> None:
    organisation = OrganisationDraft("Eksempellaget", contacts=(("phone", SECRET),))
    group = taken_in(
        record(draft(contacts=[["phone", SECRET]]), organisation=organisation),
    )[0]

    assert SECRET not in opened(seeker, group).text


def test_concepts_have_names_in_the_language_of_the_page(seeker: Client) -> None:
    group = taken_in(record(draft(terms=[GRIEF])))[0]

    assert "Theme Grief" in opened(seeker, group, "/en").text


def test_a_term_nobody_knows_is_shown_as_its_source_wrote_it(seeker: Client) -> None:
    group = taken_in(record(draft(terms=[Term("local", "kakao-og-prat", "Kakao & prat")])))[0]

    assert "Med kildens egne ord Kakao & prat" in opened(seeker, group).text


def test_a_meeting_with_terms_of_its_own_shows_them(seeker: Client) -> None:
    thursday = msgspec.structs.replace(
        TUESDAYS, key="2", name="Torsdagsmøtet", rrule="FREQ=WEEKLY;BYDAY=TH", terms=(GRIEF,)
    )
    group = taken_in(record(draft(), thursday, TUESDAYS))[0]

    shown = opened(seeker, group)

    assert shown.text.index("Tirsdager") < shown.text.index("Torsdagsmøtet Torsdager")
    assert "7011 Trondheim · Fysisk Sorg Bli med" in shown.text


def test_how_to_join_fee_access_and_age_are_told(seeker: Client) -> None:
    told = draft(
        how_to_join="Bare kom.", fee="20 kroner til kaffe", accessibility="Heis", minimum_age=18
    )
    group = taken_in(record(told))[0]

    shown = opened(seeker, group)

    said = "Bli med Bare kom. Alder Fra 18 år Pris 20 kroner til kaffe Tilgjengelighet Heis"
    assert said in shown.text


def test_the_organisation_is_shown_in_its_own_words(seeker: Client) -> None:
    organisation = OrganisationDraft(
        "Eksempellaget", own_words=(("nb", "Vi er mange."),), url="https://laget.example/"
    )
    group = taken_in(record(None, TUESDAYS, organisation=organisation))[0]

    shown = opened(seeker, group)

    assert "Hvem som står bak Eksempellaget Vi er mange." in shown.text
    assert "https://laget.example/" in shown.links


def test_an_entry_nobody_confirmed_says_so(seeker: Client) -> None:
    group = taken_in(record())[0]

    said = "Ingen har bekreftet dette ennå. Sist endret 1. oktober 2026."
    assert said in opened(seeker, group).text


@pytest.mark.parametrize(
    ("day", "since"),
    [("2025-09-23", "14 måneder"), ("2025-11-22", "12 måneder"), ("2024-01-02", "2 år")],
)
def test_an_old_confirmation_says_how_old_it_is(
    seeker: Client, monkeypatch: pytest.MonkeyPatch, day: str, since: str
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    group = taken_in(record(confirmed_on=day))[0]

    assert f"Ikke bekreftet på {since} – ring før du drar." in opened(seeker, group).text


@pytest.mark.parametrize(
    ("day", "stands_out"), [("2025-11-22", "fresh stale"), ("2025-11-23", "fresh")]
)
def test_what_is_old_stands_out_under_the_name(
    seeker: Client, monkeypatch: pytest.MonkeyPatch, day: str, stands_out: str
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    group = taken_in(record(confirmed_on=day))[0]

    assert opened(seeker, group).has("p", **{"class": stands_out})


def test_nobody_travels_to_a_group_online(seeker: Client) -> None:
    group = taken_in(record(draft(mode="online"), ONLINE, confirmed_on="2024-01-02"))[0]

    assert "Ikke bekreftet på 2 år – spør før du blir med." in opened(seeker, group).text


def test_a_group_that_confirms_itself_is_said_to(
    seeker: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    group = taken_in(record())[0]
    confirm(group, by="Kari Nordmann", how="mail", moment=datetime(2026, 11, 3, 9, tzinfo=UTC))

    shown = opened(seeker, group)

    assert "Bekreftet av gruppa 3. november 2026." in shown.text
    assert "Kari" not in shown.text


def test_the_first_time_tells_what_the_group_has_said(seeker: Client) -> None:
    told = Term("openness", "sign-up", "Påmelding")
    group = taken_in(record(draft(terms=[told])))[0]

    shown = opened(seeker, group)

    assert "Første gang Dette har gruppa sagt:" in shown.text
    assert "Et møte varer 1 time og 30 minutter Dette" in shown.text


def test_what_was_told_of_the_first_time_is_not_told_again(with_all_words: Client) -> None:
    told = [Term("working-form", "conversation"), Term("openness", "sign-up")]
    group = taken_in(record(draft(terms=told)))[0]

    shown = opened(with_all_words, group)

    assert [shown.text.count(one) for one in ("Samtalegruppe", "Arbeidsform")] == [1, 0]


def test_an_ended_group_still_tells_how_it_worked(with_all_words: Client) -> None:
    told = [Term("working-form", "conversation")]
    group = taken_in(record(draft(terms=told, state="ended")))[0]

    assert "Arbeidsform Samtalegruppe" in opened(with_all_words, group).text


def test_how_accessible_it_is_stands_in_one_place(with_all_words: Client) -> None:
    told = [Term("accessibility", "induction-loop"), Term("accessibility", "wheelchair")]
    group = taken_in(record(draft(terms=told, accessibility="Heis i bakgården.")))[0]

    shown = opened(with_all_words, group)

    said = "Tilgjengelighet Teleslynge Tilgjengelig med rullestol Heis i bakgården."
    assert (said in shown.text, shown.text.count("Teleslynge")) == (True, 1)


def test_whom_to_ask_stands_where_the_group_does_not_say_how_to_join(seeker: Client) -> None:
    laget = OrganisationDraft("Eksempellaget", url="https://laget.example/")
    group = taken_in(record(None, TUESDAYS, organisation=laget))[0]

    shown = opened(seeker, group)

    asked = "Gruppa har ikke sagt hvordan du blir med. Spør organisasjonen som står bak"
    assert asked in shown.text


def test_the_first_time_is_honest_where_the_group_has_said_nothing(seeker: Client) -> None:
    bare = msgspec.structs.replace(TUESDAYS, minutes=None)
    group = taken_in(record(None, bare))[0]

    shown = opened(seeker, group)

    assert "Gruppa har ikke sagt hvordan det er å komme første gang." in shown.text
    assert "Dette vet vi ikke: Må jeg si fra før jeg kommer?" in shown.text


def test_what_the_group_has_not_said_is_named(seeker: Client) -> None:
    group = taken_in(record(draft(fee="Gratis")))[0]

    shown = opened(seeker, group)

    said = "Gruppa har ikke sagt noe om: tilgjengelighet, språk, hvem den er for."
    assert said in shown.text


def test_a_theme_leads_to_its_page(seeker: Client) -> None:
    group = taken_in(record())[0]

    assert "/tema/grief" in opened(seeker, group).links


def test_the_organisations_understanding_stands_with_its_owner_and_day(seeker: Client) -> None:
    group = taken_in(record(None, TUESDAYS, organisation=OrganisationDraft("Eksempellaget")))[0]
    Definition.objects.create(
        concept=Concept.objects.get(code="grief"), language="nb", owner="Eksempellaget",
        text="Selvhjelp er å gjøre noe sammen.", dated=datetime(2026, 5, 4, tzinfo=UTC),
    )  # fmt: skip

    said = "Selvhjelp er å gjøre noe sammen. Skrevet av Eksempellaget, 4. mai 2026"
    assert f"Slik forstår de selvhjelp {said}" in opened(seeker, group).text


def test_the_time_of_a_group_online_can_be_had_by_another_clock(
    seeker: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    group = taken_in(record(None, ONLINE))[0]

    there = seeker.post(f"/gruppe/{group.uid}/tid", {"zone": "Europe/London"}, follow=True)

    said = "Klokka i Storbritannia, Irland og Portugal: tirsdag 24. november kl. 17.00"
    assert said in page(there).text
    assert "London" not in there.redirect_chain[0][0]


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../../etc/passwd"])
def test_a_zone_nobody_offered_is_let_be(seeker: Client, zone: str) -> None:
    group = taken_in(record(None, ONLINE))[0]

    answer = seeker.post(f"/gruppe/{group.uid}/tid", {"zone": zone})

    assert answer.headers["Location"] == f"/gruppe/{group.uid}"


def test_a_group_in_person_has_only_the_clock_of_its_place(seeker: Client) -> None:
    group = taken_in(record())[0]

    assert not opened(seeker, group).has("select", name="zone")


def test_search_engines_are_told_in_their_own_words(seeker: Client) -> None:
    group = taken_in(record(draft("Gruppa </script><b>", terms=[GRIEF])))[0]

    shown = opened(seeker, group)

    told = json.loads(next(one for one in shown.scripts if one.strip()))
    things = [(one["@type"], one["name"]) for one in told["@graph"]]
    assert things == [("Organization", group.name), ("Event", group.name)]
    assert not shown.has("b")


@pytest.mark.parametrize("disclosure", ["area", "hidden"])
def test_search_engines_learn_no_address_that_is_not_open(seeker: Client, disclosure: str) -> None:
    place = msgspec.structs.replace(TUESDAYS.place, disclosure=disclosure)
    group = taken_in(record(draft("Gruppa"), msgspec.structs.replace(TUESDAYS, place=place)))[0]

    told = "".join(opened(seeker, group).scripts)

    secrets = ["Eksempelhuset", "Eksempelgata", "7011", "63.4"]
    assert [secret for secret in secrets if secret in told] == []


def test_a_fault_can_be_told_to_those_who_stand_behind(seeker: Client) -> None:
    organisation = OrganisationDraft("Eksempellaget", url="https://laget.example/")
    group = taken_in(record(None, TUESDAYS, organisation=organisation))[0]

    assert "Si fra på sida deres" in opened(seeker, group).text


def test_a_fault_nobody_can_be_told_of_says_what_is_missing(seeker: Client) -> None:
    group = taken_in(record())[0]

    assert "har ikke satt opp en adresse å skrive til ennå" in opened(seeker, group).text


def test_the_sources_are_named(seeker: Client) -> None:
    group = taken_in(record())[0]

    said = (
        "Eksempelforeningen – liste fra organisasjonen. "
        "Endret der 1. oktober 2026. Lest inn 23. november 2026."
    )
    assert said in opened(seeker, group).text


def test_the_road_by_which_a_group_came_is_told(seeker: Client) -> None:
    group = taken_in(record())[0]
    steps = [("a1", "https://en.example"), ("b2", "https://to.example"), ("", "")]
    Group.objects.update(road=[{"node": node, "site": site} for node, site in steps])

    assert "kom hit denne veien: en.example → to.example." in opened(seeker, group).text


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("paused", "Gruppa har pause og møtes ikke nå."),
        ("full", "Gruppa er full nå og tar ikke inn nye."),
        ("waiting-list", "Gruppa har venteliste."),
        ("forming", "Gruppa er under oppstart."),
        ("ended", "Gruppa er avsluttet og møtes ikke lenger."),
    ],
)
def test_a_state_is_said_plainly(seeker: Client, state: str, said: str) -> None:
    group = taken_in(record(draft(state=state)))[0]

    assert said in opened(seeker, group).text


@pytest.mark.parametrize(
    ("state", "is_first"),
    [("full", True), ("waiting-list", True), ("forming", False), ("active", False)],
)
def test_the_next_best_stands_first_where_one_has_to_wait(
    seeker: Client, state: str, *, is_first: bool
) -> None:
    group = taken_in(record(draft(state=state, terms=[GRIEF])), record(draft("B", terms=[GRIEF])))[
        0
    ]

    shown = opened(seeker, group)

    found = [text for level, text in shown.headings if level == 2]
    assert found.index("Grupper om det samme") == (0 if is_first else len(found) - 2)


@pytest.mark.parametrize("state", ["paused", "ended"])
def test_a_group_that_does_not_meet_has_no_next_time(seeker: Client, state: str) -> None:
    group = taken_in(record(draft(state=state)))[0]

    assert "Neste gang" not in opened(seeker, group).text


@pytest.mark.parametrize(
    ("state", "said"), [("active", "Bli med på nett"), ("paused", "Møtet på nett")]
)
def test_only_a_group_that_takes_in_new_people_asks_them_to_join(
    seeker: Client, state: str, said: str
) -> None:
    group = taken_in(record(draft(state=state), ONLINE))[0]

    shown = opened(seeker, group)

    found = [text for text in ("Bli med på nett", "Møtet på nett") if text in shown.text]
    assert found == [said]


def test_nobody_is_asked_to_join_a_meeting_that_has_a_pause(seeker: Client) -> None:
    paused = msgspec.structs.replace(ONLINE, state="paused")
    group = taken_in(record(draft(), paused))[0]

    assert "Bli med på nett" not in opened(seeker, group).text


def test_nobody_asks_when_a_group_meets_that_has_ended(seeker: Client) -> None:
    group = taken_in(record(draft(state="ended")))[0]

    found = [text for level, text in opened(seeker, group).headings if level == 2]

    assert [name for name in ("Når og hvor", "Bli med", "Første gang") if name in found] == []


def test_an_ended_group_can_be_reported_but_not_handed_on(seeker: Client) -> None:
    group = taken_in(record(draft(state="ended")))[0]

    shown = opened(seeker, group)

    assert (2, "Er noe feil?") in shown.headings
    assert "Ta det med deg" not in shown.text


@pytest.mark.parametrize(("state", "is_told"), [("active", True), ("full", False)])
def test_a_link_leads_into_groups_that_take_in_new_people(
    seeker: Client, state: str, *, is_told: bool
) -> None:
    group = taken_in(record(draft(state=state, url="", how_to_join=""), ONLINE))[0]

    assert ("Bruk lenka ved møtet." in opened(seeker, group).text) == is_told


def test_whoever_comes_back_to_where_a_zone_was_chosen_gets_the_group(seeker: Client) -> None:
    group = taken_in(record(draft()))[0]

    answer = seeker.get(f"/gruppe/{group.uid}/tid")

    assert answer.headers["Location"] == f"/gruppe/{group.uid}"


def test_own_words_have_a_heading_where_other_groups_stand_before_them(seeker: Client) -> None:
    texts = (("nb", "Vi møtes."),)
    said = [draft(name, state=name, terms=[GRIEF], own_words=texts) for name in ("full", "active")]
    groups = {group.name: group for group in taken_in(*map(record, said))}

    found = {name: opened(seeker, group).headings for name, group in groups.items()}

    title = (2, "Gruppas egne ord")
    assert {name: title in told for name, told in found.items()} == {"full": True, "active": False}


@pytest.mark.parametrize(
    ("days", "is_over"),
    [
        ({"rrule": "", "first_on": "2026-11-10"}, True),
        ({"rrule": "", "first_on": "2026-11-24"}, False),
        ({"rrule": "", "first_on": "2026-11-10", "also_on": ("2026-11-24",)}, False),
        ({"first_on": "2026-08-01", "last_on": "2026-11-17"}, True),
        ({"first_on": "2026-08-01"}, False),
        ({"first_on": "2026-08-04", "rrule": "FREQ=WEEKLY;COUNT=6;BYDAY=TU"}, True),
    ],
)
def test_what_is_over_says_so(
    seeker: Client, monkeypatch: pytest.MonkeyPatch, days: dict[str, object], *, is_over: bool
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    group = taken_in(record(None, msgspec.structs.replace(TUESDAYS, **days)))[0]

    found = seeker.post("/sok", {"text": group.name}).headers["Location"]
    told = [page(seeker.get(one)).text for one in (f"/gruppe/{group.uid}", "/tema/grief", found)]

    assert [group.name in one and "(er over)" in one for one in told] == [is_over] * 3


def test_nobody_is_told_a_date_that_is_guessed(
    seeker: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    each_other = msgspec.structs.replace(TUESDAYS, rrule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")
    group = taken_in(record(None, each_other))[0]

    found = seeker.post("/sok", {"text": group.name}).headers["Location"]
    told = [page(seeker.get(one)).text for one in (f"/gruppe/{group.uid}", "/tema/grief", found)]

    assert ["(spør om datoene)" in one and "Neste gang" not in one for one in told] == [True] * 3


def test_a_fictitious_group_says_so_before_its_name(seeker: Client) -> None:
    group = taken_in(record(), is_fictitious=True)[0]

    shown = opened(seeker, group)

    said = "Oppdiktet eksempel – denne gruppa finnes ikke Sorggruppa på Eksempelhuset"
    assert said in shown.text


def test_the_numbers_to_call_stand_on_the_page(seeker: Client) -> None:
    group = taken_in(record())[0]

    assert opened(seeker, group).links.count("tel:113") == 1


def test_a_withdrawn_group_is_gone_and_shows_a_way_on(seeker: Client) -> None:
    group = taken_in(record())[0]
    withdraw(group)

    answer = seeker.get(f"/gruppe/{group.uid}")

    assert (answer.status_code, group.name in page(answer).text) == (410, False)
    assert "Let etter en annen gruppe" in page(answer).text


def test_an_ended_group_is_gone_and_tells_why(seeker: Client) -> None:
    group = taken_in(record(draft(state="ended")))[0]

    answer = seeker.get(f"/gruppe/{group.uid}")

    said = "Gruppa er avsluttet og møtes ikke lenger."
    assert (answer.status_code, said in page(answer).text) == (410, True)


def test_an_unknown_group_is_not_found(seeker: Client) -> None:
    assert seeker.get(f"/gruppe/{uuid4()}").status_code == 404


def test_an_unpublished_group_is_not_found(seeker: Client) -> None:
    group = taken_in(record())[0]
    Group.objects.update(is_published=False)

    assert seeker.get(f"/gruppe/{group.uid}").status_code == 404


def test_the_page_asks_as_much_for_thirty_meetings_as_for_one(seeker: Client) -> None:
    many = [msgspec.structs.replace(TUESDAYS, key=str(number)) for number in range(30)]
    small, large = taken_in(
        record(draft("Liten", terms=[GRIEF])), record(draft("Stor", terms=[GRIEF]), *many)
    )
    opened(seeker, small)

    counts = []
    for group in (small, large):
        with CaptureQueriesContext(connection) as asked:
            opened(seeker, group)
        counts.append(len(asked))

    assert counts == [5, 5]


def test_where_nobody_can_be_asked_the_next_steps_are_told(
    seeker: Client, settings: Settings
) -> None:
    settings.KNUTEPUNKT_CONTACT = "hjelp@knutepunkt.example"
    group, _ = taken_in(record(), record(draft("En annen", terms=[GRIEF])))

    shown = opened(seeker, group)

    told = shown.text[shown.text.index("Gruppa har ikke sagt hvordan du blir med") :]
    assert told.startswith(
        "Gruppa har ikke sagt hvordan du blir med, og vi vet ikke hvem du kan spørre. Dette kan du "
        "gjøre: Se andre grupper om det samme Se alle grupper og organisasjoner for temaet «Sorg» "
        "Vet du hvem som kan svare? Skriv til oss Ring noen å snakke med nå"
    )
    assert {"#similar", "#crisis", "/tema/grief"} <= set(shown.links)
    assert shown.has("h2", id="similar")


def test_who_cannot_be_reached_is_not_to_be_told_what_is_wrong(seeker: Client) -> None:
    group = taken_in(record())[0]

    shown = opened(seeker, group)

    assert "Si det til gruppa" not in shown.text
    assert "har ikke satt opp en adresse å skrive til ennå" in shown.text


def test_without_others_and_an_address_no_step_leads_nowhere(seeker: Client) -> None:
    group = taken_in(record(draft("Alene")))[0]

    shown = opened(seeker, group)

    assert "#similar" not in shown.links
    assert "Skriv til oss" not in shown.text


def test_what_has_not_begun_says_from_when(seeker: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    later = msgspec.structs.replace(TUESDAYS, first_on="2029-01-02")
    group = taken_in(record(None, later))[0]

    found = seeker.post("/sok", {"text": group.name}).headers["Location"]
    told = [page(seeker.get(one)).text for one in (f"/gruppe/{group.uid}", "/tema/grief", found)]

    assert ["fra 2. januar 2029" in one.replace("\xa0", " ") for one in told] == [True] * 3


BY_PHONE = msgspec.structs.replace(
    TUESDAYS, mode="online", place=None, dial_in="+47 21 00 00 00,,123#"
)


def test_a_number_to_ring_is_a_way_to_join_and_one_press_away(seeker: Client) -> None:
    group = taken_in(record(None, BY_PHONE))[0]

    found = page(seeker.get(f"/gruppe/{group.uid}"))

    assert "tel:+4721000000,,123%23" in found.links
    assert "Ring nummeret ved møtet." in found.text


def test_words_beside_a_number_are_not_dialled(seeker: Client) -> None:
    told = msgspec.structs.replace(BY_PHONE, dial_in="21 00 00 00, spør etter Kari")
    group = taken_in(record(None, told))[0]

    found = page(seeker.get(f"/gruppe/{group.uid}"))

    assert "Ring inn: 21 00 00 00, spør etter Kari" in found.text


@pytest.mark.parametrize(
    ("said", "is_told"),
    [
        ({"place": None}, True),
        ({"place": None, "mode": ""}, True),
        ({"place": None, "mode": "hybrid", "online_url": "https://rom.example/1"}, True),
        ({"place": None, "mode": "online"}, False),
        ({"place": None, "mode": "", "online_url": "https://rom.example/1"}, False),
        ({}, False),
    ],
)
def test_a_place_that_nobody_has_told_is_said_to_be_unknown(
    seeker: Client, said: dict[str, object], *, is_told: bool
) -> None:
    group = taken_in(record(None, msgspec.structs.replace(TUESDAYS, **said)))[0]

    found = page(seeker.get(f"/gruppe/{group.uid}"))

    assert ("Vi vet ikke hvor gruppa møtes." in found.text) == is_told
