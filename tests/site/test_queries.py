"""What public pages ask the database: few questions, and as many for thirty groups as for one."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from knutepunkt.collect.drafts import OrganisationDraft, RecordDraft
from knutepunkt.directory.models import Organisation
from knutepunkt.search.indexing import following
from knutepunkt.site import ended
from tests.site.made import GRIEF, TUESDAYS, draft, record, taken_in

MOST = 12
PAGES = {
    "theme": "/tema/grief",
    "theme in a county": "/tema/grief/50",
    "all themes": "/tema",
    "county": "/sted/50",
    "municipality": "/sted/5001",
    "all places": "/sted",
    "organisation": "/organisasjon/{organisation}",
    "organisation in a county": "/organisasjon/{organisation}/50",
    "all organisations": "/organisasjoner",
    "term": "/begrep/theme/grief",
    "understandings": "/hva-er-selvhjelp",
    "home": "/",
    "group": "/gruppe/{group}",
}
WORDS = (("nb", "Vi er sammen om det."),)


def one_of(number: int) -> RecordDraft:
    """Every other group has an organisation of its own behind it."""
    owner = f"Lag {number}" if number % 2 else "Eksempellaget"
    group = draft(f"Gruppe {number}", terms=[GRIEF])
    return record(group, TUESDAYS, organisation=OrganisationDraft(owner, own_words=WORDS))


def questions(seeker: Client, groups: int) -> dict[str, int]:
    """How many queries each page takes, the first time after the directory has changed."""
    known = taken_in(*map(one_of, range(groups)))
    ids = {
        "group": known[0].uid,
        "organisation": Organisation.objects.get(name="Eksempellaget").uid,
    }
    following.follow()
    ended.names.read_at = float("-inf")
    answer = seeker.post("/sok", {"text": "sorg", "place": "Trondheim", "within": "50"})
    counts = {}
    for name, address in (PAGES | {"results": answer.headers["Location"]}).items():
        with CaptureQueriesContext(connection) as asked:
            assert seeker.get(address.format(**ids)).status_code == 200
        counts[name] = len(asked)
    return counts


@pytest.fixture
def counts(seeker: Client) -> tuple[dict[str, int], dict[str, int]]:
    return questions(seeker, 1), questions(seeker, 30)


def test_a_page_asks_as_much_for_thirty_groups_as_for_one(
    counts: tuple[dict[str, int], dict[str, int]],
) -> None:
    one, thirty = counts

    assert thirty == one


def test_no_page_asks_much(counts: tuple[dict[str, int], dict[str, int]]) -> None:
    assert {name: count for name, count in counts[1].items() if count > MOST} == {}
