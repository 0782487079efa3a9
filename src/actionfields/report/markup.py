"""Markup as values: an element is a text that is known to be safe, everything else is escaped."""

from collections.abc import Iterable
from html import escape
from typing import TypeAlias, Union

VOID = {"meta", "col", "br", "hr"}
# What neither HTML nor XML can hold; a text copied out of a PDF may have them.
UNWRITABLE = {code: None for code in range(32) if chr(code) not in "\t\n\r"}


class Html(str):
    """A text that is markup already."""

    __slots__ = ()


Part: TypeAlias = Union[str, int, Iterable["Part"], None]  # noqa: UP007 - | knows no forward name


def html(tag: str, *parts: Part, **attributes: str | float | bool | None) -> Html:
    """An element; a trailing _ is dropped from an attribute's name and others become hyphens.

    >>> html("p", "a < b", class_="note")
    '<p class="note">a &lt; b</p>'
    """
    said = "".join(map(attribute, attributes.items()))
    if tag in VOID:
        return Html(f"<{tag}{said}>")
    return Html(f"<{tag}{said}>{joined(*parts)}</{tag}>")


def attribute(pair: tuple[str, str | float | bool | None]) -> str:
    """One attribute with a blank before it; nothing for None and False."""
    name, value = pair
    name = name.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    if value is True:
        return f" {name}"
    return f' {name}="{escape(str(value).translate(UNWRITABLE))}"'


def joined(*parts: Part) -> Html:
    """Parts one after the other; whatever is not markup is escaped."""
    return Html("".join(map(safe, parts)))


def safe(part: Part) -> str:
    """One part as markup."""
    if isinstance(part, Html):
        return part
    if part is None:
        return ""
    if isinstance(part, (str, int)):
        return escape(str(part).translate(UNWRITABLE), quote=False)
    return joined(*part)


def between(parts: Iterable[Part], separator: Part = ", ") -> Html:
    """Parts with something between them."""
    found = [one for one in parts if one not in (None, "")]
    return joined(*(joined(separator if place else None, one) for place, one in enumerate(found)))
