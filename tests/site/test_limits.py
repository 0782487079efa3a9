"""Too many searches from one place are asked to wait."""

import pytest
from django.test import Client
from pytest_django import Settings

from knutepunkt.site import bodies, limits
from tests.site.read import page


@pytest.fixture
def hurried(seeker: Client, settings: Settings) -> Client:
    settings.KNUTEPUNKT_SITE_RATE = 0.1  # one at once, and one more in ten seconds
    limits.buckets.cache_clear()
    return seeker


@pytest.fixture
def reading_fast(seeker: Client, settings: Settings) -> Client:
    settings.KNUTEPUNKT_READ_RATE = 0.1
    limits.reading.cache_clear()
    return seeker


@pytest.mark.parametrize("door", ["/sok", "/velg", "/her", "/henvisning", "/bygg-inn"])
def test_too_many_are_asked_to_wait_calmly(hurried: Client, door: str) -> None:
    hurried.post(door)

    answer = hurried.post(door)

    wait = int(answer.headers["Retry-After"])
    assert (answer.status_code, page(answer).headings[0][1]) == (429, "Vent litt, og prøv igjen")
    assert 1 <= wait <= 10
    assert "tel:113" in page(answer).links


def test_somebody_else_need_not_wait(hurried: Client) -> None:
    hurried.post("/sok")

    assert hurried.post("/sok", REMOTE_ADDR="192.0.2.7").status_code == 303


def test_reading_is_not_counted_as_searching(hurried: Client) -> None:
    address = hurried.post("/sok").headers["Location"]

    assert {hurried.get(where).status_code for where in (address, "/", "/om") * 3} == {200}


@pytest.mark.parametrize("page_read", ["/", "/tema", "/en/om", "/treff/gammelt", "/finnes-ikke-x"])
def test_who_reads_too_much_is_asked_to_wait(reading_fast: Client, page_read: str) -> None:
    reading_fast.get("/om")

    answer = reading_fast.get(page_read)

    status = 404 if page_read == "/finnes-ikke-x" else 429  # nothing is written out for nothing
    assert answer.status_code == status
    assert answer.headers.get("Retry-After") == {429: "10"}.get(status)


def test_nobody_waits_for_the_way_out(reading_fast: Client) -> None:
    reading_fast.get("/om")

    assert reading_fast.get("/forlat").status_code == 303


def test_programs_are_counted_at_their_own_door(reading_fast: Client) -> None:
    reading_fast.get("/om")

    assert reading_fast.get("/robots.txt").status_code == 200


def test_no_bucket_holds_the_address_of_anybody(hurried: Client) -> None:
    hurried.post("/sok", REMOTE_ADDR="192.0.2.7")

    assert [b"192.0.2.7" in name for name in limits.buckets().held] == [False]


def test_what_was_asked_is_kept_for_later_and_for_every_language(hurried: Client) -> None:
    said = {"text": "kanarifuglxyz", "place": "Trondheim"}
    hurried.post("/sok", said)

    shown = page(hurried.post("/sok", said))

    again = [link for link in shown.links if "/sok/" in link]
    assert len(again) == 5  # once more, and in four languages
    assert "kanarifuglxyz" not in shown.text
    asked = [hurried.get(link, follow=True).content.decode() for link in again]
    assert [one.count('value="kanarifuglxyz"') for one in asked] == [1] * 5


def test_what_is_not_kept_is_said_to_be_lost(hurried: Client) -> None:
    hurried.post("/henvisning", {"basket": "x"})

    shown = page(hurried.post("/henvisning", {"basket": "x"}))

    assert "Det du sendte, kom ikke fram." in shown.text


def test_who_only_reads_has_lost_nothing(reading_fast: Client) -> None:
    reading_fast.get("/om")

    assert "Det du sendte" not in page(reading_fast.get("/om")).text


def test_who_sends_slowly_leaves_a_thread_to_those_who_read(seeker: Client) -> None:
    with bodies.READERS, bodies.READERS, bodies.READERS:
        told = [seeker.post("/en/sok", {"text": "sorg"}), seeker.get("/en/")]
        program = seeker.post("/api/search", {}, "application/json")

    assert [one.status_code for one in told] == [429, 200]
    assert page(told[0]).headings[0][1] == "Wait a little, and try again"
    assert (program.status_code, program.headers["Content-Type"]) == (
        429, "application/problem+json",
    )  # fmt: skip
    assert seeker.post("/en/sok", {"text": "sorg"}).status_code == 303
