"""No page asks the database more often because there is more to show."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from knutepunkt.collect.drafts import OrganisationDraft
from knutepunkt.directory.models import Group, Organisation
from knutepunkt.search import following
from tests.site.made import GRIEF, draft, record, taken_in

MOST = 12
OWNER = OrganisationDraft(name="Eksempelforeningen", key="eksempel")


def asked(seeker: Client) -> dict[str, int]:
    """How often each page asks, the first time after the directory has changed."""
    following.follow()
    group, owner = Group.objects.earliest("id"), Organisation.objects.get()
    answer = seeker.post("/sok", {"text": "sorg", "place": "Trondheim", "within": "50"})
    pages = ["/", "/tema/grief", "/tema/grief/50", "/sted/50", "/sted/5001", "/organisasjoner",
             "/begrep/theme/grief", "/hva-er-selvhjelp", f"/gruppe/{group.uid}",
             f"/organisasjon/{owner.uid}"]  # fmt: skip
    found = {}
    for address in [answer.headers["Location"], *pages]:
        with CaptureQueriesContext(connection) as told:
            assert seeker.get(address).status_code == 200
        found[address if address in pages else "results"] = len(told)
    return found


def test_a_page_asks_as_often_for_thirty_groups_as_for_one(seeker: Client) -> None:
    groups = [record(draft(f"Gruppe {number}", terms=[GRIEF]), organisation=OWNER)
              for number in range(30)]  # fmt: skip
    taken_in(groups[0])
    for_one = asked(seeker)
    taken_in(*groups)

    assert asked(seeker) == for_one
    assert {page: number for page, number in for_one.items() if number > MOST} == {}
