"""The addresses that SKOS files use: ours for each concept, and the vocabularies we write with."""

from hashlib import sha256
from urllib.parse import quote, unquote

from rdflib import Namespace, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS, XSD

# Ours does not depend on a node's address, so that every node reads what another wrote.
KP = Namespace("urn:knutepunkt:terms:")
PREFIXES: dict[str, str] = {
    "dcterms": str(DCTERMS),
    "kp": str(KP),
    "rdf": str(RDF),
    "skos": str(SKOS),
    "xsd": str(XSD),
}
MATCHES = {
    "exact": SKOS.exactMatch,
    "close": SKOS.closeMatch,
    "broad": SKOS.broadMatch,
    "narrow": SKOS.narrowMatch,
    "related": SKOS.relatedMatch,
}
LABELS = {
    "preferred": SKOS.prefLabel,
    "alternative": SKOS.altLabel,
    "hidden": SKOS.hiddenLabel,
}
MARK = "vocabulary/"


def scheme_uri(base: str, scheme: str) -> URIRef:
    """Return the address of a scheme below the node's address."""
    return URIRef(f"{base.rstrip('/')}/{MARK}{scheme}")


def concept_uri(base: str, scheme: str, code: str) -> URIRef:
    """Return the address of a concept; dots are coded too, as "." and ".." would be folded away."""
    return URIRef(f"{scheme_uri(base, scheme)}/{quote(code, safe='').replace('.', '%2E')}")


def statement_uri(base: str, what: str, *parts: str) -> URIRef:
    """Return an address for a mapping or a definition that stays as long as its key does."""
    digest = sha256("\x00".join(parts).encode()).hexdigest()[:24]
    return URIRef(f"{base.rstrip('/')}/{MARK}_{what}/{digest}")


def term_in(uri: str) -> tuple[str, str] | None:
    """Return (scheme, code) when an address is a concept's at some node, else None."""
    _, mark, rest = uri.rpartition(f"/{MARK}")
    scheme, slash, code = rest.partition("/")
    return (scheme, unquote(code)) if mark and slash and scheme and code else None


def last_part(uri: str) -> str:
    """Return what stands after the last slash, number sign or colon of an address."""
    tail = uri.rstrip("/#")
    for separator in "#/:":
        tail = tail.rpartition(separator)[2]
    return unquote(tail)
