"""Vocabularies as Hypothesis makes them: odd codes, several scripts, all that a file can hold."""

from datetime import date

from hypothesis import strategies as st

from knutepunkt.vocabulary.checks import CONTROL
from knutepunkt.vocabulary.records import (
    LABEL_KINDS,
    RELATIONS,
    ConceptRecord,
    DefinitionRecord,
    LabelRecord,
    MappingRecord,
    SchemeRecord,
    Vocabulary,
)

marks = st.sampled_from("\n\t\"\\'=+-@<>[]{}%,;:.")
letters = st.characters(exclude_categories=["Cs", "Cc"]) | marks
raw = st.text(letters, min_size=1, max_size=20).filter(lambda text: not CONTROL.search(text))
words = raw.map(str.strip).filter(bool)
languages = st.sampled_from(["nb", "nn", "en", "se", "und", "zh-hant"])
codes = raw | st.sampled_from(["[open]", "w", "W", "a b", "AL-AN", ".", "..", "'", "=1+1", "#/?"])
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
addresses = st.sampled_from(["", "https://example.org/a?b=c#d"])
by_language = st.dictionaries(languages, words, max_size=3)
texts = by_language.map(lambda found: tuple(sorted(found.items())))


@st.composite
def labels(draw: st.DrawFn) -> tuple[LabelRecord, ...]:
    preferred = draw(by_language)
    rest = st.builds(LabelRecord, languages, st.sampled_from(LABEL_KINDS[1:]), words)
    found = {LabelRecord(language, "preferred", text) for language, text in preferred.items()}
    return tuple(sorted(found | draw(st.sets(rest, max_size=3))))


@st.composite
def definitions(draw: st.DrawFn) -> tuple[DefinitionRecord, ...]:
    made = st.builds(DefinitionRecord, words, languages, days, words, addresses)
    found = draw(st.lists(made, max_size=2))
    once = {(one.owner, one.language, one.dated): one for one in found}
    return tuple(sorted(once.values()))


@st.composite
def concepts(draw: st.DrawFn, scheme: str) -> list[ConceptRecord]:
    made: list[ConceptRecord] = []
    for code in draw(st.lists(codes, unique=True, max_size=4)):
        above = st.sampled_from(["", *(one.code for one in made)])
        left = draw(st.just("") | words)
        one = ConceptRecord(
            scheme, code, draw(above), draw(texts), draw(labels()), draw(definitions()), left
        )
        made.append(one)
    return made


@st.composite
def vocabularies(draw: st.DrawFn) -> Vocabulary:
    schemes: list[SchemeRecord] = []
    made: list[ConceptRecord] = []
    for name, kind in (("home", "own"), ("abroad", "foreign"), ("local-feed", "local")):
        source = "feed" if kind == "local" else ""
        author, licence = draw(words), draw(st.sampled_from(["", "CC-BY-4.0"]))
        schemes.append(
            SchemeRecord(
                name, kind, author, licence, draw(addresses), source, draw(texts), draw(texts)
            )
        )
        made += draw(concepts(name))
    return Vocabulary(
        tuple(sorted(schemes)), tuple(sorted(made)), draw(mappings(made)) if made else ()
    )


@st.composite
def mappings(draw: st.DrawFn, made: list[ConceptRecord]) -> tuple[MappingRecord, ...]:
    end = st.sampled_from(made)
    rows = st.tuples(end, end, words, st.sampled_from(RELATIONS), days, st.just("") | words)
    found = {
        (a.scheme, a.code, b.scheme, b.code, author): MappingRecord(
            a.scheme, a.code, b.scheme, b.code, author, relation, day, note
        )
        for a, b, author, relation, day, note in draw(st.lists(rows, max_size=4))
        if a is not b
    }
    return tuple(sorted(found.values()))
