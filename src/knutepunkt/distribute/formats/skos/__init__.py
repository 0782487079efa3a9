"""The vocabularies as SKOS: every scheme that may be public, its concepts and mappings."""

from collections.abc import Iterable, Iterator

from knutepunkt.distribute.formats.base import Account, Format, Frame
from knutepunkt.distribute.formats.skos.vocabulary import public_vocabulary
from knutepunkt.distribute.published import PublishedGroup
from knutepunkt.vocabulary.skos.writing import turtle


def chunks(groups: Iterable[PublishedGroup], frame: Frame, account: Account) -> Iterator[bytes]:
    """Turtle, whole: vocabularies are as large as their words, however many groups there are."""
    del groups, account
    yield turtle(public_vocabulary(), f"{frame.site}/").encode()


FORMAT = Format(
    name="skos",
    label="Vocabularies (SKOS)",
    ending="ttl",
    media_type="text/turtle; charset=utf-8",
    cannot_say=("groups: it holds the vocabularies they are classified with",),
    chunks=chunks,
    has_groups=False,
)
