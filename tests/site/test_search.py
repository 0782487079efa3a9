import gzip
import re
from copy import copy
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from django.http import QueryDict
from django.test import Client
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries, Settings

from knutepunkt.collect.drafts import MeetingDraft, OrganisationDraft, Term
from knutepunkt.directory.models import Organisation
from knutepunkt.search import queries
from knutepunkt.search.index import Damaged, Index
from knutepunkt.search.indexing import following
from knutepunkt.search.queries import found
from knutepunkt.search.query import Query
from knutepunkt.site.answers.cards import before_id, face_of
from knutepunkt.site.answers.understood import hours_told, loosened
from knutepunkt.site.asking.addresses import address_again, before_address, link_to, opened_question
from knutepunkt.site.asking.question import Question
from knutepunkt.vocabulary.models import Concept
from tests.site.made import GRIEF, ONLINE, TUESDAYS, draft, record, taken_in
from tests.site.read import Page, page

ANXIETY = {"scheme": "theme", "code": "anxiety"}
POLISH = {"scheme": "language", "code": "pl"}


def searched(seeker: Client, **asked: object) -> Page:
    return page(seeker.post("/sok", asked, follow=True))


def heading(shown: Page) -> str:
    return shown.headings[0][1]


def titles(shown: Page) -> list[str]:
    return [text for level, text in shown.headings if level == 3]


def uid_of(organisation: str) -> UUID:
    return Organisation.objects.get(name=organisation).uid


def test_days_are_those_of_a_visitor_whose_clock_goes_otherwise(seeker: Client) -> None:
    taken_in(record())  # Tuesdays at 18:00 in Norway.

    found_on = {
        (day, zone): len(titles(searched(seeker, weekday=day, zone=zone)))
        for day in ("TU", "WE")
        for zone in ("", "Pacific/Auckland", "Ingen/Stad")
    }

    assert [pair for pair, number in found_on.items() if number] == [
        ("TU", ""), ("TU", "Ingen/Stad"), ("WE", "Pacific/Auckland"),
    ]  # fmt: skip
    shown = searched(seeker, weekday="WE", zone="Pacific/Auckland")
    assert heading(shown) == "Viser grupper på onsdag (din tid)"


def test_the_first_page_asks_what_it_is_about(seeker: Client) -> None:
    shown = page(seeker.get("/"))

    assert (heading(shown), "Hva gjelder det?" in shown.text) == ("Finn en gruppe", True)


def test_a_result_says_when_and_where(seeker: Client) -> None:
    taken_in(record())

    shown = searched(seeker, text="sorg")

    assert titles(shown) == ["Sorggruppa på Eksempelhuset"]
    assert "Tirsdager kl. 18.00–19.30 Eksempelhuset, Eksempelgata 1, 7011 Trondheim" in shown.text


def test_a_place_where_a_group_meets_on_several_days_is_told_once(seeker: Client) -> None:
    thursdays = msgspec.structs.replace(TUESDAYS, rrule="FREQ=WEEKLY;BYDAY=TH")
    taken_in(record(draft("Sorggruppa"), TUESDAYS, thursdays))

    shown = searched(seeker, text="sorg")

    days = "Tirsdager kl. 18.00–19.30 Torsdager kl. 18.00–19.30 Eksempelhuset, Eksempelgata 1"
    assert days in shown.text


@pytest.mark.parametrize("text", ["Fjellblomsten", "«fjellblomsten»"])
def test_who_knows_a_group_by_name_is_told_that_it_has_ended(seeker: Client, text: str) -> None:
    group = taken_in(record(draft("Fjellblomsten", state="ended")))[0]

    shown = searched(seeker, text=text)

    assert "Gruppa «Fjellblomsten» er avsluttet og møtes ikke lenger." in shown.text
    assert f"/gruppe/{group.uid}" in shown.links
    assert "er avsluttet" not in searched(seeker, text="fjellblomst").text


def test_a_meeting_that_is_nowhere_does_not_seem_to_be_where_others_are(seeker: Client) -> None:
    thursdays = msgspec.structs.replace(TUESDAYS, rrule="FREQ=WEEKLY;BYDAY=TH")
    nowhere = MeetingDraft(rrule="FREQ=WEEKLY;BYDAY=WE", start="12:00", timezone="Europe/Oslo")
    taken_in(record(draft("Sorggruppa"), TUESDAYS, thursdays, nowhere))

    shown = searched(seeker, text="sorg")

    assert shown.text.count("Eksempelhuset, Eksempelgata 1, 7011 Trondheim") == 2


def test_what_was_understood_is_said(seeker: Client) -> None:
    taken_in(record())

    shown = searched(seeker, text="sorg", place="Trondheim")

    assert heading(shown) == "Viser grupper om «Sorg» nær Trondheim"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sorg tirsdag etter kl 17", "om «Sorg» på tirsdag fra kl. 17.00"),
        ("sorg trondheim før kl 20", "om «Sorg» nær Trondheim senest kl. 20.00"),
        ("sorg på ettermiddagen", "om «Sorg»"),
        ("tirsdag", "på tirsdag"),
    ],
)
def test_what_the_words_restrict_is_said(seeker: Client, text: str, said: str) -> None:
    taken_in(record(), record(draft("Sorggruppa på nett"), ONLINE))

    shown = searched(seeker, text=text)

    assert heading(shown) == f"Viser grupper {said}"


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (0, 1019, "før kl. 17.00"),
        (0, 1020, "senest kl. 17.00"),  # Who meets at five is among them.
        (1020, 1439, "fra kl. 17.00"),
        (630, 750, "kl. 10.30–12.30"),
    ],
)
def test_hours_are_told_in_full(first: int, last: int, told: str) -> None:
    assert hours_told(first, last, "nb") == told


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ({"weekday": "TU", "hours": "evening"}, "på tirsdag om kvelden"),
        ({"soon": "1", "zone": "Europe/Helsinki"}, "de neste sju dagene (din tid)"),
        ({"hours": "evening", "zone": "Europe/Helsinki"}, "om kvelden (din tid)"),
        ({"open": "1"}, "som passer med valgene"),
    ],
)
def test_a_heading_does_not_say_all_where_something_was_chosen(
    seeker: Client, chosen: dict[str, str], said: str
) -> None:
    taken_in(record())

    shown = searched(seeker, **chosen)

    assert heading(shown) == f"Viser grupper {said}"


def test_a_language_that_the_words_name_is_spoken_and_no_theme(with_all_words: Client) -> None:
    polish = {"scheme": "language", "code": "pl"}
    taken_in(record(draft(terms=[polish, GRIEF])))

    shown = [heading(searched(with_all_words, text=text)) for text in ("polsk", "sorg på polsk")]

    assert shown == [
        "Viser grupper der dere snakker polsk",
        "Viser grupper om «Tap og sorg» der dere snakker polsk",
    ]


def test_a_word_that_nobody_knows_is_in_no_group_that_is_shown(seeker: Client) -> None:
    taken_in(record())

    shown = searched(seeker, text="xyzzy på tirsdag")

    assert heading(shown) == "Viser grupper på tirsdag"
    assert "Vi fant ikke ordet «xyzzy»." in shown.text


def test_a_word_that_was_read_as_another_twice_is_told_of_once(seeker: Client) -> None:
    taken_in(record())

    shown = searched(seeker, text="sorrg og sorrg")

    assert shown.text.count("Vi fant ikke ordet «sorrg»") == 1


def test_how_people_meet_is_said_as_the_words_have_it(with_all_words: Client) -> None:
    taken_in(record(draft("Sorggruppa på nett"), ONLINE))

    shown = searched(with_all_words, text="hjelp på nett")

    assert heading(shown) == "Viser grupper som møtes på nett"


def test_a_meeting_in_a_room_and_online_says_both(seeker: Client) -> None:
    taken_in(
        record(draft("Sorggruppa begge steder"), msgspec.structs.replace(TUESDAYS, mode="hybrid"))
    )

    shown = searched(seeker, text="sorg")

    assert "Eksempelgata 1, 7011 Trondheim og på nett" in shown.text


def test_every_choice_is_said_back(seeker: Client) -> None:
    polish = {"scheme": "language", "code": "pl"}
    taken_in(record(draft(terms=[polish]), ONLINE))

    shown = searched(seeker, text="gruppa", weekday=["TU", "TH"], mode="online", language="pl")

    assert heading(shown) == (
        "Viser grupper på tirsdag og torsdag som møtes på nett der dere snakker polsk"
    )


def test_the_nearest_group_comes_first(seeker: Client) -> None:
    bergen = msgspec.structs.replace(
        TUESDAYS, place=msgspec.structs.replace(TUESDAYS.place, latitude=60.39, longitude=5.32)
    )
    taken_in(record(draft("A i Bergen"), bergen), record(draft("B i Trondheim")))

    shown = searched(seeker, place="Trondheim")

    assert titles(shown) == ["B i Trondheim", "A i Bergen"]


def test_the_same_on_other_days_stands_under_a_heading_of_its_own(seeker: Client) -> None:
    thursdays = msgspec.structs.replace(TUESDAYS, rrule="FREQ=WEEKLY;BYDAY=TH")
    taken_in(
        record(draft("A på torsdager", terms=[ANXIETY]), thursdays),
        record(draft("B på tirsdager", terms=[ANXIETY])),
    )

    shown = searched(seeker, text="angst tirsdag")

    told = [text for level, text in shown.headings if level in (2, 3)]
    first = told.index("1 gruppe")
    assert told[first : first + 4] == [
        "1 gruppe", "B på tirsdager",
        "Det samme til andre tider eller andre steder", "A på torsdager",
    ]  # fmt: skip


def test_a_distance_leaves_out_what_is_farther_away(seeker: Client) -> None:
    taken_in(record())

    shown = searched(seeker, place="Oslo", within="50")

    assert heading(shown) == "Vi fant ingen grupper denne gangen"


def test_a_theme_can_be_chosen(seeker: Client) -> None:
    taken_in(record(), record(draft("Rolig gruppe", terms=[ANXIETY])))

    shown = searched(seeker, theme="anxiety")

    assert titles(shown) == ["Rolig gruppe"]


def test_a_misspelled_word_is_said_to_be_read_as_another(seeker: Client) -> None:
    taken_in(record(draft("Rolig gruppe", terms=[ANXIETY])))

    shown = searched(seeker, text="anngst")

    assert "Vi fant ikke ordet «anngst»" in shown.text
    assert heading(shown) == "Viser grupper om «Angst»"


def test_an_unknown_place_is_an_error_at_the_field_and_on_top(seeker: Client) -> None:
    shown = searched(seeker, text="sorg", place="Trondhjemm")

    assert shown.title == "Feil: Finn en gruppe"
    assert shown.text.count("Vi finner ikke stedet «Trondhjemm».") == 2
    assert shown.has("a", href="#place")
    assert shown.has("input", name="place", **{"aria-invalid": "true"})


def test_an_unknown_place_comes_with_places_to_choose(seeker: Client) -> None:
    shown = searched(seeker, text="sorg", place="Trondhjemm")

    assert shown.has("button", name="place", value="Trondheim")
    assert shown.has("input", type="hidden", name="text", value="sorg")


def test_a_distance_without_a_place_asks_for_one(seeker: Client) -> None:
    shown = searched(seeker, within="25")

    assert "Skriv et sted, så vi vet hvor du vil måle fra." in shown.text


def test_how_far_is_asked_again_only_of_whom_has_said_it(seeker: Client) -> None:
    first, again = page(seeker.get("/")), searched(seeker, within="25")

    assert (first.has("select", name="within"), again.has("select", name="within")) == (False, True)


def test_a_name_that_several_places_have_offers_the_others(seeker: Client) -> None:
    taken_in(record())

    shown = searched(seeker, place="Våler")

    assert heading(shown) == "Viser grupper nær Våler, Innlandet"
    assert shown.has("input", type="hidden", name="place", value="Våler, Østfold")


@pytest.mark.parametrize(
    ("near", "let_go", "said"),
    [
        (1, ("wider",), "Få grupper passet. Her er også grupper om det som ligger nær."),
        (2, ("wider",), "Ingen gruppe passet med alt. Her er grupper om det som ligger nær."),
        (
            2,
            ("place", "wider"),
            (
                "Ingen gruppe passet med alt. Vi så bort fra stedet."
                " Her er grupper om det som ligger nær."
            ),
        ),
        (1, (), "Få grupper passet. Her er også grupper om det som ligger nær."),
        (
            0,
            ("county",),
            "Ingen gruppe passet med alt. Vi så bort fra kommunen, og lette i hele fylket.",
        ),
        (0, ("online",), "Ingen gruppe passet med alt. Vi så bort fra stedet."),
        (0, (), ""),
    ],
)
def test_groups_about_what_is_near_are_told_of(
    seeker: Client, near: int, let_go: tuple[str, ...], said: str
) -> None:
    taken_in(record(), record(draft("En annen gruppe")))
    answer = found(Query())

    assert loosened(replace(answer, near=near, loosened=let_go)) == said


def test_a_word_nobody_knows_is_told_as_it_was_typed(seeker: Client) -> None:
    taken_in(record())

    shown = searched(seeker, text="Kanariefågelxö")

    assert "Vi fant ikke ordet «Kanariefågelxö»." in shown.text


def test_a_place_with_the_name_of_its_county_is_told_once(seeker: Client) -> None:
    taken_in(record())

    shown = searched(seeker, text="sorg", place="Oslo")

    assert heading(shown) == "Viser grupper om «Sorg» nær Oslo"


def test_ways_out_are_asked_of_the_index_that_was_made_anew(
    seeker: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken_in(record())
    searched(seeker, text="sorg")
    damaged, put = following.current(), queries.put
    now_open = [damaged]

    def put_to(asked: Index, *rest: object) -> object:
        if asked is damaged:
            raise Damaged("a file")
        return put(asked, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(queries, "put", put_to)
    monkeypatch.setattr(following, "current", lambda: now_open[-1])
    monkeypatch.setattr(following, "reindex", lambda: now_open.append(copy(damaged)))

    shown = searched(seeker, text="qwertyuiop")

    assert len(now_open) > 1
    assert shown.headings


def test_an_empty_answer_leads_to_all_groups_from_the_place_outwards(seeker: Client) -> None:
    taken_in(record(), record(draft("Nettgruppa"), ONLINE))
    asked = searched(seeker, text="kanarifuglxyz", place="Oslo", within="10")
    last_way = [link for link in asked.links if link.startswith("/treff/")][-1]

    shown = page(seeker.get(last_way))

    assert "Alle grupper, nærmest først (2)" in asked.text
    assert (heading(shown), "2 grupper" in shown.text) == ("Viser grupper nær Oslo", True)


def test_an_empty_answer_offers_only_what_leads_somewhere(seeker: Client) -> None:
    taken_in(record(), record(draft("Nettgruppa"), ONLINE))

    shown = searched(seeker, text="sorg kano", place="Oslo", within="10")

    ways = ("Uansett avstand (1)", "Alle grupper på nett (1)", "På nett, samme tema", "Bare ordet")
    assert [way for way in ways if way in shown.text] == [*ways[:2]]


def test_each_word_is_offered_by_itself_where_no_group_has_them_all(seeker: Client) -> None:
    taken_in(record(), record(draft("Angstgruppa", terms=[ANXIETY, POLISH])))

    shown = searched(seeker, text="sorg polsk hvzxqj", place="Oslo", within="10")

    words = [f"Bare ordet «{word}» (1)" for word in ("sorg", "polsk", "hvzxqj")]
    assert [word for word in words if word in shown.text] == words[:2]


def test_an_empty_answer_has_the_numbers_to_call(seeker: Client) -> None:
    assert "tel:113" in searched(seeker, text="sorg").links


def test_an_empty_directory_says_so(seeker: Client) -> None:
    assert "Det er ingen grupper i katalogen ennå." in searched(seeker, text="sorg").text


def test_an_empty_directory_says_so_on_the_first_page(seeker: Client) -> None:
    assert "Det er ingen grupper i katalogen ennå." in page(seeker.get("/")).text


def test_an_empty_directory_says_so_on_a_themes_page(seeker: Client) -> None:
    assert "Vi kjenner ingen grupper her ennå." in page(seeker.get("/tema/grief")).text


def test_an_empty_answer_offers_another_time(seeker: Client) -> None:
    taken_in(record())

    shown = searched(seeker, theme="grief", weekday=["MO"])

    assert "En annen dag eller tid (1)" in shown.text


def test_an_empty_answer_offers_what_may_have_been_meant(seeker: Client) -> None:
    taken_in(record())

    shown = searched(seeker, text="sor", weekday=["MO"])

    assert "Mente du «Sorg»? (1)" in shown.text


def test_nobody_is_asked_what_was_meant_where_the_words_lead_somewhere(seeker: Client) -> None:
    taken_in(record())

    shown = searched(seeker, text="sorg", weekday=["MO"])

    assert "En annen dag eller tid (1)" in shown.text
    assert "Mente du" not in shown.text


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("For pårørende", "Pårørende"),
        ("Likt eller ulikt problem", "Alle har samme problem (likeproblemgruppe)"),
        ("Hva dere gjør", "Samtalegruppe"),
        ("Hvem gruppa er for", "Menn"),
    ],
)
def test_each_kind_of_choice_stands_under_its_own_title(
    with_all_words: Client, title: str, label: str
) -> None:
    codes = {"target-group": ("siblings", "men"), "working-form": ("same-problem", "conversation")}
    terms = [Term(scheme, code) for scheme, both in codes.items() for code in both]
    taken_in(record(draft(terms=terms)))

    shown = searched(with_all_words)

    assert f"{title} {title} {label} 1" in shown.text


@pytest.mark.parametrize(
    ("scheme", "apart", "beside", "label"),
    [
        ("working-form", "same-problem", "conversation", "Samtalegruppe"),
        ("target-group", "siblings", "men", "Menn"),
    ],
)
def test_a_choice_under_a_title_of_its_own_narrows_beside_the_others(
    with_all_words: Client, scheme: str, apart: str, beside: str, label: str
) -> None:
    one, other = Term(scheme, apart), Term(scheme, beside)
    taken_in(
        record(draft("Begge", terms=[one, other])), record(draft("Den ene", terms=[one])),
        record(draft("Den andre", terms=[other])),
    )  # fmt: skip

    shown = searched(with_all_words, concept=[f"{scheme}:{apart}", f"{scheme}:{beside}"])

    assert (titles(shown), f"{label} 1" in shown.text) == (["Begge"], True)


def test_what_was_chosen_can_be_let_go_of_when_nothing_is_left_of_it(
    with_all_words: Client,
) -> None:
    taken_in(record())

    shown = searched(with_all_words, text="sorg", concept="target-group:men")

    assert "Ta bort: Menn" in shown.text


def test_how_many_meet_within_seven_days_is_counted(seeker: Client) -> None:
    taken_in(record(), record(draft("Etter avtale"), MeetingDraft()))

    assert "Møtes innen sju dager 1" in searched(seeker).text


def test_a_fictitious_group_is_marked_in_the_results(seeker: Client) -> None:
    taken_in(record(), is_fictitious=True)

    shown = searched(seeker, text="sorg")

    assert "Oppdiktet eksempel – denne gruppa finnes ikke" in shown.text


def test_the_first_page_says_that_there_are_fictitious_groups(seeker: Client) -> None:
    taken_in(record(), is_fictitious=True)

    assert "oppdiktede eksempler" in page(seeker.get("/")).text


def test_the_first_page_is_silent_where_no_group_is_fictitious(seeker: Client) -> None:
    taken_in(record())

    assert "oppdikt" not in page(seeker.get("/")).text.lower()


def test_a_group_online_has_no_address_in_the_results(seeker: Client) -> None:
    taken_in(record(None, ONLINE))

    shown = searched(seeker, text="sorg", place="Trondheim")

    assert ("Eksempelgata" in shown.text, "km unna" in shown.text) == (False, False)


def test_a_distance_is_told(seeker: Client) -> None:
    taken_in(record())

    assert "under 1 km unna" in searched(seeker, place="63.43, 10.39").text


def test_the_distance_to_a_hidden_place_is_only_rough(seeker: Client) -> None:
    hidden = msgspec.structs.replace(TUESDAYS.place, disclosure="hidden")
    taken_in(record(None, msgspec.structs.replace(TUESDAYS, place=hidden)))

    assert "omtrent 1 km unna" in searched(seeker, place="Trondheim").text


def test_a_full_group_says_so(seeker: Client) -> None:
    taken_in(record(draft(state="full")))

    assert "Full" in searched(seeker).text.split()


def test_an_entry_nobody_has_confirmed_for_long_is_marked_in_the_results(seeker: Client) -> None:
    taken_in(record(draft("Ny"), confirmed_on="2026-11-01"),
             record(draft("Gammel"), confirmed_on="2020-11-01"))  # fmt: skip

    shown = seeker.post("/sok", {"sort": "name"}, follow=True).content.decode()

    marked = re.findall(r"<strong>([^<]*ring før du drar\.)</strong>", shown)
    assert [told.partition(" på ")[0] for told in marked] == ["Ikke bekreftet"]


def test_who_has_no_mouse_can_pass_by_what_an_answer_is_narrowed_by(seeker: Client) -> None:
    taken_in(record())

    shown = seeker.post("/sok", {"text": "sorg"}, follow=True).content.decode()

    passing = shown.index('class="ds-skip-link" href="#hits"')
    assert passing < shown.index('class="search filters"') < shown.index('id="hits"')


def test_the_second_page_goes_on_where_the_first_ended(seeker: Client) -> None:
    taken_in(*(record(draft(f"Gruppe {number:02}")) for number in range(25)))

    pages = [searched(seeker, page=page) for page in ("1", "2")]

    together = [title for shown in pages for title in titles(shown)]
    assert sorted(together) == [f"Gruppe {number:02}" for number in range(25)]
    assert "Viser 21–25 av 25." in pages[1].text


def test_a_page_whose_groups_have_left_shows_the_last_there_is(seeker: Client) -> None:
    taken_in(*(record(draft(f"Gruppe {number:02}")) for number in range(25)))

    shown = searched(seeker, page="7")

    assert (len(titles(shown)), "Viser 21–25 av 25." in shown.text) == (5, True)


def test_the_second_page_misses_nobody_when_groups_come_and_go(seeker: Client) -> None:
    first_ones = [draft(f"Gruppe {number:02}") for number in range(25)]
    taken_in(*map(record, first_ones))
    first = searched(seeker, sort="name")
    onward = next(found["href"] for _, found in first.attributes if found.get("rel") == "next")
    taken_in(record(draft("Andre venner")), *map(record, first_ones))

    second = page(seeker.get(onward))

    assert titles(first) + titles(second) == [f"Gruppe {number:02}" for number in range(25)]


def test_a_page_that_goes_on_in_another_order_begins_anew(seeker: Client) -> None:
    taken_in(*(record(draft(f"Gruppe {number:02}")) for number in range(25)))
    by_name = found(Query(sort="name", limit=20)).cursor

    shown = page(seeker.get(link_to(Question(page=2, after=by_name), "nb")))

    assert "Viser 1–20 av 25." in shown.text


def test_the_whole_search_travels_to_the_next_page(seeker: Client) -> None:
    taken_in(*(record(draft(f"Gruppe {number:02}")) for number in range(25)))

    first = searched(seeker, weekday=["TU"])
    onward = next(found["href"] for _, found in first.attributes if found.get("rel") == "next")
    second = page(seeker.get(onward))

    assert heading(second) == "Viser grupper på tirsdag"
    assert "Viser 21–25 av 25." in second.text


def test_another_language_keeps_the_search(seeker: Client) -> None:
    taken_in(record())
    shown = searched(seeker, text="sorg")
    english = next(link for link in shown.links if link.startswith("/en/treff/"))

    assert heading(page(seeker.get(english))) == "Showing groups about “Grief”"


def test_another_language_keeps_what_was_not_understood(seeker: Client) -> None:
    wrong = searched(seeker, text="sorg", place="Trondhjemm", basket=[str(UUID(int=7))])
    english = next(link for link in wrong.links if link.startswith("/en/sok/"))

    again = page(seeker.get(english))

    assert again.title == "Error: Find a group"
    assert again.has("input", name="text", value="sorg")
    assert again.has("input", name="place", **{"aria-invalid": "true"}, value="Trondhjemm")
    assert again.has("input", type="hidden", name="basket", value=str(UUID(int=7)))


def test_what_is_understood_by_now_leads_to_its_answer(seeker: Client) -> None:
    again = address_again(QueryDict("text=sorg&place=Trondheim"), ["text", "place"])

    assert seeker.get(f"/sok/{again}").headers["Location"].startswith("/treff/")


@pytest.mark.parametrize("letters", [301, 90_000])
def test_a_text_too_long_for_an_address_breaks_no_page(seeker: Client, letters: int) -> None:
    wrong = seeker.post("/sok", {"text": "x" * letters})
    english = next(link for link in page(wrong).links if link.startswith("/en/sok/"))

    assert (wrong.status_code, seeker.get(english).status_code in {410, 422}) == (422, True)


@pytest.mark.parametrize("asked", [{"theme": "x"}, {"weekday": "x"}, {"page": "-1"},
                                   {"within": "7"}, {"text": "x" * 301}])  # fmt: skip
def test_a_forged_choice_is_an_error_and_no_fault(seeker: Client, asked: dict[str, str]) -> None:
    assert searched(seeker, **asked).title == "Feil: Finn en gruppe"


@pytest.mark.parametrize("groups", [1, 30])
def test_a_search_asks_the_database_only_how_new_the_index_is(
    seeker: Client, django_assert_num_queries: DjangoAssertNumQueries, groups: int
) -> None:
    taken_in(*(record(draft(f"Gruppe {n:02}", terms=[GRIEF])) for n in range(groups)))
    searched(seeker)

    with django_assert_num_queries(1):
        shown = searched(seeker, text="sorg", place="Trondheim", weekday=["TU"])
    assert len(titles(shown)) == min(groups, 20)


def test_an_empty_answer_asks_the_database_only_how_new_the_index_is(
    seeker: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    taken_in(record())
    searched(seeker)

    # For the answer, and for who may know more.
    with django_assert_num_queries(2):
        searched(seeker, text="sorg kano", place="Oslo", within="10", weekday=["MO"])


def test_the_first_page_asks_the_database_nothing_it_knows_already(
    seeker: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    taken_in(record())
    seeker.get("/")

    with django_assert_num_queries(0):
        seeker.get("/")


def test_an_empty_answer_names_who_has_such_groups_or_has_written_of_them(seeker: Client) -> None:
    others = ("Sorglaget", "Skrivelaget", "Angstlaget")
    branch = OrganisationDraft("Sorglaget, Bodø lag", parent_key="Sorglaget")
    taken_in(
        *(
            record(draft(name, terms=[ANXIETY]), organisation=OrganisationDraft(name, key=name))
            for name in others
        ),
        record(draft("Bodø", terms=[GRIEF]), organisation=branch),
    )
    theme = Concept.objects.get(scheme_id="theme", code="grief")
    theme.definitions.create(language="nb", text="Savn.", owner="Skrivelaget", dated="2026-01-01")

    shown = searched(seeker, theme="grief", place="Oslo", within="10")

    named = {link for link in shown.links if link.startswith("/organisasjon/")}
    assert named == {f"/organisasjon/{uid_of(name)}" for name in ("Skrivelaget", "Sorglaget")}


def test_the_place_for_a_wish_can_be_taken(
    seeker: Client, settings: Settings, tmp_path: Path
) -> None:
    wish = tmp_path / "site" / "parts" / "wish.html"
    wish.parent.mkdir(parents=True)
    wish.write_text("<p>Ønsk deg en gruppe: {{ answer.question.text }}</p>", encoding="utf-8")
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": [tmp_path]}]

    assert "Ønsk deg en gruppe: kano" in searched(seeker, text="kano").text


@pytest.mark.parametrize("tongues", [("se", "nb"), ("nb", "se")])
def test_who_reads_sami_leads_nobody_else_there(seeker: Client, tongues: tuple[str, str]) -> None:
    uid = taken_in(record())[0].uid
    before = {"nb": "", "se": "/se"}
    for kept in (before_address, before_id, face_of):
        kept.cache_clear()

    groups, answers = [], []
    for tongue in tongues:
        answer = seeker.post(f"{before[tongue]}/sok", {"text": "sorg"}, follow=True)
        groups += [link for link in page(answer).links if "/gruppe/" in link]
        with override(tongue):
            answers.append(link_to(Question(text="sorg")).rpartition("/")[0])

    assert groups == [f"{before[tongue]}/gruppe/{uid}" for tongue in tongues]
    assert answers == [f"{before[tongue]}/treff" for tongue in tongues]


def test_what_the_words_leave_out_is_told_and_taken_in_again_by_one_click(
    with_all_words: Client,
) -> None:
    sorrow, men = Term("theme", "tap-og-sorg"), Term("target-group", "men")
    taken_in(
        record(draft("For alle", terms=[sorrow])), record(draft("For menn", terms=[sorrow, men]))
    )

    shown = searched(with_all_words, text="sorg, ikke for menn")
    (again,) = [
        found["href"] for tag, found in shown.attributes if "chip" in found.get("class", "")
    ]

    assert heading(shown) == "Viser grupper om «Tap og sorg» uten «menn»"
    assert titles(shown) == ["For alle"]
    assert sorted(titles(page(with_all_words.get(again)))) == ["For alle", "For menn"]


@pytest.mark.parametrize("text", ["½ sorg uten menn", "ﷺ sorg uten menn"])
def test_one_sign_that_is_read_as_several_words_does_not_mislead_what_is_let_go_of(
    with_all_words: Client, text: str
) -> None:
    taken_in(record(draft(terms=[Term("theme", "tap-og-sorg")])))

    shown = searched(with_all_words, text=text)
    (again,) = [
        found["href"] for tag, found in shown.attributes if "chip" in found.get("class", "")
    ]

    assert heading(shown) == "Viser grupper om «Tap og sorg» uten «menn»"
    assert heading(page(with_all_words.get(again))) == "Viser grupper om «Tap og sorg»"


def test_that_a_group_shall_be_free_is_said_and_one_click_takes_it_back(
    with_all_words: Client,
) -> None:
    taken_in(record(draft("Fri", terms=[Term("theme", "tap-og-sorg")], fee="Gratis")))

    shown = searched(with_all_words, text="sorg uten å betale")
    (again,) = [
        found["href"] for tag, found in shown.attributes if "chip" in found.get("class", "")
    ]

    told = "Viser grupper om «Tap og sorg» som er gratis, eller der ingen pris er oppgitt"
    assert heading(shown) == told
    assert "Ta bort: Gratis" in shown.text
    assert heading(page(with_all_words.get(again))) == "Viser grupper om «Tap og sorg»"


def test_what_is_left_out_by_choice_is_named_and_kept_in_the_form(with_all_words: Client) -> None:
    sorrow, men = Term("theme", "tap-og-sorg"), Term("target-group", "men")
    taken_in(record(draft("For alle")), record(draft("For menn", terms=[sorrow, men])))

    shown = searched(with_all_words, without=["target-group:men"])

    assert titles(shown) == ["For alle"]
    assert "Ta bort: Uten: Menn" in shown.text
    assert shown.has("input", type="hidden", name="without", value="target-group:men")


def test_an_answer_whose_term_is_gone_from_the_vocabulary_is_forgotten(seeker: Client) -> None:
    taken_in(record())

    answers = [
        seeker.get(link_to(gone))
        for gone in (Question(theme="gone"), Question(without=("theme:gone",)))
    ]

    assert [answer.status_code for answer in answers] == [410, 410]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("sorg ikke mer enn to mil fra Trondheim", "innen 20 km fra Trondheim"),
        ("sorg i Trondheim", "nær Trondheim"),
        ("sorg innen 20 km fra Levanger", "nær Levanger"),  # Nobody is, but farther off.
    ],
)
def test_how_far_the_words_say_is_said(seeker: Client, text: str, told: str) -> None:
    taken_in(record())

    said = heading(searched(seeker, text=text))

    assert told in said
    assert ("km" in said) is ("km" in told)


def test_many_choices_are_taken_back_at_once(seeker: Client) -> None:
    taken_in(record())
    many = {"weekday": ["TU", "WE"], "mode": "in-person", "hours": "evening", "open": "1"}

    shown = searched(seeker, text="sorg", place="Trondheim", **many)
    first, *each = [
        found["href"] for tag, found in shown.attributes if "chip" in found.get("class", "")
    ]

    assert ("Ta bort: Alle 5 valgene" in shown.text, len(each)) == (True, 5)
    assert opened_question(first.rpartition("/")[2]) == Question("sorg", "Trondheim")


def test_few_choices_are_taken_back_one_by_one(seeker: Client) -> None:
    taken_in(record())

    shown = searched(seeker, weekday=["TU", "WE"], mode="in-person")

    assert "Ta bort: Alle" not in shown.text


def test_a_page_with_everything_chosen_weighs_little(with_all_words: Client) -> None:
    taken_in(record())
    codes = Concept.objects.filter(scheme__in=("target-group", "working-form", "accessibility"))
    concept = [f"{one.scheme_id}:{one.code}" for one in codes]

    made = with_all_words.post("/sok", {"concept": concept}, follow=True)
    chips = [its for tag, its in page(made).attributes if "chip" in its.get("class", "")]

    assert len(concept) > 80
    assert (len(chips), len(gzip.compress(made.content)) < 40_000) == (13, True)
