"""Words in forms and compounds that no label has, dates, nights, ages, districts and prices."""

import pytest
from msgspec.structs import replace

from knutepunkt.collect.drafts import PlaceDraft
from knutepunkt.search import queries
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import FULL, Meaning
from knutepunkt.search.queries import found
from knutepunkt.search.query import Query
from knutepunkt.vocabulary import actions
from tests.people import TUESDAYS, known, record
from tests.search.whole import Reading

NIGHT = (1320, 300)


def first_themes(meaning: Meaning, words: Lexicon) -> set[str]:
    """The themes that count for all of what is needed first."""
    terms = [term for need in meaning.needs[:1] for term in need.terms if term.weight == FULL]
    ids = {int(term.token[1:]) for term in terms if term.token[0] == "#"}
    return {words.code_of(id_) for id_ in ids if words.scheme[id_] == "theme"}


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("utenlandsveteranene", "veteraner"),
        ("hodeskadepasienter", "hjerneskade"),
        ("bonusmammagruppe", "bonusfamilie"),
        ("rusmisbrukernes mødre", "foreldre-til-barn-med-rus"),
        ("lukket gruppe angst", "angst"),
        ("mistet bestevennen, onsdag på nett", "miste-venn-eller-slektning"),
        ("mor te en gutt som ruser seg", "foreldre-til-barn-med-rus"),
    ],
)
def test_a_compound_or_form_that_no_label_has_is_what_its_parts_are(
    meaning_of: Reading, words: Lexicon, text: str, theme: str
) -> None:
    assert first_themes(meaning_of(text), words) == {theme}


@pytest.mark.parametrize("text", ["grugleder", "trikkeholdeplass", "samordning"])
def test_a_word_that_only_ends_like_one_of_ours_is_unknown(meaning_of: Reading, text: str) -> None:
    assert meaning_of(text).concepts == ()


@pytest.mark.parametrize(
    ("text", "days", "hours"),
    [
        ("torsdag kl 1930", ("TH",), (1170, 1200)),
        ("sorggruppe 24. desember", ("TH",), None),
        ("tirsdag 2. desember", ("TU",), None),  # The day of the week before the date.
        ("åpent på julaften", ("TH",), None),
        ("ensom på julaften", (), None),
        ("mannen min døde 3. mars", (), None),
        ("grupper 31. februar", (), None),
        ("noe om natta", (), NIGHT),
        ("fredagskafé", ("FR",), None),
        ("siste torsdag i måneden", ("TH",), None),
        ("angst i morgen tidlig", ("TH",), (300, 720)),
        ("sover ikke om natta", (), None),
        ("angst på hverdager", ("MO", "TU", "WE", "TH", "FR"), None),
        ("nattmøte", (), NIGHT),
        ("fengsel kveld menn", (), (1020, 1439)),
        ("helgesamling for pårørende", ("SA", "SU"), None),
        ("man og ons", ("MO", "WE"), None),
        ("noe om to dager", ("FR",), None),
        ("i morra kveld", ("TH",), (1020, 1439)),
        ("førstkommende mandag", ("MO",), None),
        ("på fredag 27. november", ("FR",), None),
        ("mannsgruppe Bergen kveld", (), (1020, 1439)),
    ],
)
def test_days_and_hours_are_read_where_they_ask_for_a_meeting(
    meaning_of: Reading,
    text: str,
    days: tuple[str, ...],
    hours: tuple[int, int] | None,
) -> None:
    meaning = meaning_of(text)

    assert (meaning.weekdays, meaning.begins) == (days, hours)


@pytest.mark.parametrize(
    "text",
    ["siste torsdag i måneden", "møteplass fredag", "every other thursday", "kommende helg"],
)
def test_words_that_only_tell_which_day_or_that_people_meet_are_no_matter(
    meaning_of: Reading, text: str
) -> None:
    assert meaning_of(text).concepts == ()


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("ensomme under 30", "ung-og-ensom"),
        ("ensomme over 60", "ensom-som-eldre"),
        ("ensomme over 40", "ensomhet"),
        ("ensom, bor under 30 km fra Moss", "ensomhet"),
    ],
)
def test_an_age_that_is_a_bound_tells_of_whom_it_is(
    meaning_of: Reading, words: Lexicon, text: str, theme: str
) -> None:
    assert first_themes(meaning_of(text), words) == {theme}


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("noe i Lofoten", ("1865", "1860", "1859", "1874", "1857", "1856")),
        ("angst Viken", ("31", "32", "33")),
        ("Vossevangen", ()),
    ],
)
def test_a_district_is_its_municipalities_and_a_county_that_was_what_it_became(
    meaning_of: Reading, text: str, areas: tuple[str, ...]
) -> None:
    meaning = meaning_of(text)

    assert meaning.spot is not None
    assert meaning.areas == areas


@pytest.mark.parametrize(
    ("text", "has_call"),
    [("angst telefon", True), ("redd for telefon", False), ("tør ikke ta telefonen", False)],
)
def test_who_writes_telephone_last_wants_a_call_unless_that_is_the_trouble(
    meaning_of: Reading, words: Lexicon, text: str, has_call: bool
) -> None:
    calls = f"#{words.code['working-form', 'phone-circle']}"

    asked = {term.token for need in meaning_of(text).needs for term in need.terms}

    assert (calls in asked) is has_call


def test_the_very_theme_at_the_place_comes_where_none_there_tells_of_a_wheelchair(
    db: None,
) -> None:
    del db
    actions.load()
    queries.lexicon_of.cache_clear()
    cancer, wheels = ("theme", "kreft"), ("accessibility", "wheelchair")
    here = replace(TUESDAYS, place=PlaceDraft("Rådhuset", postal_code="8006", city="Bodø"))
    there = replace(TUESDAYS, place=PlaceDraft("Rådhuset", postal_code="5014", city="Bergen"))
    known(
        record("1", "Her", here, terms=(cancer,)),
        record("2", "Der", there, terms=(cancer, wheels)),
    )

    hits = found(Query("kreft og rullestol i Bodø")).hits

    assert [hit.item["name"] for hit in hits] == ["Her", "Der"]


def test_of_what_shall_be_free_the_very_theme_that_costs_comes_before_what_is_near(
    db: None,
) -> None:
    del db
    actions.load()
    queries.lexicon_of.cache_clear()
    debt, poor = ("theme", "gjeld"), ("theme", "darlig-rad")
    named = (("Dyr", debt, "100 kr"), ("Fri", debt, "gratis"), ("Nær", poor, "gratis"))
    made = [(record(name, name, terms=(theme,)), fee) for name, theme, fee in named]
    known(*(replace(one, group=replace(one.group, fee=fee)) for one, fee in made))

    hits = found(Query("gratis gruppe om gjeld")).hits

    assert [hit.item["name"] for hit in hits] == ["Fri", "Dyr"]
