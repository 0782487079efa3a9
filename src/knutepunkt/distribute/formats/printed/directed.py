"""Which way the texts of a page run, said outright: WeasyPrint knows ``dir="rtl"``, not "auto"."""

import re
import unicodedata
from html import unescape

AUTO = re.compile(r'dir="auto"([^>]*>)((?:<[^>]*>|[^<])*?)(?=</(?:h2|h3|p|div|bdi)>)')
TAG = re.compile(r"<[^>]*>")
BACKWARDS = {"R", "AL"}


def directed(page: str) -> str:
    """A page where each ``dir="auto"`` has become what a browser would make of it (HTML 3.2.6.4).

    >>> directed('<p dir="auto">Åpen</p><p dir="auto">«سلام» 22</p>')
    '<p dir="ltr">Åpen</p><p dir="rtl">«سلام» 22</p>'
    """
    return AUTO.sub(lambda met: f'dir="{direction_of(met[2])}"{met[1]}{met[2]}', page)


def direction_of(text: str) -> str:
    """The way of the first letter that has one; tags are passed over."""
    ways = map(unicodedata.bidirectional, unescape(TAG.sub("", text)))
    return "rtl" if next((way for way in ways if way in BACKWARDS | {"L"}), "L") != "L" else "ltr"
