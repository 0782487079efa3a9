"""Concepts as taxonomy terms, schemes as taxonomies."""

from functools import lru_cache

from knutepunkt.collect.formats.hsds.profile import MAPPED, STATED
from knutepunkt.distribute.hsds.ids import id_of
from knutepunkt.distribute.hsds.rows import Row
from knutepunkt.distribute.hsds.written import Part, end
from knutepunkt.distribute.published import PublishedTerm

LANGUAGES = ("nb", "nn", "en")


def name_of(term: PublishedTerm) -> tuple[str, str]:
    """What a term is called and in which language; its code, in none, when nobody named it."""
    names = term.names
    for tag in LANGUAGES:  # a loop, for this is asked of every term of every group
        if tag in names:
            return names[tag], tag
    return (names[min(names)], min(names)) if names else (term.code, "")


def carried(term: PublishedTerm) -> Part:
    """A term a group carries. ``link_type`` tells a stated one from one that a mapping brought."""
    row = term_row(term)
    rest = {
        "taxonomy_term_id": row["id"],
        "link_type": STATED if term.origin == "stated" else MAPPED,
        "link_entity": "service",
        "taxonomy_term": row,
    }
    return row["id"].encode(), end(rest)


def spoken(term: PublishedTerm) -> Part:
    """A language that is spoken in a group."""
    return f"language\n{term.code}".encode(), end({"name": name_of(term)[0], "code": term.code})


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
