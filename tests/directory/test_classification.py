"""A source's own terms stay as they are; ours come through mappings; nothing is dropped."""

from datetime import date

import pytest

from knutepunkt.directory.models import Classification, Group, Meeting
from knutepunkt.vocabulary import actions
from knutepunkt.vocabulary.models import Concept, Label, Scheme
from tests.directory.made import draft, meeting, source, term, told

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def schemes() -> None:
    foreign = Scheme.objects.create(id="meeting-guide", kind="foreign")
    ours = Scheme.objects.create(id="theme", kind="own")
    women = Concept.objects.create(scheme=foreign, code="W")
    target = Concept.objects.create(scheme=ours, code="kvinner")
    actions.map_concepts(women, "exact", target, author="Prøve", made_on=date(2026, 1, 1))


def carried() -> list[tuple[str, str, str]]:
    """Scheme, code and origin of every concept the group carries."""
    rows = Classification.objects.order_by("concept__scheme_id", "concept__code")
    return list(rows.values_list("concept__scheme_id", "concept__code", "origin"))


def test_known_term_is_carried_with_its_counterpart_of_ours() -> None:
    told(source("s"), draft(meetings=[meeting(terms=(term("W"),))]))

    assert carried() == [("meeting-guide", "W", "stated"), ("theme", "kvinner", "mapped")]


@pytest.mark.parametrize("code", ["ONL", "[open]", "w", "ÆØÅ", "a b"])
def test_unknown_term_of_a_foreign_scheme_is_kept_letter_by_letter(code: str) -> None:
    told(source("s"), draft(meetings=[meeting(terms=(term(code),))]))

    assert [(one, origin) for _, one, origin in carried()] == [(code, "stated")]
    assert Meeting.objects.get().terms == [["meeting-guide", code, ""]]


def test_code_that_is_a_label_of_its_scheme_is_that_term() -> None:
    women = Concept.objects.get(scheme_id="meeting-guide", code="W")
    Label.objects.create(concept=women, language="en", kind="preferred", text="Women")

    told(source("s"), draft(meetings=[meeting(terms=(term("women"),))]))

    assert carried() == [("meeting-guide", "W", "stated"), ("theme", "kvinner", "mapped")]


@pytest.mark.parametrize("scheme", ["local", "local:tema", "nobody-knows-it", "theme"])
def test_term_no_scheme_knows_joins_the_scheme_of_its_source(scheme: str) -> None:
    told(source("s"), draft(terms=(term("[Åpen]", scheme),)))

    [(home, code, origin)] = carried()
    assert (home.startswith("local-s"), code, origin) == (True, "[Åpen]", "stated")
    assert Scheme.objects.get(id=home).source == "s"


def test_same_unknown_term_of_two_sources_stays_two() -> None:
    told(source("s"), draft("a", terms=(term("X", "local"),)))
    told(source("t"), draft("b", terms=(term("X", "local"),)))

    assert [scheme for scheme, _, _ in carried()] == ["local-s", "local-t"]


def test_terms_of_every_source_and_meeting_are_carried_once() -> None:
    told(
        source("s", "organisation"),
        draft("a", terms=(term("W"),), meetings=[meeting(terms=(term("W"), term("O")))]),
    )
    told(source("t"), draft("b", meetings=[meeting(terms=(term("W"), term("ST")))]))

    assert carried() == [
        ("local-s", "O", "stated"),
        ("local-t", "ST", "stated"),
        ("meeting-guide", "W", "stated"),
        ("theme", "kvinner", "mapped"),
    ]


def test_term_that_is_stated_and_mapped_counts_as_stated() -> None:
    told(source("s"), draft(terms=(term("W"), term("kvinner", "theme"))))

    assert carried() == [("meeting-guide", "W", "stated"), ("theme", "kvinner", "stated")]


def test_term_that_is_no_longer_said_is_no_longer_carried() -> None:
    told(source("s"), draft(terms=(term("W"),)))

    told(source("s"), draft(terms=(term("O"),)))

    assert carried() == [("local-s", "O", "stated")]
    assert Group.objects.count() == 1
