"""What a service says in words: its price and its accessibility."""

from knutepunkt.collect.formats.hsds.meetings import links_of
from knutepunkt.collect.formats.hsds.values import line, row, rows, text, told
from knutepunkt.collect.opened import RawRecord, Reading

PRICED = frozenset("option amount currency amount_description valid_from valid_to id".split())


def fee_of(service: RawRecord, reading: Reading) -> str:
    """The fees in the source's words, then each cost option on a line."""
    fees = text(service.get("fees_description"), reading), text(service.get("fees"), reading)
    options = (cost(option, reading) for option in rows(service.get("cost_options")))
    return "\n".join(dict.fromkeys(filter(None, (*fees, *options))))


def cost(option: RawRecord, reading: Reading) -> str:
    """One cost option, with the days it holds for: "Under 18s: 35 GBP, per session"."""
    named = line(option.get("option"), reading)
    amount = line(option.get("amount"), reading)
    money = f"{amount} {line(option.get('currency'), reading).upper()}".strip() if amount else ""
    days = [line(option.get(field), reading) for field in ("valid_from", "valid_to")]
    more = told({key: value for key, value in option.items() if key not in PRICED}, reading)
    parts = (money, line(option.get("amount_description"), reading), more)
    price = ", ".join(filter(None, parts))
    text_ = ": ".join(filter(None, (named, price)))
    return f"{text_} ({' – '.join(days)})" if text_ and any(days) else text_


def accessibility_of(service: RawRecord, reading: Reading) -> str:
    """The accessibility of the service's locations, each statement once."""
    locations = (row(link.get("location")) for link in links_of(service))
    told_ = [told(entry, reading) for location in locations
             for entry in rows(location.get("accessibility"))]  # fmt: skip
    return "\n".join(dict.fromkeys(filter(None, told_)))
