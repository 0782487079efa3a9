import pytest

from knutepunkt.collect.drafts import PlaceDraft
from knutepunkt.distribute.parts import whole_address


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (PlaceDraft(address="Eksempelgata 1", postal_code="7011", city="Trondheim", country="NO"),
         "Eksempelgata 1, 7011 Trondheim, Norway"),
        (PlaceDraft(address="1 Sample Street", city="Galway", country="IE"),
         "1 Sample Street, Galway, IE"),
        (PlaceDraft(address="1 Sample Street", country="US"), "1 Sample Street, US"),
        (PlaceDraft(city="Trondheim"), "Trondheim"),
        (PlaceDraft(name="Eksempelhuset", country="NO"), ""),
        (PlaceDraft(), ""),
    ],
)  # fmt: skip
def test_an_address_tells_what_the_place_has_and_nothing_else(place: PlaceDraft, line: str) -> None:
    assert whole_address(place) == line
