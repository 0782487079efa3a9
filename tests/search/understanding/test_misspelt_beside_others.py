"""Words spelled wrong among others: close persons, parts of compounds, places."""

import pytest

from tests.search.whole import Reading


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("manen min ruser seg", "mannen min ruser seg"),
        ("banet vårt har kreft", "barnet vårt har kreft"),
        ("min sønmen er homo", "min sønnen er homo"),
        ("dattea mi er lesbisk", "dattera mi er lesbisk"),
        ("mora mi dirkker", "mora mi drikker"),
        ("sambieren min spiller bort alt", "samboeren min spiller bort alt"),
        ("srogkafé", "sorgkafé"),
        ("vinprolbem", "vinproblem"),
        ("prakinsonkafé", "parkinsonkafé"),
        ("voldtekysofre", "voldtektsofre"),
    ],
)
def test_what_is_a_letter_off_is_read_as_what_was_meant(
    typed: str, meant: str, meaning_of: Reading
) -> None:
    assert meaning_of(meant).concepts
    assert meaning_of(typed).concepts == meaning_of(meant).concepts


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("angst Trndheim kveld", "Trondheim"),
        ("angst trndheim onsdag kveld", "Trondheim"),
        ("samlivsproblemer Drmmen kveld", "Drammen"),
        ("sorg i nærheten av Ålsund", "Ålesund"),
        ("rus i Møre og Rosmdal", "Møre og Romsdal"),
        ("psykisk helse Kautoeino", "Guovdageaidnu - Kautokeino"),
        ("Loftoen selvhjelpsgruppe", "Lofoten"),
    ],
)
def test_a_place_a_letter_off_is_found_where_places_stand(
    text: str, place: str, meaning_of: Reading
) -> None:
    spot = meaning_of(text).spot

    assert spot
    assert spot.name == place


@pytest.mark.parametrize("text", ["hunden min døde", "maten min", "legen min", "hagen vår"])
def test_what_is_ones_own_need_be_nobody(text: str, meaning_of: Reading) -> None:
    assert not meaning_of(text).corrected


@pytest.mark.parametrize("text", ["tusen ganger sliten av alt", "jeg er mosset av livet her nå"])
def test_a_word_among_many_is_no_place(text: str, meaning_of: Reading) -> None:
    assert meaning_of(text).spot is None


@pytest.mark.parametrize(
    ("slipped", "spelled"),
    [
        ("keftpårørende", "kreftpårørende"),
        ("geldshjelp", "gjeldshjelp"),
        ("rusgrupe", "rusgruppe"),
        ("esomheten", "ensomheten"),
        ("søndgsgruppe", "søndagsgruppe"),
        ("autismgruppe", "autism"),
    ],
)
def test_a_short_part_of_a_compound_may_lack_a_letter(
    meaning_of: Reading, slipped: str, spelled: str
) -> None:
    assert meaning_of(slipped).corrected == ((slipped, spelled),)
