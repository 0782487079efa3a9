"""Formats as the programs that read them see them."""

import builtins
import json
from collections import Counter
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import Any

import msgspec
import openpyxl
import pytest
from defusedxml.ElementTree import fromstring
from django.test import Client
from rdflib import Graph
from rdflib.namespace import RDF, SKOS

from knutepunkt.collect.drafts import OrganisationDraft
from knutepunkt.distribute.published import Choice
from tests.distribute.made import GRIEF, HOUSE, TUESDAYS, at, record, taken_in
from tests.distribute.reading import FRAME, account_of, raw_of, text_of

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
NASTY = "</script> & <b> =1+1 \u0001 Æøå"


def told(rrule: str, **said: Any) -> Any:
    return msgspec.structs.replace(TUESDAYS, rrule=rrule, **said)


def test_an_atom_feed_has_what_the_standard_wants_of_it(words: None) -> None:
    taken_in(record(NASTY, terms=[GRIEF], organisation=OrganisationDraft("Lauget")), record("Lys"))

    feed = fromstring(text_of("atom"))

    entries = feed.findall(f"{ATOM}entry")
    ids = [one.findtext(f"{ATOM}id") for one in (feed, *entries)]
    assert (len(entries), len(set(ids))) == (2, 3)
    for one in (feed, *entries):
        assert datetime.fromisoformat(one.findtext(f"{ATOM}updated")).tzinfo is not None
        assert one.findtext(f"{ATOM}title")
        assert one.find(f"{ATOM}author/{ATOM}name").text
        assert one.find(f"{ATOM}link").get("href").startswith("https://knutepunkt.example/")


def test_a_meeting_guide_holds_weekly_meetings_alone_and_counts_the_others() -> None:
    taken_in(
        record("Ukentlig", told("FREQ=WEEKLY;BYDAY=MO,TH"), own_words=[["nb", NASTY]]),
        record("Fjortende", told("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")),
        record("Måned", told("FREQ=MONTHLY;BYDAY=1TU")),
        record("Én gang", told("", first_on="2026-12-01")),
        record("Avtale", told("", start="", timezone="")),
        record("Skjult", at(msgspec.structs.replace(HOUSE, disclosure="hidden"))),
    )

    items = json.loads(raw_of("meeting-guide"))

    assert [(one["name"], one["day"], one["time"]) for one in items] == [
        ("Ukentlig", [1, 4], "18:00"), ("Skjult", 2, "18:00"),
    ]  # fmt: skip
    assert len({one["slug"] for one in items}) == 2
    assert "formatted_address" not in items[1]
    assert sum(account_of("meeting-guide").values()) == 4


def test_a_weekly_rule_that_has_come_to_its_end_is_in_no_weekly_list() -> None:
    begun = {"first_on": "2026-09-01"}
    taken_in(
        record("Talte", told("FREQ=WEEKLY;BYDAY=TU;COUNT=4", **begun)),
        record("Til", told("FREQ=WEEKLY;BYDAY=TU;UNTIL=20261030T230000Z", **begun)),
        record("Fortsatt", told("FREQ=WEEKLY;BYDAY=TU;COUNT=40", **begun)),
    )

    items = json.loads(raw_of("meeting-guide"))
    meetings = json.loads(raw_of("bmlt"))["meetings"]

    assert [one["name"] for one in items] == ["Fortsatt"]
    assert [one["meeting_name"] for one in meetings] == ["Fortsatt"]


def test_a_feed_tells_where_it_is_fetched(words: None) -> None:
    taken_in(record("Håp", terms=[GRIEF]))
    choice = Choice.of("loss", "5001")

    feeds = [fromstring(text_of("atom", replace(FRAME, choice=one))) for one in (Choice(), choice)]

    links = [one.find(f"{ATOM}link[@rel='self']").get("href") for one in feeds]
    assert links == [
        "https://knutepunkt.example/feeds/groups.atom?lang=nb",
        "https://knutepunkt.example/feeds/theme/loss/municipality/5001/groups.atom?lang=nb",
    ]


def test_a_search_engine_reads_groups_and_their_meetings() -> None:
    taken_in(record("Håp", told("FREQ=WEEKLY;BYDAY=TU", first_on="2026-11-24")))

    graph = json.loads(raw_of("jsonld"))

    assert graph["@context"] == "https://schema.org"
    assert Counter(one["@type"] for one in graph["@graph"]) == {"Organization": 1, "Event": 1}
    event = next(one for one in graph["@graph"] if one["@type"] == "Event")
    assert (event["startDate"], event["eventSchedule"]["@type"]) == (
        "2026-11-24T18:00:00+01:00", "Schedule",
    )  # fmt: skip
    assert event["eventSchedule"]["scheduleTimezone"] == "Europe/Oslo"


def test_what_a_group_writes_cannot_end_the_script_on_its_page(client: Client) -> None:
    (group,) = taken_in(record(NASTY))

    page = client.get(f"/gruppe/{group.uid}").content.decode()

    block = page.split('application/ld+json"', 1)[1].split("</script>", 1)[0]
    assert "\\u003c/script\\u003e" in block


def test_a_workbook_keeps_texts_as_texts() -> None:
    taken_in(record("=1+1", told("FREQ=WEEKLY;BYDAY=TU"), fee="＝HYPERLINK(1)", how_to_join="-1"))

    sheet = openpyxl.load_workbook(BytesIO(raw_of("xlsx"))).active

    header = [cell.value for cell in sheet[1]]
    cells = dict(zip(header, sheet[2], strict=True))
    for name, value in (("Gruppe", "=1+1"), ("Pris", "＝HYPERLINK(1)"), ("Påmelding", "-1")):
        assert (cells[name].value, cells[name].data_type) == (value, "s")
        assert cells[name].quotePrefix


def test_vocabularies_are_skos(words: None) -> None:
    graph = Graph().parse(data=text_of("skos"), format="turtle")

    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    assert len(concepts) == 3
    assert {graph.value(one, SKOS.inScheme) for one in concepts} == set(
        graph.subjects(RDF.type, SKOS.ConceptScheme)
    )
    assert [str(one) for one in graph.objects(None, SKOS.prefLabel) if one.language == "en"]


def test_without_weasyprint_a_list_on_paper_is_refused_in_a_sentence(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name.partition(".")[0] == "weasyprint":
            raise ImportError(name)
        return found(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)

    response = client.get("/feeds/groups.a4.pdf")

    assert (response.status_code, response["Content-Type"]) == (501, "application/problem+json")
    assert response.json()["detail"].startswith("printed lists need WeasyPrint")
