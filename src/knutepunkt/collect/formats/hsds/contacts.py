"""Private contact details, gathered so that the relay can use them; they are never published."""

from collections.abc import Iterable

from knutepunkt.collect.clean.text import one_line
from knutepunkt.collect.formats.hsds.values import LEFT_OUT, Pairs, is_private, is_single, row, rows
from knutepunkt.collect.opened import RawRecord

POSTAL = "postal"


def contacts_of(*holders: object) -> Pairs:
    """E-mail addresses, phones and persons of all holders, each once."""
    found = [pair for holder in holders for pair in contacts_in(row(holder))]
    return tuple(dict.fromkeys(pair for pair in found if pair[1]))


def contacts_in(holder: RawRecord) -> Iterable[tuple[str, str]]:
    """What one service, location or organisation tells of how to reach it."""
    for name in filter(is_private, holder):
        yield name, one_line(holder[name]) if is_single(holder[name]) else ""
    for phone in rows(holder.get("phones")):
        yield "phone", on_one_line(phone)
    for person in rows(holder.get("contacts")):
        yield "contact", on_one_line(person)
        for phone in rows(person.get("phones")):
            yield "phone", on_one_line(phone)
    for address in rows(holder.get("addresses")):
        yield "attention", one_line(address.get("attention"))
        if one_line(address.get("address_type")).lower() == POSTAL:
            yield "postal_address", on_one_line(address)


def on_one_line(details: RawRecord) -> str:
    """The single values of a row, without its ids."""
    names = (name for name in details if name not in LEFT_OUT and not str(name).endswith("_id"))
    values = (one_line(details[name]) for name in names if is_single(details[name]))
    return ", ".join(filter(None, values))
