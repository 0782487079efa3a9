"""Own words are plausible, grammatical as far as a test can see, and nobody's but ours."""

import re

import pytest

from knutepunkt.collect.drafts import GroupDraft, MeetingDraft, RecordDraft

# Bodies that exist; a sample must not put words in their mouths.
FORBIDDEN = re.compile(
    r"\b(?:AA|NA|LPP|LEVE|LINK|FFO|SAFO|RIO|LHL|NAV|DIXI|SMISO)\b|Angstring|Anonyme|Al-Anon|"
    r"Mental Helse|Bymisjon|Blå Kors|Røde Kors|Frelsesarm|Kreftforening|Landsforening|"
    r"Sanitetskvinne|Voksne for Barn|Wayback|Tyrili|Selvhjelp Norge|Fontenehus|Batteriet|"
    r"Ivareta|A-larm|Ananke|Pårørendesenter|Pårørendealliansen|Norsk |Norges |Autismeforening|"
    r"ADHD Norge|Fyrlykt|Motvind|Foreningen for|Pensjonistforbund|Redd Barna|"
    r"Kirkens|Home-Start|Hieronimus|Barnekreftforening"
)
NOT_BOKMAL = re.compile(
    r"\b(?:ikkje|eg|ein|eit|dei|frå|kva|korleis|nokon|noko|berre|heile|vere|kjem|veit|sjølv|saman)\b"
)
NOT_NYNORSK = re.compile(
    r"\b(?:ikke|jeg|en|fra|hva|hvordan|noen|noe|bare|hele|være|kommer|vet|selv|sammen|hvis|"
    r"uten|mye|hjem|å være)\b"
)
OPEN = re.compile(r"[{}]|  | [.,;:]|[.?!][A-ZÆØÅ]|\.\.")
PROMISES = re.compile(r"\b(?:helbrede|kurere|garanter|behandler deg|gjør deg frisk|gjer deg frisk)")


def texts(groups: tuple[GroupDraft, ...], language: str) -> list[str]:
    return [text for group in groups for code, text in group.own_words if code == language]


def test_bokmal_is_bokmal(groups: tuple[GroupDraft, ...]) -> None:
    strange = [text for text in texts(groups, "nb") if NOT_BOKMAL.search(unquoted(text))]

    assert strange == []


def test_nynorsk_is_nynorsk(groups: tuple[GroupDraft, ...]) -> None:
    strange = [text for text in texts(groups, "nn") if NOT_NYNORSK.search(unquoted(text))]

    assert strange == []


@pytest.mark.parametrize(("language", "strange"), [("nb", NOT_BOKMAL), ("nn", NOT_NYNORSK)])
def test_organisations_keep_to_their_language(
    sample: tuple[RecordDraft, ...], language: str, strange: re.Pattern[str]
) -> None:
    owners = [record.organisation for record in sample if record.organisation]
    told = [text for owner in owners for code, text in owner.own_words if code == language]

    # Behind the first sentence, which holds a name in whatever language it has.
    assert [text for text in told if strange.search(text.partition(". ")[2])] == []


def unquoted(text: str) -> str:
    """Without what people call the theme, which may be anything."""
    return re.sub(r"«[^»]*»", "", text)


def test_languages_are_shared_as_planned(groups: tuple[GroupDraft, ...]) -> None:
    told = [tuple(sorted(code for code, _ in group.own_words)) for group in groups]
    shares = {kind: told.count(kind) / len(told) for kind in set(told)}

    assert 0.58 < shares[("nb",)] < 0.72
    assert 0.18 < shares[("nn",)] < 0.3
    assert 0.07 < shares[("nb", "nn")] < 0.13
    assert 0 < shares[("en",)] < 0.04


def test_texts_are_from_40_to_120_words(groups: tuple[GroupDraft, ...]) -> None:
    lengths = [len(text.split()) for group in groups for _, text in group.own_words]

    assert (min(lengths) >= 40, max(lengths) <= 120) == (True, True)


def test_texts_have_no_open_gaps(groups: tuple[GroupDraft, ...]) -> None:
    fields = [(group.name, group.how_to_join, group.accessibility) for group in groups]
    told = [text for group in groups for _, text in group.own_words]

    assert [
        text for text in (*told, *(t for each in fields for t in each)) if OPEN.search(text)
    ] == []


def test_texts_promise_no_cure(groups: tuple[GroupDraft, ...]) -> None:
    told = [text for group in groups for _, text in group.own_words]

    assert [text for text in told if PROMISES.search(text)] == []


def test_texts_vary(groups: tuple[GroupDraft, ...]) -> None:
    told = [text for group in groups for _, text in group.own_words]

    assert len(set(told)) == len(told)


def test_names_vary(groups: tuple[GroupDraft, ...]) -> None:
    assert len({group.name for group in groups}) > 2_000


def test_no_real_body_is_named(sample: tuple[RecordDraft, ...]) -> None:
    named = []
    for record in sample:
        owner, group = record.organisation, record.group
        told = [owner.name, *(text for _, text in owner.own_words)] if owner else []
        told += [group.name, *(text for _, text in group.own_words)] if group else []
        named += [text for text in told if FORBIDDEN.search(text)]

    assert named == []


def test_organisations_have_names_of_their_own(sample: tuple[RecordDraft, ...]) -> None:
    names = [one.organisation.name for one in sample if one.group is None and one.organisation]

    assert len(set(names)) == len(names)


def test_organisations_have_no_legal_ids_and_nobody_has_contacts(
    sample: tuple[RecordDraft, ...],
) -> None:
    owners = [record.organisation for record in sample if record.organisation]
    groups = [record.group for record in sample if record.group]

    assert [one for one in owners if one.legal_id or one.contacts] == []
    assert [one for one in groups if one.contacts] == []


def test_every_address_on_the_web_is_an_example(
    sample: tuple[RecordDraft, ...], meetings: tuple[MeetingDraft, ...]
) -> None:
    urls = [meeting.online_url for meeting in meetings]
    urls += [record.group.url for record in sample if record.group]
    urls += [record.organisation.url for record in sample if record.organisation]
    real = [url for url in urls if url and not re.match(r"https://([\w-]+\.)*example\.org/", url)]

    assert real == []


@pytest.mark.parametrize("pattern", [r"\d{5}", r"@", r"\+47", r"\b\d\d \d\d \d\d \d\d\b"])
def test_no_text_holds_a_number_or_address_of_a_person(
    groups: tuple[GroupDraft, ...], pattern: str
) -> None:
    told = [text for group in groups for _, text in group.own_words]
    told += [group.how_to_join for group in groups]

    assert [text for text in told if re.search(pattern, text)] == []
