"""An invented group with everything a group may have: what the examples are written of."""

from datetime import UTC, datetime

from django.conf import settings

from knutepunkt.collect.drafts import Step
from knutepunkt.distribute.frame import Frame
from knutepunkt.distribute.published import (
    OwnWords,
    PublishedClaim,
    PublishedConfirmation,
    PublishedGroup,
    PublishedMeeting,
    PublishedOrganisation,
    PublishedPlace,
    PublishedTerm,
)

START = "018f4e7a-0000-7000-8000-00000000000"
ID, OWNER_ID, TUESDAY, NOVEMBER, PLACE, NODE = (f"{START}{number}" for number in range(1, 7))
SITE = settings.KNUTEPUNKT_SITE.rstrip("/")
MOMENT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
HERE = Step(NODE, SITE)
FRAME = Frame(SITE, MOMENT)
NAME = "Sorggruppa på Eksempelhuset"
OWNER = PublishedOrganisation(
    id=OWNER_ID, name="Eksempelforbundet", legal_id="123456785", parent="",
    own_words=(OwnWords("nb", "Vi er til for dem som har mistet noen.", "Eksempelforbundet",
                        "2026-09-01"),),
    url="https://forbundet.example/", is_fictitious=True, added_at=MOMENT, edition=1, road=(),
)  # fmt: skip
HOUSE = PublishedPlace(
    id=PLACE, name="Eksempelhuset", address="Eksempelgata 1", postal_code="7011",
    city="Trondheim", municipality="Trondheim", municipality_code="5001", county_code="50",
    region="Trøndelag", country="NO", notes="Ring på ved porten.",
    latitude=63.43, longitude=10.39, point_from="source",
)  # fmt: skip
WEEKLY = PublishedMeeting(
    id=TUESDAY, key="tirsdag", rrule="FREQ=WEEKLY;BYDAY=TU", first_on="2026-09-01",
    start="18:00", minutes=90, timezone="Europe/Oslo", except_on=("2026-12-22",), mode="in-person",
    place=HOUSE, notes="Det er kaffe fra halv seks.",
)  # fmt: skip
ONLINE = PublishedMeeting(
    id=NOVEMBER, key="nett", name="Temakveld", first_on="2026-11-30", start="19:00", minutes=60,
    timezone="Europe/Oslo", mode="online", online_url="https://rom.example/sorg",
    online_notes="Døra åpnes fem minutter før.",
)  # fmt: skip
THEME = PublishedTerm(
    concept=1, scheme="theme", code="tap-og-sorg", kind="own", names={"nb": "Tap og sorg"},
    origin="stated",
)  # fmt: skip
SPOKEN = PublishedTerm(
    concept=2, scheme="language", code="nb", kind="own", names={"nb": "Bokmål"}, origin="stated"
)
GROUP = PublishedGroup(
    number=1, id=ID, name=NAME, organisation=OWNER,
    own_words=(
        OwnWords("nb", "Her kan du snakke om den du mistet.", "Eksempelforbundet", "2026-10-01"),
        OwnWords("en", "A place to talk about whom you lost.", "Eksempelforbundet", "2026-10-01"),
    ),
    state="active", mode="in-person", how_to_join="Bare kom.", fee="Gratis",
    accessibility="Trinnfritt", minimum_age=18, maximum_age=99, url="https://forbundet.example/sorg",
    is_fictitious=True, updated_at=datetime(2026, 10, 1, 8, tzinfo=UTC), confirmed_on="2026-11-02",
    added_at=MOMENT, edition=1, road=(), terms=(THEME, SPOKEN), meetings=(WEEKLY, ONLINE),
    claims=(PublishedClaim("forbundet", "Eksempelforbundet", "organisation", None, MOMENT, None),),
    confirmations=(PublishedConfirmation("Eksempelforbundet", "feed", "2026-11-02"),),
)  # fmt: skip
