"""Invented organisations, each with its own understanding of self-help."""

from functools import cache

from knutepunkt.collect.drafts import OrganisationDraft, RecordDraft
from knutepunkt.sample.words import NB, NN, Pair, pairs, read

EACH, PER_GROUPS, MOST = 3, 50, 3_000
STEP = 11  # so that the organisations of one form meet each root and spirit together only once


def known_at(group: int) -> int:
    """How many organisations stand before a group: three for each fifty groups, 3,000 at most."""
    return min((group // PER_GROUPS + 1) * EACH, MOST)


def record(seed: int, number: int) -> RecordDraft:
    """A record that only describes an organisation."""
    draft = organisation(seed, number)
    return RecordDraft(key=draft.key, group=None, organisation=draft)


def organisation(seed: int, number: int) -> OrganisationDraft:
    """Organisation ``number``; every record about it says the same."""
    parent = parent_of(number)
    name = name_of(seed, number)
    return OrganisationDraft(
        name=name,
        key=f"organisasjon-{number}",
        parent_key="" if parent is None else f"organisasjon-{parent}",
        parent_name="" if parent is None else name_of(seed, parent),
        own_words=own_words(seed, number, name),
        url=f"https://organisasjon-{number}.example.org/" if number % 3 else "",
    )


@cache
def form_names() -> tuple[str, ...]:
    """The forms of organisation."""
    return tuple(read("organisations/names")["forms"])


def form_of(number: int) -> str:
    """The form of an organisation: each in turn."""
    return form_names()[number % len(form_names())]


def parent_of(number: int) -> int | None:
    """The association a local branch belongs to, which came just before it."""
    if form_of(number) != "local-branch":
        return None
    return number - form_names().index("local-branch") + form_names().index("association")


@cache
def name_parts() -> tuple[tuple[str, ...], tuple[str, ...], dict[str, tuple[Pair, ...]]]:
    """Roots, spirits, and the patterns of each form."""
    table = read("organisations/names")
    patterns = {form: pairs(rows) for form, rows in table["forms"].items()}
    return tuple(table["roots"].split()), tuple(table["spirits"].split()), patterns


def language_of(seed: int, number: int) -> int:
    """The language an organisation writes in: one in four in nynorsk, of every form."""
    return NN if (number + number // len(form_names()) + seed) % 4 == 0 else NB


def name_of(seed: int, number: int) -> str:
    """A name nobody bears; those of one form are all different."""
    roots, spirits, patterns = name_parts()
    turn = number * STEP + seed
    pattern = patterns[form_of(number)]
    told = pattern[number // len(form_names()) % len(pattern)][language_of(seed, number)]
    return told.format(root=roots[turn % len(roots)], spirit=spirits[turn % len(spirits)])


@cache
def understandings() -> dict[str, tuple[Pair, ...]]:
    """How organisations of a form understand self-help, most at home first."""
    table = read("organisations/understandings")["understanding"]
    return {
        form: pairs(row["said"] for row in table if form in row["forms"]) for form in form_names()
    }


def own_words(seed: int, number: int, name: str) -> tuple[tuple[str, str], ...]:
    """What an organisation says it is and how it understands self-help, one in five in both."""
    form, language = form_of(number), language_of(seed, number)
    said = understandings()[form]
    understanding = said[number // len(form_names()) % len(said)]
    who = read("organisations/who")[form]
    tongues = (NB, NN) if number % 5 == 0 else (language,)
    return tuple(
        (("nb", "nn")[tongue], f"{who[tongue].format(name=name)} {understanding[tongue]}")
        for tongue in tongues
    )
