"""What is the matter, for whom, where, when, how and in which language, all in one question."""

import pytest

from knutepunkt.search.language.tables import listed
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import FULL, Meaning
from tests.search.whole import Reading

EVENING, MORNING = (1020, 1439), (480, 720)


def themes_asked(meaning: Meaning, words: Lexicon) -> set[str]:
    """The themes that count for more than half of what is needed."""
    terms = [term for need in meaning.needs[:1] for term in need.terms if term.token[0] == "#"]
    ids = {int(term.token[1:]) for term in terms if term.weight > FULL / 2}
    return {words.code_of(id_) for id_ in ids if words.scheme[id_] == "theme"}


def restricted(meaning: Meaning) -> tuple[object, ...]:
    place = meaning.spot.name if meaning.spot else ""
    return place, meaning.weekdays, meaning.begins, meaning.formats


def languages_asked(meaning: Meaning, words: Lexicon) -> set[str]:
    ids = {int(term.token[1:]) for need in meaning.needs for term in need.terms
           if term.token[0] == "#"}  # fmt: skip
    return {words.code_of(id_) for id_ in ids if words.scheme[id_] == "language"} | {""}


# A question about a theme; its place, days, hours, ways to meet and language.
FRAMES = (
    ("{} i Bergen tirsdag kveld", ("Bergen", ("TU",), EVENING, ()), ""),
    ("torsdag formiddag {} nær Hamar", ("Hamar", ("TH",), MORNING, ()), ""),
    ("{} på Zoom på polsk", ("", (), None, ("online",)), "pl"),
    ("nettgruppe {} fredag", ("", ("FR",), None, ("online",)), ""),
    ("{} i Oslo, somalisk", ("Oslo", (), None, ()), "so"),
    ("noko for {} i Vestland laurdagar", ("Vestland", ("SA",), None, ()), ""),
)


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("depresjon for menn mandag kveld", "depresjon"),
        ("i fengsel for menn mandag kveld", "innsatte"),
        ("bli kjent med folk mandag kveld", "ny-pa-stedet"),
        ("mellom to kulturer mandag kveld", "mellom-to-kulturer"),
        ("kvinner utsatt for vold mandag kveld, somalisk", "vold-og-overgrep"),
    ],
)
def test_a_theme_is_understood_beside_people_and_an_evening(
    text: str, theme: str, words: Lexicon, meaning_of: Reading
) -> None:
    found = meaning_of(text)

    assert theme in themes_asked(found, words)
    assert restricted(found) == ("", ("MO",), EVENING, ())


# Themes of people are no matter beside a language or other people, so they are not asked for here.
def test_every_theme_is_understood_beside_everything_else(
    words: Lexicon, meaning_of: Reading
) -> None:
    names = [
        words.names[id_]["nb"].lower()
        for (scheme, code), id_ in words.code.items()
        if scheme == "theme" and code not in listed("whom")
    ]
    alone = {name: themes_asked(meaning_of(name), words) for name in names}
    misread = {}
    for frame, told, language in FRAMES:
        for name in filter(alone.get, names):
            found = meaning_of(text := frame.format(name))
            themes = themes_asked(found, words)
            spoken = languages_asked(found, words)
            if not (alone[name] & themes and restricted(found) == told and language in spoken):
                misread[text] = themes, spoken, restricted(found)

    assert misread == {}
