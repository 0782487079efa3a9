"""What is kept beside a draft: contacts that are private, and fields that no target took."""

from knutepunkt.collect.clean.ids import real_id
from knutepunkt.collect.formats.table.row import Row
from knutepunkt.collect.formats.table.values import EMAIL

PRIVATE = ("contact_name", "contact_email", "contact_phone", "contact")
KEPT = ("what_3_words", "extra")
Pairs = tuple[tuple[str, str], ...]
BEYOND = "(beyond the header "
OWNER = "the feed's owner: give every cell a column, and put quotation marks round commas"


def contacts_of(row: Row) -> Pairs:
    """Private contacts by target; also an e-mail address that fills an unknown column.

    To be asked last, when every link was looked at.
    """
    told = [(target, value) for target in PRIVATE for value in row.all(target)]
    stray = [(name, value) for name, value in row.unused() if EMAIL.fullmatch(value)]
    return tuple(dict.fromkeys((*told, *row.strays, *stray)))


def extra_of(row: Row) -> Pairs:
    """Every value that no target took, as text without secrets."""
    kept = [(column, value) for target in KEPT for column, value in row.pairs(target)]
    beyond = [value for name, value in row.unused() if name.startswith(BEYOND)]
    if beyond:
        row.issue("row", "", "the row has more cells than the header", OWNER)
    rest = [(name, value) for name, value in row.unused() if not EMAIL.fullmatch(value)]
    return (*kept, *passed_over(row), *rest)


def passed_over(row: Row) -> list[tuple[str, str]]:
    """The values of columns that gave way to another one of the same target."""
    return [(column, value) for column, value in row.passed_over.items() if real_id(value)]
