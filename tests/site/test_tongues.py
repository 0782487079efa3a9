"""Words of people in any language and script, on a page in ours."""

from datetime import UTC, datetime

from django.test import Client

from knutepunkt.collect.drafts import OrganisationDraft
from knutepunkt.vocabulary.models import Concept, Definition
from tests.site.made import TUESDAYS, draft, record, taken_in
from tests.site.read import Page, page

NAME = "جمعية المساعدة"


def opened(seeker: Client, *words: list[str]) -> Page:
    organisation = OrganisationDraft(NAME)
    made = record(draft(NAME, own_words=[*words]), TUESDAYS, organisation=organisation)
    return page(seeker.get(f"/gruppe/{taken_in(made)[0].uid}"))


def test_words_in_another_language_are_offered_by_its_name(seeker: Client) -> None:
    shown = opened(seeker, ["nb", "Vi snakker sammen."], ["ar", "نحن نلتقي."])

    assert "Les på arabisk" in shown.text


def test_words_in_a_language_nobody_here_can_name_are_offered_without_a_code(
    seeker: Client,
) -> None:
    shown = opened(seeker, ["nb", "Vi snakker sammen."], ["xx", "Xx xx."])

    assert "Les på et annet språk" in shown.text


def test_words_run_in_their_own_direction(seeker: Client) -> None:
    shown = opened(seeker, ["ar", "نحن نلتقي."])

    assert shown.has("h1", dir="auto")
    assert shown.has("blockquote", dir="auto", lang="ar")


def test_a_name_that_runs_the_other_way_does_not_turn_the_day_after_it(seeker: Client) -> None:
    shown = opened(seeker, ["ar", "نحن نلتقي."])

    assert shown.has("bdi")
    assert f"Skrevet av {NAME}, 1. oktober 2026" in shown.text


def test_a_word_an_organisation_has_explained_stands_by_its_name_with_its_day(
    seeker: Client,
) -> None:
    group = taken_in(record(None, TUESDAYS, organisation=OrganisationDraft("Eksempellaget")))[0]
    Definition.objects.create(
        concept=Concept.objects.get(code="grief"), language="nb", owner="Eksempellaget",
        text="Noe en bærer sammen.", dated=datetime(2026, 5, 4, tzinfo=UTC),
    )  # fmt: skip

    shown = page(seeker.get(f"/organisasjon/{group.organisation.uid}"))

    said = "Ord organisasjonen har forklart Noe en bærer sammen. Sorg , 4. mai 2026"
    assert said in shown.text
