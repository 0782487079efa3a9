"""The day an organisation's own words were read, also of those that came before it was kept."""

from datetime import timedelta
from importlib import import_module

import msgspec
import pytest
from django.apps import apps

from knutepunkt.collect.drafts import OrganisationDraft
from knutepunkt.directory.models import Organisation
from tests.directory.made import NOON, draft, source, told

pytestmark = pytest.mark.django_db

MIGRATION = "knutepunkt.directory.migrations.0008_when_words_were_read"
LAGET = OrganisationDraft("Laget", own_words=(("nb", "Vi deler."),))


def read(words: OrganisationDraft, *, days: int = 0) -> list[str]:
    """The days shown when a source has told this, some days after noon."""
    record = msgspec.structs.replace(draft(), organisation=words)
    told(source("list"), record, moment=NOON + timedelta(days))
    return [one["read"] for one in Organisation.objects.get().own_words]


def test_words_have_the_day_they_were_first_read() -> None:
    assert read(LAGET) == ["2026-03-02"]


def test_the_day_stays_while_the_words_do() -> None:
    read(LAGET)

    moved = msgspec.structs.replace(LAGET, url="https://laget.example/")
    assert read(moved, days=9) == ["2026-03-02"]


def test_other_words_have_another_day() -> None:
    read(LAGET)

    others = msgspec.structs.replace(LAGET, own_words=(("nb", "Vi bærer."),))
    assert read(others, days=9) == ["2026-03-11"]


def test_words_without_a_day_get_the_one_they_were_last_read() -> None:
    read(LAGET)
    laget = Organisation.objects.get()
    laget.own_words = [{"language": "nb", "text": "Vi deler.", "by": "Laget", "on": ""}]
    laget.save()

    import_module(MIGRATION).date_words(apps, None)

    laget.refresh_from_db()
    assert [one["read"] for one in laget.own_words] == ["2026-03-02"]
