import re
import warnings
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from knutepunkt.site import crisis
from knutepunkt.vocabulary.models import Concept
from tests.site.made import draft, record, taken_in
from tests.site.read import page

LANGUAGES = ["", "/nn", "/en"]
PO = sorted((settings.ROOT / "locale").rglob("*.po"))


def lix(text: str) -> float:
    """Words per sentence and the share of words above six letters (Björnsson 1968)."""
    words = re.findall(r"\w+", text)
    long = [word for word in words if len(word) > 6]
    return len(words) / max(1, len(re.findall(r"[.:!?]", text))) + 100 * len(long) / len(words)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", ["/", "/om", "/finnes-ikke"])
def test_a_page_has_one_main_heading_and_skips_no_level(
    seeker: Client, language: str, address: str
) -> None:
    levels = [level for level, _ in page(seeker.get(language + address)).headings]

    assert levels.count(1) == 1
    assert [after for before, after in pairwise(levels)
            if after > before + 1] == []  # fmt: skip


@pytest.mark.parametrize(("address", "language"), [("/", "nb"), ("/nn/", "nn"), ("/en/", "en")])
def test_a_page_says_its_language(seeker: Client, address: str, language: str) -> None:
    assert page(seeker.get(address)).has("html", lang=language)


def test_the_browsers_language_is_not_asked(seeker: Client) -> None:
    answer = seeker.get("/", headers={"accept-language": "en"})

    assert page(answer).has("html", lang="nb")


def test_a_group_page_leads_to_itself_in_other_languages(seeker: Client) -> None:
    group = taken_in(record())[0]

    links = page(seeker.get(f"/nn/gruppe/{group.uid}")).links

    assert [link for link in links if "/gruppe/" in link] == [
        f"/gruppe/{group.uid}",
        f"/nn/gruppe/{group.uid}",
        f"/en/gruppe/{group.uid}",
        f"/se/gruppe/{group.uid}",
    ]


def test_a_label_that_is_certain_in_northern_sami_is_marked_so(with_all_words: Client) -> None:
    shown = page(with_all_words.get("/se/tema"))

    assert shown.headings[0] == (1, "Fáttát")
    assert shown.has("html", lang="nb")
    assert shown.has("span", lang="se")


def test_what_leads_up_from_a_theme_is_in_northern_sami_as_its_page_is(
    with_all_words: Client,
) -> None:
    shown = page(with_all_words.get("/se/tema/tap-og-sorg"))

    assert shown.text.count("Fáttát") == 2  # above the page, and at its foot


def test_every_theme_stands_once_below_its_family(with_all_words: Client) -> None:
    shown = page(with_all_words.get("/tema"))

    themes = Concept.objects.filter(scheme_id="theme").values_list("code", flat=True)
    found = Counter(link for link in shown.links if link.startswith("/tema/"))
    assert found == Counter(f"/tema/{code}" for code in themes)


@pytest.mark.parametrize("address", ["/", "/tema", "/om", "/finnes-ikke"])
def test_somebody_to_talk_to_is_one_press_from_the_top_of_every_page(
    seeker: Client, address: str
) -> None:
    shown = page(seeker.get(address))

    assert "#crisis" in shown.links
    assert shown.has("h2", id="crisis")


def test_what_is_not_certain_in_northern_sami_stands_in_bokmal(seeker: Client) -> None:
    shown = page(seeker.get("/se/"))

    assert shown.headings[0] == (1, "Finn en gruppe")
    assert "Bare noen ord er på nordsamisk ennå. Resten står på bokmål." in shown.text


def test_a_search_in_northern_sami_stays_there(seeker: Client) -> None:
    taken_in(record())

    answer = seeker.post("/se/sok", {"text": "sorg", "weekday": "TU"}, follow=True)

    assert answer.redirect_chain[0][0].startswith("/se/treff/")
    assert page(answer).headings[0] == (1, "Viser grupper om «Sorg» på tirsdag")


@pytest.mark.parametrize("path", PO, ids=lambda path: path.parts[-3])
def test_every_text_has_a_translation(path: Path) -> None:
    entries = path.read_text(encoding="utf-8").split("\n\n")[1:]

    empty = [entry for entry in entries if re.search(r'msgstr(\[\d\])? ""(?!\n")', entry)]
    assert empty == []


@pytest.mark.parametrize("address", ["/om", "/trygg-bruk", "/personvern", "/bygg-inn"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_interface_reads_easily(seeker: Client, language: str, address: str) -> None:
    shown = page(seeker.get(f"{language}{address}")).text

    assert lix(shown) <= 35


def test_an_unknown_address_is_answered_plainly(seeker: Client) -> None:
    answer = seeker.get("/finnes-ikke")

    assert (answer.status_code, page(answer).headings[0][1]) == (404, "Denne sida finnes ikke")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/tema/", "/tema"),
        ("/en/om//", "/en/om"),
        ("/finnes-ikke/", ""),
        ("//eksempel.invalid/", ""),
        ("/tema//eksempel.invalid/", ""),
    ],
)
def test_a_slash_too_many_leads_to_what_was_meant(seeker: Client, typed: str, meant: str) -> None:
    answer = seeker.get("/", PATH_INFO=typed)

    found = (answer.status_code, answer.headers.get("Location", ""))
    assert found == ((301, meant) if meant else (404, ""))


@pytest.mark.parametrize("number", ["0", "01", "10000000"])
@pytest.mark.parametrize(
    "address",
    ["/organisasjoner", "/hva-er-selvhjelp", "/tema/tap-og-sorg/side", "/tema/tap-og-sorg/50",
     "/sted/50"],
)  # fmt: skip
def test_a_list_has_no_page_before_the_first(
    with_all_words: Client, address: str, number: str
) -> None:
    answer = with_all_words.get(f"{address}/{number}")

    assert (answer.status_code, page(answer).headings[0][1]) == (404, "Denne sida finnes ikke")


def test_the_way_out_is_large_where_somebody_may_be_watched(with_all_words: Client) -> None:
    watched = page(with_all_words.get("/tema/vold-og-overgrep"))

    assert watched.has("a", **{"class": "exit loud", "href": "/forlat"})
    assert "Knappen sletter ikke loggen i nettleseren." in watched.text
    assert "/trygg-bruk" in watched.links


def test_the_way_out_is_small_elsewhere(with_all_words: Client) -> None:
    shown = page(with_all_words.get("/tema/tap-og-sorg"))

    assert shown.has("a", **{"class": "exit", "href": "/forlat"})
    assert "Knappen sletter ikke loggen i nettleseren." not in shown.text


def test_the_way_out_is_the_second_thing_the_keyboard_reaches(seeker: Client) -> None:
    assert page(seeker.get("/")).links[:2] == ["#content", "/forlat"]


def test_leaving_asks_the_browser_to_throw_out_what_it_kept(seeker: Client) -> None:
    answer = seeker.get("/forlat")

    assert (answer.status_code, answer.headers["Location"]) == (303, "https://www.yr.no/")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_kept_from_leaving_a_node_under_repair(
    seeker: Client, settings: Settings, language: str
) -> None:
    settings.KNUTEPUNKT_MAINTENANCE = True

    shown = page(seeker.get(f"{language}/tema/grief"))
    left = seeker.get(f"{language}/forlat")

    assert f"{language}/forlat" in shown.links
    assert (left.status_code, left.headers["Location"]) == (303, settings.KNUTEPUNKT_EXIT)


def test_the_page_for_our_own_faults_needs_nothing_and_leads_away() -> None:
    shown = render_to_string("500.html")

    assert "Noe gikk galt hos oss" in shown
    assert 'href="/forlat"' in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_sent_where_nothing_is_taken_in_is_answered_plainly(
    seeker: Client, language: str
) -> None:
    answers = [seeker.post(f"{language}/om"), seeker.delete(f"{language}/tema/grief")]

    shown = [page(answer) for answer in answers]
    assert [answer.status_code for answer in answers] == [403, 403]
    assert [f"{language}/forlat" in one.links for one in shown] == [True, True]


def test_robots_may_read_all_but_what_somebody_asked(seeker: Client) -> None:
    told = seeker.get("/robots.txt").content.decode().splitlines()

    assert told == [
        "User-agent: *",
        "Disallow: /treff/",
        "Disallow: /henvisning/",
        "Disallow: /forlat",
        "Allow: /",
        "Sitemap: http://127.0.0.1:8000/sitemap.xml",
    ]


def test_a_group_cannot_be_posted_to(words: None) -> None:
    group = taken_in(record())[0]

    assert Client().post(f"/gruppe/{group.uid}").status_code == 405


def test_the_number_for_danger_to_life_comes_first() -> None:
    assert crisis.numbers("nb")[0].dial == "113"


@pytest.mark.parametrize(("days", "are_stale"), [(0, False), (180, False), (181, True)])
def test_numbers_go_stale_after_180_days(days: int, are_stale: bool) -> None:
    last = max(one["verified_on"] for one in crisis.data()["number"])
    first = min(one["verified_on"] for one in crisis.data()["number"])

    stale = crisis.stale((last if are_stale else first) + timedelta(days=days))

    assert (len(stale) == len(crisis.data()["number"])) is are_stale


def test_every_number_says_what_it_rests_on_and_since_when() -> None:
    keys = {"shown", "dial", "hours", "audience", "source", "verified_on", "name"}

    assert [one["shown"] for one in crisis.data()["number"] if one.keys() != keys] == []


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_number_is_named_in_every_language(language: str) -> None:
    assert [one.shown for one in crisis.numbers(language) if not one.name] == []


def test_hours_are_told_where_they_are_certain() -> None:
    hours = {one.shown: one.hours for one in crisis.numbers("nb")}

    assert (hours["113"], hours["116 123"]) == ("hele døgnet", "")
    assert "Mental Helse." in (
        page := render_to_string("site/parts/crisis.html", {"crisis_numbers": crisis.numbers("nb")})
    )
    assert "Mental Helse. " not in page


def test_stale_numbers_are_warned_of() -> None:
    today: date = timezone.localdate()
    if stale := crisis.stale(today):
        warnings.warn(f"look up again, in site/data/crisis.toml: {stale}", stacklevel=1)

    assert [one for one in crisis.data()["number"] if one["verified_on"] > today] == []


@pytest.mark.parametrize(
    ("address", "also"),
    [("/sted/5001", "Trondheim Tråante · Troandin Søk"), ("/sted/4601", "Bergen Søk")],
)
def test_a_place_has_each_of_its_names_once(seeker: Client, address: str, also: str) -> None:
    assert also in page(seeker.get(address)).text


def test_a_theme_shows_who_tells_of_it_and_says_that_nobody_sorted_them(
    with_all_words: Client,
) -> None:
    taken_in(record(draft("Angstgruppa")), record(draft("Sorgkafé")))

    shown = page(with_all_words.get("/tema/angst"))

    assert "Angstgruppa" in shown.text
    assert "Sorgkafé" not in shown.text
    assert "ingen sortert etter tema" in shown.text


def test_a_theme_of_groups_that_somebody_sorted_says_nothing_of_it(with_all_words: Client) -> None:
    taken_in(record(draft("Nattlyset", terms=[{"scheme": "theme", "code": "angst"}])))

    shown = page(with_all_words.get("/tema/angst"))

    assert "Nattlyset" in shown.text
    assert "ingen sortert etter tema" not in shown.text


def test_nobody_is_promised_an_answer_from_an_address_there_is_none_of(
    seeker: Client, settings: Settings
) -> None:
    settings.KNUTEPUNKT_CONTACT = ""
    without = page(seeker.get("/tilgjengelighet")).text
    settings.KNUTEPUNKT_CONTACT = "hjelp@knutepunkt.example"
    answered = page(seeker.get("/tilgjengelighet")).text

    assert ("så svarer vi" in without, "Får du ikke svar" in without) == (False, False)
    assert "Du kan si fra til Uutilsynet." in without
    assert "Si fra, så svarer vi. hjelp@knutepunkt.example Får du ikke svar" in answered
