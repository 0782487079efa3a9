"""Web addresses: only http and https ever reach a page."""

import re
from urllib.parse import urlsplit

from knutepunkt.collect.clean.secrets import link_without_secrets, without_secrets
from knutepunkt.collect.clean.text import one_line
from knutepunkt.collect.opened import Reading

BARE = re.compile(r"^[\w-]+(\.[\w-]+)+(/\S*)?$")
INSIDE = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
E_MAIL = re.compile(r"(?<![^\s@])[^\s@]*@\S*")
OWNER = "the feed's owner: write a whole web address that begins with https://"


def web_address(value: object, field: str, reading: Reading) -> str:
    """An http(s) address without secrets, or "" with an issue when it is something else."""
    text = one_line(value, reading)
    if not text:
        return ""
    if BARE.match(text) and "@" not in text:
        text = f"https://{text}"
    if not text.lower().startswith(("http://", "https://")) or " " in text:
        found = INSIDE.search(text)
        if found is None:
            reading.issue(field, shown(text), "this is not a web address; it was left out", OWNER)
            return ""
        text = found.group()
    return link_without_secrets(text, reading) if is_sound(text, field, reading) else ""


def is_sound(text: str, field: str, reading: Reading) -> bool:
    """Say whether the address can be parted into host and path."""
    try:
        if urlsplit(text).hostname:
            return True
    except ValueError:
        pass
    reading.issue(field, shown(text), "this web address has no host; it was left out", OWNER)
    return False


def shown(text: str) -> str:
    """What a report may show of a text: neither passwords nor e-mail addresses."""
    return E_MAIL.sub("…@…", without_secrets(text))
