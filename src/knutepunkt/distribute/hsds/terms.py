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


def carried(term: PublishedTerm, link: str) -> Row:
    """A term a group carries. ``link_type`` tells a stated one from one that a mapping brought."""
    row = term_row(term)
    return {
        "id": id_of(link, row["id"]),
        "link_id": link,
        "taxonomy_term_id": row["id"],
        "link_type": STATED if term.origin == "stated" else MAPPED,
        "link_entity": "service",
        "taxonomy_term": row,
    }


def term_row(term: PublishedTerm) -> Row:
    """A term as groups carry it."""
    name, language = name_of(term)
    row = {
        "id": term_id(term.scheme, term.code),
        "code": term.code,
        "name": name,
        "description": name if language else "",
        "taxonomy": term.scheme,
        "taxonomy_id": taxonomy_id(term.scheme),
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
