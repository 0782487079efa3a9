"""Pages that are kept: never older than what is committed, and nothing of anybody's search."""

import gzip
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from knutepunkt.collect.drafts import OrganisationDraft
from knutepunkt.directory.models import Group
from knutepunkt.search.indexing import following
from knutepunkt.site.writing import committed
from knutepunkt.site.writing.keeping import holding, shelf, written
from knutepunkt.site.writing.shelf import Kept, Shelf
from knutepunkt.vocabulary.models import Label
from tests.site.made import CANARY, NOW, draft, record, taken_in, withdraw
from tests.site.read import page

NAMES = "Eksempelforeningen", "Et annet navn"
committed_for_real = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def empty_shelf() -> Iterator[None]:
    shelf.clear()
    yield
    shelf.clear()


@pytest.fixture
def group(seeker: Client) -> Group:
    made = taken_in(record())[0]
    following.follow()
    return made


def in_another_connection(sql: str) -> None:
    def write() -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql)
        connection.close()

    with ThreadPoolExecutor(1) as other:
        other.submit(write).result()


def asked_twice_in_peace(seeker: Client, address: str) -> tuple[HttpResponse, HttpResponse]:
    """Two answers, the second without a question but whether anything was committed.

    PostgreSQL counts commits to all its databases together, so another process that tests at the
    same time may make a page old between the two; not twenty times in a row.
    """
    answers = [seeker.get(address)]
    for _ in range(20):
        with CaptureQueriesContext(connection) as questions:
            answers.append(seeker.get(address))
        if len(questions) <= 1:
            return answers[-2], answers[-1]
    raise AssertionError("the page is written each time")


@committed_for_real
@pytest.mark.parametrize("address", ["/", "/tema/grief", "/sted/50", "/om", "/organisasjoner"])
def test_a_page_asked_for_again_is_not_written_again(
    seeker: Client, group: Group, address: str
) -> None:
    first, again = asked_twice_in_peace(seeker, address)

    assert (again.content, again.headers) == (first.content, first.headers)


@committed_for_real
def test_a_change_is_on_the_page_at_once(seeker: Client, group: Group) -> None:
    address = f"/gruppe/{group.uid}"
    seeker.get(address)

    in_another_connection("UPDATE directory_group SET how_to_join = 'Ring Eksempel'")

    assert "Ring Eksempel" in page(seeker.get(address)).text


@committed_for_real
def test_a_change_by_the_same_connection_is_on_the_page_at_once(
    seeker: Client, group: Group
) -> None:
    address = f"/gruppe/{group.uid}"
    seeker.get(address)

    taken_in(record(draft(key=group.name, name="Et annet navn")))

    assert "Et annet navn" in page(seeker.get(address)).text


@committed_for_real
def test_another_word_for_a_theme_is_on_the_page_of_its_words_at_once(
    seeker: Client, group: Group
) -> None:
    seeker.get("/en/begrep/theme/grief")

    Label.objects.create(concept_id=Label.objects.get(text="Grief").concept_id, language="en",
                         kind="alternative", text="Bereavement")  # fmt: skip

    assert "Bereavement" in page(seeker.get("/en/begrep/theme/grief")).text


@committed_for_real
def test_a_withdrawn_group_is_gone_at_once(seeker: Client, group: Group) -> None:
    address = f"/gruppe/{group.uid}"
    before = seeker.get(address).status_code

    withdraw(group)

    assert (before, seeker.get(address).status_code) == (200, 410)


@committed_for_real
def test_each_language_has_its_own_page(seeker: Client, group: Group) -> None:
    shown = [page(seeker.get(address)) for address in ("/", "/en/", "/nn/", "/", "/en/")]

    languages = [next(found["lang"] for tag, found in one.attributes if tag == "html")
                 for one in shown]  # fmt: skip
    assert languages == ["nb", "en", "nn", "nb", "en"]


@committed_for_real
def test_who_takes_no_gzip_gets_none(seeker: Client, group: Group) -> None:
    packed = seeker.get("/om", headers={"accept-encoding": "gzip"})
    plain = seeker.get("/om")

    assert (gzip.decompress(packed.content), "Content-Encoding" in plain.headers) == (
        plain.content, False,
    )  # fmt: skip


@committed_for_real
def test_a_kept_page_is_not_shown_to_another_host(seeker: Client, group: Group) -> None:
    seeker.get("/om")

    assert seeker.get("/om", headers={"host": "annet.example"}).status_code == 400


@committed_for_real
def test_a_node_under_repair_shows_no_kept_page(
    seeker: Client, group: Group, settings: Settings
) -> None:
    seeker.get("/om")
    settings.KNUTEPUNKT_MAINTENANCE = True

    assert seeker.get("/om").status_code == 503


@committed_for_real
def test_answers_to_searches_and_what_was_not_found_are_not_kept(
    seeker: Client, group: Group
) -> None:
    seeker.post("/sok", {"text": f"{CANARY} sorg"}, follow=True)
    seeker.post("/henvisning", {"basket": [str(group.uid)]}, follow=True)
    seeker.get(f"/{CANARY}")
    seeker.get("/om", {"text": CANARY})

    told = [(*key, one.body) for key, one in shelf.pages.items()]
    assert [key[0] for key in told] == ["/om"]
    assert CANARY not in str(told)


def test_nothing_is_kept_of_what_may_yet_be_undone(seeker: Client) -> None:
    seeker.get("/om")

    assert (committed.mark(), len(shelf.pages)) == (None, 0)


def test_a_page_holds_until_the_first_moment_that_it_names() -> None:
    soon = NOW + timedelta(minutes=20)
    shown = holding(HttpResponse("x"), [None, soon + timedelta(minutes=5), soon])

    assert written(shown, NOW).until == soon


def test_a_page_that_names_no_moment_holds_until_the_hour_is_over() -> None:
    shown = holding(HttpResponse("x"), [None, NOW + timedelta(days=3)])

    assert written(shown, NOW + timedelta(minutes=59)).until == NOW + timedelta(hours=1)


def test_a_page_that_holds_no_more_is_not_on_the_shelf() -> None:
    small = Shelf(100)
    small.put(("state",), ("/",), Kept(b"x", {}, NOW))

    assert small.page(("state",), ("/",), NOW) is None


def test_the_page_not_asked_for_the_longest_makes_room() -> None:
    small, late = Shelf(20), datetime(2100, 1, 1, tzinfo=UTC)
    for name in ("a", "b"):
        small.put(("state",), (name,), Kept(b"0123456789", {}, late))
    small.page(("state",), ("a",), NOW)

    small.put(("state",), ("c",), Kept(b"0123456789", {}, late))

    assert ([*small.pages], small.size) == ([("a",), ("c",)], 20)


@committed_for_real
def test_another_name_of_who_knows_of_a_theme_is_told_at_once(seeker: Client) -> None:
    taken_in(record(organisation=OrganisationDraft(key="1", name="Eksempelforeningen")))
    following.follow()
    asked = {"text": "sorg", "weekday": ["SU"]}
    address = seeker.post("/sok", asked).headers["Location"]
    before = page(seeker.get(address)).text

    in_another_connection("UPDATE directory_organisation SET name = 'Et annet navn'")

    after = page(seeker.get(address)).text
    assert [name in before for name in NAMES] == [True, False]
    assert [name in after for name in NAMES] == [False, True]
