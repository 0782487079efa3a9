"""What is found, and in which order."""

import json
from datetime import datetime, timedelta

import msgspec
import pytest

from knutepunkt.collect.drafts import MeetingDraft, PlaceDraft, RecordDraft
from knutepunkt.gazetteer import kilometres, spot_named
from knutepunkt.search.answering.asks import ask_of
from knutepunkt.search.indexing import following
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import Meaning
from knutepunkt.search.queries import concepts_named, found
from knutepunkt.search.query import BadQuery, Query
from tests.people import LEVANGER, NOON, ONLINE, TUESDAYS, VADSO, known, record


def names(query: Query) -> list[str]:
    return [hit.item["name"] for hit in found(query).hits]


def test_a_word_of_the_group_finds_it() -> None:
    known(record("1", "Fyrlykta", words="Vi går tur i fjæra."), record("2", "Nattlyset"))

    assert names(Query("tur")) == ["Fyrlykta"]


def test_an_everyday_phrase_finds_groups_with_the_concept() -> None:
    known(record("1", "Fyrlykta", terms=(("theme", "alkohol"),)), record("2", "Nattlyset"))

    assert names(Query("drikker for mye")) == ["Fyrlykta"]


def test_a_broader_theme_finds_the_narrower() -> None:
    known(record("1", "Fyrlykta", terms=(("theme", "alkohol"),)))
    broader = concepts_named("avhengighet", "theme")

    assert names(Query(concepts=broader)) == ["Fyrlykta"]


def test_a_code_that_is_out_of_use_stands_for_all_that_has_followed_it() -> None:
    in_vadso = MeetingDraft(rrule=TUESDAYS.rrule, place=VADSO)
    known(record("1", "Fyrlykta", in_vadso), record("2", "Nattlyset"))

    assert names(Query(municipalities=("5405",))) == ["Fyrlykta"]  # Vadsø from 2020 to 2023.
    assert names(Query(counties=("54",))) == ["Fyrlykta"]  # Troms and Finnmark, of which it is one.


def test_where_nobody_has_a_theme_those_of_the_theme_above_are_near() -> None:
    known(record("1", "Fyrlykta", terms=(("theme", "avhengighet"),)))

    answer = found(Query("drikker for mye"))

    assert [hit.item["name"] for hit in answer.hits] == ["Fyrlykta"]
    assert (answer.near, answer.loosened) == (1, ("wider",))


def test_where_hardly_anybody_has_a_theme_those_of_the_theme_above_follow() -> None:
    known(
        record("1", "Havna", terms=(("theme", "avhengighet"),)),
        record("2", "Fyrlykta", terms=(("theme", "alkohol"),)),
    )

    answer = found(Query("drikker for mye"))

    assert [hit.item["name"] for hit in answer.hits] == ["Fyrlykta", "Havna"]
    assert (answer.total, answer.near) == (2, 1)


def test_a_misspelt_word_is_read_as_the_nearest_one_and_said() -> None:
    known(record("1", "Fyrlykta", terms=(("theme", "angst"),)))

    answer = found(Query("anxst"))

    assert [hit.item["name"] for hit in answer.hits] == ["Fyrlykta"]
    assert [said for said, _ in answer.corrected] == ["anxst"]


@pytest.mark.parametrize("text", ["sjoeøerkoret", "sjooerkoret", "sjoeoerkoret", "Sjøøerkoret"])
def test_a_word_of_one_group_is_found_without_its_norwegian_letters(text: str) -> None:
    known(record("1", "Sjøøerkoret"), record("2", "Nattlyset"))

    assert names(Query(text)) == ["Sjøøerkoret"]


@pytest.mark.parametrize(
    ("name", "text"),
    [("𝗙𝘆𝗿𝗹𝘆𝗸𝘁𝗮", "fyrlykta"), ("ＦＹＲ", "fyr"), ("ﻣﺠﻤﻮﻋﺔ", "مجموعة")],
)
def test_letters_in_another_shape_are_those_that_people_type(name: str, text: str) -> None:
    known(record("1", name), record("2", "Nattlyset"))

    assert names(Query(text)) == [name]
    assert names(Query(name)) == [name]


def test_what_a_group_tells_of_how_one_gets_in_is_found() -> None:
    begun = record("1", "Fyrlykta")
    group = msgspec.structs.replace(begun.group, accessibility="Rampe og stellebord")
    known(msgspec.structs.replace(begun, group=group), record("2", "Nattlyset"))

    assert names(Query("stellebord")) == ["Fyrlykta"]


def test_every_word_must_be_met() -> None:
    known(record("1", "Fyrlykta", words="kaffe og kake"), record("2", "Nattlyset", words="kaffe"))

    assert names(Query("kaffe kake")) == ["Fyrlykta"]


def test_the_nearest_group_comes_first_and_online_last() -> None:
    known(
        record("1", "På nett", ONLINE),
        record("2", "I nord", meeting_at(VADSO)),
        record("3", "I midten", meeting_at(LEVANGER)),
    )
    spot = spot_named("Trondheim")
    assert spot is not None

    answer = names(Query(point=(spot.latitude, spot.longitude)))

    assert answer == ["I midten", "I nord", "På nett"]


def test_distance_is_to_the_nearest_place_of_the_group() -> None:
    known(record("1", "Fyrlykta", meeting_at(VADSO), meeting_at(LEVANGER)))
    spot = spot_named("Levanger")
    assert spot is not None

    hit = found(Query(point=(spot.latitude, spot.longitude))).hits[0]

    assert hit.kilometres is not None
    assert hit.kilometres < 5


@pytest.mark.parametrize(("radius", "expected"), [(50, []), (100, ["I midten"])])
def test_within_leaves_out_what_is_farther(radius: float, expected: list[str]) -> None:
    known(record("1", "I midten", meeting_at(LEVANGER)), record("2", "På nett", ONLINE))
    spot = spot_named("Trondheim")
    assert spot is not None
    there = spot_named("7600")
    assert there is not None
    assert 50 < kilometres(spot.latitude, spot.longitude, there.latitude, there.longitude) < 100

    query = Query(point=(spot.latitude, spot.longitude), within=radius)

    assert names(query) == expected


def test_a_weekday_finds_groups_that_meet_on_it() -> None:
    known(record("1", "Tirsdag"), record("2", "Torsdag", ONLINE))

    assert names(Query(weekdays=("TH",))) == ["Torsdag"]


@pytest.mark.parametrize("has_facets", [True, False])
def test_a_weekday_finds_groups_that_tell_no_time_of_day(*, has_facets: bool) -> None:
    untimed = msgspec.structs.replace(TUESDAYS, start="", minutes=None)
    known(record("1", "Fyrlykta", untimed, words="kaffe"))

    assert names(Query("kaffe", weekdays=("TU",), has_facets=has_facets)) == ["Fyrlykta"]


MONTHLY = msgspec.structs.replace(TUESDAYS, rrule="FREQ=MONTHLY;BYMONTHDAY=15", start="18:00")


def test_an_hour_finds_who_meets_on_a_day_of_the_month() -> None:
    known(record("1", "Den femtende", MONTHLY))

    answer = found(Query(begins=(17 * 60, 19 * 60)))

    assert [hit.item["name"] for hit in answer.hits] == ["Den femtende"]
    assert answer.facets["hours"] == {"evening": 1}


def test_a_weekday_finds_who_meets_on_a_day_of_the_month_that_is_one_next_time() -> None:
    known(record("1", "Den femtende", MONTHLY))

    assert found(Query(now=NOON)).facets["weekday"] == {"TU": 1}  # 15 December 2026


def test_a_weekday_finds_single_dates_on_it_that_are_to_come() -> None:
    wednesday, thursday = "2026-12-02", "2026-12-10"
    dates = msgspec.structs.replace(
        TUESDAYS, rrule="", first_on="2026-11-17", also_on=(wednesday, thursday)
    )
    known(record("1", "Tre kvelder", dates))

    days = found(Query(now=NOON)).facets["weekday"]

    assert days == {"WE": 1, "TH": 1}


@pytest.mark.parametrize("now", [NOON, NOON + timedelta(days=7)])
def test_who_meets_every_other_week_may_meet_in_any_while_nobody_has_told_which(
    now: datetime,
) -> None:
    either = msgspec.structs.replace(TUESDAYS, rrule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")
    known(record("1", "Annenhver", either), record("2", "Hver torsdag", ONLINE))

    answer = found(Query(days=6, sort="next-meeting", now=now))

    told = [(hit.item["name"], hit.next) for hit in answer.hits]
    assert told == [("Hver torsdag", answer.hits[0].next), ("Annenhver", [None])]
    assert answer.facets["weekday"] == {"TU": 1, "TH": 1}


def test_a_hybrid_group_is_found_as_both() -> None:
    known(record("1", "Begge", TUESDAYS, ONLINE))

    assert [names(Query(formats=(mode,))) for mode in ("in-person", "online")] == [
        ["Begge"],
        ["Begge"],
    ]


def test_a_hybrid_group_that_tells_no_meeting_is_found_as_both_too() -> None:
    begun = record("1", "Begge")
    group = msgspec.structs.replace(begun.group, mode="hybrid")
    known(msgspec.structs.replace(begun, group=group, meetings=()))

    found_in = [names(Query(formats=(mode,))) for mode in ("in-person", "online", "hybrid")]

    assert found_in == [["Begge"]] * 3


@pytest.mark.parametrize(
    "text", ['"', "*", "NEAR(", "a AND b OR", "marks:cx", "\x00", "-", "(" * 200, "å" * 100_000]
)
def test_odd_text_is_only_text(text: str) -> None:
    known(record("1", "Fyrlykta"))

    assert found(Query(text)).total in (0, 1)


@pytest.mark.parametrize("text", ["jeg og du", "trenger hjelp", "en gruppe", "nær meg", "i byen"])
def test_who_asks_for_nothing_in_particular_is_shown_every_group(text: str) -> None:
    known(record("1", "Fyrlykta"))

    assert names(Query(text)) == ["Fyrlykta"]


@pytest.mark.parametrize("text", ["noen å prate med", "nokon å snakke med", "someone to talk to"])
def test_who_wishes_for_somebody_to_talk_to_is_lonely(text: str) -> None:
    known(
        record("1", "Fyrlykta", terms=(("theme", "ensomhet"),)),
        record("2", "Nattlyset"),
    )

    assert names(Query(text)) == ["Fyrlykta"]


@pytest.mark.parametrize("text", ["angst blarghvem", "blarghvem Levanger", "blarghvem tirsdag"])
def test_a_word_that_nobody_knows_takes_nothing_away(text: str) -> None:
    known(record("1", "Fyrlykta", meeting_at(LEVANGER), terms=(("theme", "angst"),)))

    answer = found(Query(text))

    assert [hit.item["name"] for hit in answer.hits] == ["Fyrlykta"]
    assert answer.meaning.unknown == ("blarghvem",)


def test_words_that_nobody_knows_find_nothing_alone() -> None:
    known(record("1", "Fyrlykta"))

    assert names(Query("blarghvem")) == []


@pytest.mark.parametrize("text", ["AA møte tirsdag", "aa tirsdag", "AA"])
def test_what_is_known_by_its_letters_is_found_by_them(text: str) -> None:
    known(
        record("1", "Fyrlykta", terms=(("theme", "alkohol"),)),
        record("2", "Nattlyset"),
    )

    assert names(Query(text)) == ["Fyrlykta"]


def test_what_is_let_go_of_is_time_before_place() -> None:
    known(record("1", "I nord", meeting_at(VADSO)), record("2", "I midten", meeting_at(LEVANGER)))

    answer = found(Query("Levanger søndag"))

    assert [hit.item["name"] for hit in answer.hits] == ["I midten"]
    assert answer.loosened == ("weekdays",)


def test_either_of_two_places_will_do() -> None:
    known(
        record("1", "På nett", ONLINE),
        record("2", "I nord", meeting_at(VADSO)),
        record("3", "I midten", meeting_at(LEVANGER)),
    )

    assert sorted(names(Query("Vadsø eller Levanger"))) == ["I midten", "I nord"]


def test_paging_shows_every_group_once() -> None:
    known(*(record(str(number), f"Gruppe {number}") for number in range(7)))

    pages = [names(Query(limit=3, offset=offset)) for offset in (0, 3, 6)]

    assert [len(page) for page in pages] == [3, 3, 1]
    assert len({name for page in pages for name in page}) == 7


def meeting_at(place: PlaceDraft) -> MeetingDraft:
    return msgspec.structs.replace(TUESDAYS, place=place)


def test_facets_are_the_same_one_by_one_and_together() -> None:
    known(*(record(f"{number}", f"Fyrlykta {number}") for number in range(5)))
    following.follow()
    known(record("5", "Morgenrøden", ONLINE, terms=(("theme", "angst"),)))

    facets = found(Query()).facets

    (angst,) = concepts_named("angst", "theme")
    assert len(following.current().segments) == 2
    assert facets["theme"][f"{angst}"] == 1
    assert json.loads(facets.for_programs()) == dict(facets) | {"theme": {"angst": 1}}
    assert (facets["state"], facets["county"]) == ({"active": 6}, {"50": 5})


def test_what_is_left_out_is_not_found_nor_what_is_narrower() -> None:
    known(record("1", "Fyrlykta", terms=(("theme", "alkohol"),)), record("2", "Nattlyset"))

    left_out = concepts_named("avhengighet", "theme")

    assert names(Query(without=left_out)) == ["Nattlyset"]


def test_what_a_text_leaves_out_is_left_out_of_the_counts_too() -> None:
    angst, alkohol = ("theme", "angst"), ("theme", "alkohol")
    known(record("1", "Fyrlykta", terms=(angst, alkohol)), record("2", "Nattlyset", terms=(angst,)))

    answer = found(Query("angst, ikke alkohol"))

    assert [hit.item["name"] for hit in answer.hits] == ["Nattlyset"]
    assert [*answer.facets["theme"].values()] == [1]


def test_a_way_to_meet_is_asked_for_and_not_left_out() -> None:
    words = Lexicon(scheme={1: "format"})

    with pytest.raises(BadQuery, match="ask for the other ways by formats"):
        ask_of(Query(without=(1,)), Meaning(), words)


def test_who_names_a_place_gets_the_theme_above_there() -> None:
    wider, theme = ("theme", "avhengighet"), ("theme", "alkohol")
    known(
        record("1", "I midten", meeting_at(LEVANGER), terms=(wider,)),
        record("2", "I nord", meeting_at(VADSO), terms=(theme,)),
    )

    assert names(Query("alkohol Levanger tirsdag")) == ["I midten", "I nord"]
    assert names(Query("alkohol Levanger")) == ["I midten", "I nord"]


@pytest.mark.parametrize(
    ("themes", "told"),
    [
        (("alkohol",), (1, 0, ())),
        (("alkohol", "avhengighet"), (2, 1, ("wider",))),
        (("avhengighet",), (1, 1, ("wider",))),
    ],
)
def test_that_wider_themes_are_taken_in_is_told_where_groups_come_of_it(
    themes: tuple[str, ...], told: tuple[int, int, tuple[str, ...]]
) -> None:
    known(
        *(
            record(str(at), code, meeting_at(LEVANGER), terms=(("theme", code),))
            for at, code in enumerate(themes)
        )
    )

    answer = found(Query("alkohol Levanger"))

    assert (answer.total, answer.near, answer.loosened) == told


def test_another_hour_of_the_day_asked_for_comes_before_another_day() -> None:
    theme = ("theme", "alkohol")
    thursdays = msgspec.structs.replace(meeting_at(LEVANGER), rrule="FREQ=WEEKLY;BYDAY=TH")
    early = msgspec.structs.replace(meeting_at(LEVANGER), start="09:00")
    known(
        record("1", "Torsdag kveld", thursdays, terms=(theme,)),
        record("2", "Tirsdag morgen", early, terms=(theme,)),
        record("3", "Tirsdag kveld", meeting_at(LEVANGER), terms=(theme,)),
    )

    told = ["Tirsdag kveld", "Tirsdag morgen", "Torsdag kveld"]
    assert names(Query("alkohol tirsdag kveld")) == told


def test_the_municipality_of_a_village_comes_before_neighbours_no_nearer() -> None:
    theme = ("theme", "alkohol")
    oslo = msgspec.structs.replace(LEVANGER, postal_code="0150", city="Oslo")
    nesodden = msgspec.structs.replace(LEVANGER, postal_code="1454", city="Fagerstrand")
    known(
        record("1", "Over fjorden", meeting_at(oslo), terms=(theme,)),
        record("2", "På Nesodden", meeting_at(nesodden), terms=(theme,)),
    )

    assert names(Query("alkohol Nesoddtangen")) == ["På Nesodden", "Over fjorden"]


def test_the_very_theme_on_other_days_and_farther_off_follows_and_is_not_counted() -> None:
    theme = ("theme", "alkohol")
    thursdays = msgspec.structs.replace(meeting_at(LEVANGER), rrule="FREQ=WEEKLY;BYDAY=TH")
    known(
        record("1", "I nord", meeting_at(VADSO), terms=(theme,)),
        record("2", "Torsdag", thursdays, terms=(theme,)),
        record("3", "I midten", meeting_at(LEVANGER), terms=(theme,)),
    )

    answer = found(Query("alkohol Levanger tirsdag"))

    assert [hit.item["name"] for hit in answer.hits] == ["I midten", "Torsdag", "I nord"]
    assert (answer.total, answer.loosened) == (1, ("elsewhere",))
    assert sum(answer.facets["weekday"].values()) == 2
    assert len(found(Query("alkohol Levanger tirsdag", limit=2)).hits) == 2
    assert len(found(Query("alkohol Levanger tirsdag", sort="name")).hits) == 1


def test_what_is_free_comes_first_then_what_may_be_and_what_is_paid_follows_uncounted() -> None:
    def group(key: str, name: str, fee: str) -> RecordDraft:
        one = record(key, name, terms=(("theme", "alkohol"),))
        draft = msgspec.structs.replace(one.group, fee=fee)
        return msgspec.structs.replace(one, group=draft)

    known(group("1", "Dyr", "500 kr"), group("2", "Taus", ""), group("3", "Gratis", "Gratis"))

    answer = found(Query("gratis alkohol"))

    assert [hit.item["name"] for hit in answer.hits] == ["Gratis", "Taus", "Dyr"]
    assert (answer.total, answer.loosened) == (2, ("elsewhere",))
    assert names(Query("gratis alkohol", fees=("paid",))) == ["Dyr"]


def test_the_price_is_let_go_of_where_only_what_is_paid_is_there() -> None:
    one = record("1", "Dyr", terms=(("theme", "alkohol"),))
    known(
        msgspec.structs.replace(one, group=msgspec.structs.replace(one.group, fee="500 kr")),
        record("2", "Sorgen", terms=(("theme", "tap-og-sorg"),)),
    )

    answer = found(Query("alkohol uten å betale"))

    assert [hit.item["name"] for hit in answer.hits] == ["Dyr"]
    assert answer.loosened == ("fees",)


def test_a_word_asked_alone_is_read_again_once_the_directory_has_changed() -> None:
    known(record("1", "Fyrlykta", terms=(("theme", "angst"),)))
    assert names(Query("anxst")) == ["Fyrlykta"]  # read as the word next to it

    known(record("2", "Anxst"))

    assert names(Query("anxst")) == ["Anxst"]
