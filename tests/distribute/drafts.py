"""Hypothesis strategies for what sources say, with everything a draft can hold."""

from datetime import date

from hypothesis import strategies as st

from knutepunkt.collect.clean.text import one_line
from knutepunkt.collect.drafts import (
    GroupDraft,
    MeetingDraft,
    OrganisationDraft,
    PlaceDraft,
    RecordDraft,
    Term,
)

LETTERS = st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"], exclude_characters="<>&")
# As readers hand texts on: cleaned once, so that a second cleaning leaves them as they are.
WORDS = st.text(LETTERS, min_size=1, max_size=30).map(lambda text: one_line(" ".join(text.split())))
WORDS = WORDS.filter(bool)
MAYBE = st.just("") | WORDS
DATES = st.dates(min_value=date(2024, 1, 1),
                 max_value=date(2028, 1, 1)).map(str)  # fmt: skip
RULES = st.sampled_from(
    [
        "", "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,WE", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
        "FREQ=MONTHLY;BYDAY=1MO", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;BYMONTHDAY=15",
        "FREQ=MONTHLY;BYDAY=TH;BYSETPOS=2", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1",
        "FREQ=YEARLY;BYDAY=WE;BYWEEKNO=1,3,5", "FREQ=WEEKLY;COUNT=8;BYDAY=SA",
    ]
)  # fmt: skip
STATES = st.sampled_from(["active", "forming", "waiting-list", "full", "paused", "closed", "ended"])
URLS = st.sampled_from(["", "https://eksempel.example/sorg", "https://eksempel.example/sørg?a=[b]"])
TOWNS = [("7011", "Trondheim"), ("0150", "Oslo"), ("", "Bergen"), ("", "")]


@st.composite
def places(draw: st.DrawFn) -> PlaceDraft:
    code, city = draw(st.sampled_from(TOWNS))
    point = draw(st.sampled_from([(None, None), (63.4123, 10.3987), (0.0, 0.0)]))
    return PlaceDraft(
        name=draw(MAYBE), address=draw(MAYBE), postal_code=code, city=city,
        region=draw(st.sampled_from(["", "Trøndelag"])), country=draw(st.sampled_from(["", "NO"])),
        latitude=point[0], longitude=point[1],
        disclosure=draw(st.sampled_from(["exact", "area", "hidden"])), notes=draw(MAYBE),
    )  # fmt: skip


@st.composite
def meetings(draw: st.DrawFn) -> MeetingDraft:
    start = draw(st.sampled_from(["", "18:00", "23:30"]))
    dates = sorted([draw(DATES), draw(DATES)])
    return MeetingDraft(
        key=draw(st.sampled_from(["", "a", "b"])), name=draw(MAYBE), rrule=draw(RULES),
        first_on=draw(st.sampled_from(["", dates[0]])),
        last_on=draw(st.sampled_from(["", dates[1]])), start=start,
        minutes=draw(st.none() | st.integers(1, 1440)),
        timezone=draw(st.sampled_from(["Europe/Oslo", "Asia/Kathmandu"])),
        except_on=tuple(draw(st.lists(DATES, max_size=2))),
        also_on=tuple(draw(st.lists(DATES, max_size=2))),
        mode=draw(st.sampled_from(["", "in-person", "online", "hybrid"])),
        place=draw(st.none() | places()), online_url=draw(URLS), online_notes=draw(MAYBE),
        state=draw(STATES), notes=draw(MAYBE), url=draw(URLS),
        terms=tuple(draw(st.lists(terms(), max_size=2))),
    )  # fmt: skip


@st.composite
def terms(draw: st.DrawFn) -> Term:
    scheme = draw(st.sampled_from(["theme", "local", "local:egne ord", "language"]))
    code = draw(st.sampled_from(["grief", "parents", "Noe helt eget", "no"]))
    return Term(scheme, code, draw(st.sampled_from(["", "Et ord", code])))


@st.composite
def organisations(draw: st.DrawFn) -> OrganisationDraft:
    name = draw(st.sampled_from(["Håpets venner", "Eksempelforbundet", "Lavterskel Nord"]))
    return OrganisationDraft(
        name=name, key=name, legal_id=draw(st.sampled_from(["", "974760673"])),
        parent_key=draw(st.sampled_from(["", "Eksempelforbundet"])),
        own_words=own_words(draw), url=draw(URLS),
    )  # fmt: skip


def own_words(draw: st.DrawFn) -> tuple[tuple[str, str], ...]:
    tags = draw(st.lists(st.sampled_from(["nb", "nn", "en", "se", ""]), unique=True, max_size=3))
    return tuple((tag, draw(WORDS)) for tag in tags)


@st.composite
def records(draw: st.DrawFn) -> RecordDraft:
    key = draw(st.uuids()).hex
    ages = sorted([draw(st.integers(0, 99)), draw(st.integers(0, 99))])
    group = GroupDraft(
        name=draw(WORDS), key=key, own_words=own_words(draw), state=draw(STATES),
        mode=draw(st.sampled_from(["", "in-person", "online", "hybrid"])),
        how_to_join=draw(MAYBE), fee=draw(MAYBE), accessibility=draw(MAYBE),
        minimum_age=draw(st.sampled_from([None, ages[0]])),
        maximum_age=draw(st.sampled_from([None, ages[1]])), url=draw(URLS),
        is_fictitious=draw(st.booleans()), terms=tuple(draw(st.lists(terms(), max_size=3))),
    )  # fmt: skip
    return RecordDraft(
        key, group, tuple(draw(st.lists(meetings(), max_size=3))),
        draw(st.none() | organisations()),
        said_on=draw(st.sampled_from(["", "2026-02-03", "2026-02-03T10:11:12.345678+01:00"])),
        confirmed_on=draw(st.sampled_from(["", "2026-05-06"])),
    )  # fmt: skip
