"""What was understood of a question and what was let go of, as lines at a terminal, in bokmål."""

from collections.abc import Iterator

from knutepunkt.directory.when import CODES, DAYS, joined, time_of
from knutepunkt.search.queries import Found
from knutepunkt.search.restricting import Restricted, restricted

LAST_MINUTE = 24 * 60 - 1
MODES = {"online": "på nett", "hybrid": "fysisk og på nett", "in-person": "fysisk",
         "phone": "på telefon"}  # fmt: skip
LET_GO = {
    "county": "kommunen", "place": "stedet", "online": "stedet", "weekdays": "dagen",
    "fees": "prisen", "formats": "hvordan dere møtes", "begins": "tida på dagen",
    "words": "noen av ordene",
}  # fmt: skip


def understood_lines(found: Found) -> Iterator[str]:
    """How words were read, what they ask for, what nobody knows, and what was let go of."""
    meaning = found.meaning
    yield from (f"leste «{said}» som «{other}»" for said, other in found.corrected)
    if told := [*(name["nb"] for name in found.concepts if "nb" in name), *where_when(found)]:
        yield f"forsto: {' · '.join(told)}"
    yield from (f"uten {one.said}" for one in meaning.left_out)
    yield from (f"fant ikke ordet «{word}»" for word in meaning.unknown)
    if gone := [LET_GO[one] for one in found.loosened if one in LET_GO]:
        yield f"ingen passet med alt; så bort fra {joined(gone, 'nb')}"
    if found.near:
        yield f"{found.near} av {found.total} handler om det som ligger nær"


def where_when(found: Found) -> Iterator[str]:
    """Where and when a text asks to meet, and how, as far as it was kept to."""
    said = restricted(found)
    yield from places(said)
    if said.weekdays:
        yield joined([DAYS["nb"][CODES.index(day)] for day in said.weekdays], "nb")
    if said.begins:
        yield hours(*said.begins)
    yield from (MODES[one] for one in said.formats)
    if said.or_online and "online" not in said.formats:
        yield "eller på nett"
    if said.fees:
        yield "gratis"


def places(said: Restricted) -> Iterator[str]:
    """The places of a text, with how far from there where it says so."""
    for place in said.places:
        yield f"{place}, innen {said.within:g} km" if said.within else place


def hours(since: int, until: int) -> str:
    """From which till which minute of the day something may begin.

    >>> hours(18 * 60, 24 * 60 - 1), hours(0, 15 * 60), hours(9 * 60, 12 * 60 + 30)
    ('fra kl. 18.00', 'til kl. 15.00', 'kl. 09.00–12.30')
    """
    first, last = (time_of(minute).replace(":", ".") for minute in (since, until))
    if until >= LAST_MINUTE:
        return f"fra kl. {first}"
    return f"kl. {first}–{last}" if since else f"til kl. {last}"
