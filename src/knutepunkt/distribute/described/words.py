"""The invented group's theme and its vocabulary, as the addresses of vocabularies tell them."""

from datetime import date

from knutepunkt.distribute.described.sample import SITE, THEME
from knutepunkt.distribute.hsds.taxonomies import definition, taxonomy
from knutepunkt.distribute.hsds.terms import name_of, term_id, term_row
from knutepunkt.vocabulary.models import Definition, Scheme
from knutepunkt.vocabulary.records import (
    ConceptRecord,
    DefinitionRecord,
    LabelRecord,
    SchemeRecord,
    Vocabulary,
)
from knutepunkt.vocabulary.skos.names import concept_uri

SCHEME = Scheme(
    id=THEME.scheme, kind="own", title={"nb": "Tema"},
    description={"nb": "Hva gruppene handler om"}, author="Knutepunkt", licence="CC0-1.0",
)  # fmt: skip
SAID = {"owner": "Eksempelforbundet", "language": "nb", "text": "Å ha mistet noen man er glad i."}
SAID_ON = date(2026, 9, 1)
TERM_ID = term_id(THEME.scheme, THEME.code)
SCOPE = "Når noen er borte."

THEMES = taxonomy(SCHEME)
TERM = {
    **{name: value for name, value in term_row(THEME).items() if name != "language"},
    "description": SCOPE,
    "taxonomy_detail": THEMES,
    "term_uri": str(concept_uri(f"{SITE}/", THEME.scheme, THEME.code)),
    "metadata": [definition(TERM_ID, Definition(**SAID, dated=SAID_ON))],
}
VOCABULARY = Vocabulary(
    schemes=(
        SchemeRecord(
            SCHEME.id, SCHEME.kind, SCHEME.author, SCHEME.licence,
            title=(*SCHEME.title.items(),), description=(*SCHEME.description.items(),),
        ),
    ),
    concepts=(
        ConceptRecord(
            THEME.scheme, THEME.code, scope=(("nb", SCOPE),),
            labels=(LabelRecord("nb", "alternative", "sorg"),
                    LabelRecord("nb", "preferred", name_of(THEME)[0])),
            definitions=(DefinitionRecord(**SAID, dated=SAID_ON),),
        ),
    ),
)  # fmt: skip
VOCABULARIES = [
    {
        "id": SCHEME.id, "kind": SCHEME.kind, "title": SCHEME.title, "author": SCHEME.author,
        "licence": SCHEME.licence,
        "turtle": f"{SITE}/feeds/vocabularies/{SCHEME.id}.ttl",
        "jsonld": f"{SITE}/feeds/vocabularies/{SCHEME.id}.jsonld",
    }
]  # fmt: skip
