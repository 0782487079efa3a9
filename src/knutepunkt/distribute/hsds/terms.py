"""Concepts as taxonomy terms, schemes as taxonomies."""

from functools import lru_cache

from knutepunkt.collect.formats.hsds.profile import MAPPED, STATED
from knutepunkt.distribute.hsds.ids import id_of
from knutepunkt.distribute.hsds.rows import Row
from knutepunkt.distribute.published import PublishedTerm

LANGUAGES = ("nb", "nn", "en")


def name_of(term: PublishedTerm) -> tuple[str, str]:
    """What a term is called and in which language; its code, in none, when nobody named it."""
    names = term.names
    for tag in LANGUAGES:  # a loop, for this is asked of every term of every group
        if tag in names:
            return names[tag], tag
    return (names[min(names)], min(names)) if names else (term.code, "")


def attributes(terms: tuple[PublishedTerm, ...], link: str) -> list[Row]:
    """The terms a group carries. ``link_type`` tells stated ones from those a mapping brought."""
    rows = []
    for term in terms:
        row = term_row(term.scheme, term.code, *name_of(term))
        kind = STATED if term.origin == "stated" else MAPPED
        rows.append(
            {
                "id": id_of(link, row["id"]),
                "link_id": link,
                "taxonomy_term_id": row["id"],
                "link_type": kind,
                "link_entity": "service",
                "taxonomy_term": row,
            }
        )
    return rows


@lru_cache(maxsize=20_000)
def term_row(scheme: str, code: str, name: str, language: str) -> Row:
    """A term as groups carry it; shared, so it must not be changed."""
    row = {
        "id": term_id(scheme, code),
        "code": code,
        "name": name,
        "description": name if language else "",
        "taxonomy": scheme,
        "taxonomy_id": taxonomy_id(scheme),
    }
    return row | ({"language": language} if language not in ("", "und") else {})


def term_id(scheme: str, code: str) -> str:
    """The UUID of a term."""
    return id_of("term", scheme, code)


@lru_cache(maxsize=1000)
def taxonomy_id(scheme: str) -> str:
    """The UUID of a scheme."""
    return id_of("taxonomy", scheme)


def languages(terms: tuple[PublishedTerm, ...], link: str) -> list[Row]:
    """The languages spoken."""
    return [
        {"id": id_of(link, "language", term.code), "service_id": link,
         "name": name_of(term)[0], "code": term.code}
        for term in terms
        if term.scheme == "language" and term.origin == "stated"
    ]  # fmt: skip
