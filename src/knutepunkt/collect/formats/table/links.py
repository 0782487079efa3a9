"""Web addresses of a row, in a column where people also write numbers to ring."""

from knutepunkt.collect.clean.links import BARE, INSIDE, web_address
from knutepunkt.collect.formats.table.row import Row
from knutepunkt.collect.formats.table.values import EMAIL, PHONE

OWNER = "the feed's owner: write a whole web address that begins with https://"


def link_of(row: Row, target: str) -> str:
    """The web address of a target, or "".

    An e-mail address or a telephone number in its place is a contact; other words are kept beside.
    """
    column, text = next(iter(row.pairs(target)), ("", ""))
    row.one(target)
    if not text or INSIDE.search(text) or (BARE.match(text) and "@" not in text):
        return web_address(text, target, row.reading)
    if EMAIL.search(text) or PHONE.search(text):
        row.strays.append(("contact", text))
        row.reading.note("contacts that stood in the place of a web address were kept private")
        return ""
    row.passed_over[column] = text
    row.issue(target, text, "this is not a web address; it was kept beside", OWNER)
    return ""
