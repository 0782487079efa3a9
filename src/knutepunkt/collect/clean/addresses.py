"""Addresses on one line: the country they end with and a Norwegian postal code inside."""

import re

COUNTRIES = {
    "NO": "norway norge noreg norga", "SE": "sweden sverige", "DK": "denmark danmark",
    "FI": "finland suomi", "DE": "germany deutschland", "GB": "uk united-kingdom england scotland "
    "wales northern-ireland great-britain gb", "IE": "ireland éire", "US": "usa us united-states "
    "united-states-of-america", "CA": "canada", "AU": "australia", "NZ": "new-zealand",
    "FR": "france", "ES": "spain españa", "IT": "italy italia", "NL": "netherlands nederland",
    "PL": "poland polska", "IS": "iceland ísland", "MX": "mexico méxico", "CH": "switzerland "
    "schweiz suisse", "AT": "austria österreich", "IN": "india", "ZA": "south-africa",
}  # fmt: skip
ENDING = 300  # letters of an address in which its postal code is looked for
BY_NAME = {name: code for code, names in COUNTRIES.items() for name in names.split()}
NATIONS = {"england", "scotland", "wales", "northern ireland"}  # kept as the widest region
NORWEGIAN_CODE = re.compile(
    r"(?:^|[,\s])(?:N-|NO-)?(\d{4})\s+([A-ZÆØÅa-zæøåá][\w .\-]+?)\s*(?:,|$)"
)


def country_named(text: str) -> str:
    """The ISO code of a country's name or code; the text itself when it is not known."""
    return BY_NAME.get(text.strip().lower().replace(" ", "-").replace(".", ""), text.strip())


def nation_named(text: str) -> str:
    """The nation of the United Kingdom that a text names in place of a country, else ""."""
    return text.strip() if text.strip().lower() in NATIONS else ""


def country_at_end(address: str) -> str:
    """The ISO code of the country an address ends with, or ""."""
    return BY_NAME.get(address.rpartition(",")[2].strip().lower().replace(" ", "-"), "")


def norwegian_postal_code(address: str) -> tuple[str, str]:
    """The four digits and the post town in a Norwegian address, or two empty texts."""
    found = NORWEGIAN_CODE.findall(address[-ENDING:])
    return (found[-1][0], found[-1][1].strip()) if found else ("", "")


def joined(*parts: str) -> str:
    """The parts that say something, each once, with commas between."""
    return ", ".join(dict.fromkeys(part for part in parts if part))
