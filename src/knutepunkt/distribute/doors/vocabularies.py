"""Vocabularies as SKOS: the list of them, and each as Turtle or JSON-LD."""

import msgspec
from django.http import HttpRequest, HttpResponseBase

from knutepunkt.distribute.doors.answering import bytes_answer, open_door, problem
from knutepunkt.distribute.exporting import frame_for
from knutepunkt.distribute.formats.skos.vocabulary import public_vocabulary
from knutepunkt.distribute.published import Choice, public_schemes
from knutepunkt.vocabulary.skos.writing import json_ld, turtle

WRITERS = {
    "ttl": (turtle, "text/turtle; charset=utf-8"),
    "jsonld": (json_ld, "application/ld+json"),
}


@open_door
def schemes(request: HttpRequest) -> HttpResponseBase:
    """Every vocabulary: its id, titles, author, licence and addresses."""
    site = frame_for(Choice()).site
    told = [
        {
            "id": scheme.id,
            "kind": scheme.kind,
            "title": scheme.title,
            "author": scheme.author,
            "licence": scheme.licence,
            "turtle": f"{site}/feeds/vocabularies/{scheme.id}.ttl",
            "jsonld": f"{site}/feeds/vocabularies/{scheme.id}.jsonld",
        }
        for scheme in public_schemes()
    ]
    return bytes_answer(request, msgspec.json.encode(told), "application/json", None)


@open_door
def scheme(request: HttpRequest, id_: str, ending: str) -> HttpResponseBase:
    """One vocabulary, or ``all`` of them."""
    vocabulary = public_vocabulary([] if id_ == "all" else [id_])
    if not vocabulary.schemes:
        return problem(404, "No such vocabulary", f"there is no vocabulary “{id_}” here.")
    write, media_type = WRITERS[ending]
    body = write(vocabulary, f"{frame_for(Choice()).site}/").encode()
    return bytes_answer(request, body, media_type, None)
