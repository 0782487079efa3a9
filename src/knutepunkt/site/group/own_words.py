"""What groups and organisations say of themselves, as they wrote it, with who and when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.html import linebreaks
from django.utils.safestring import SafeString

from knutepunkt.distribute.published.texts import text
from knutepunkt.site import words
from knutepunkt.site.choices import language_named


@dataclass(frozen=True, slots=True)
class OwnWords:
    """One text in one language. ``language`` is a tag for the page, ``named`` its name in words,
    "" for one that nobody here knows by name. ``on`` is when it was written, as far as that is
    told, else ``read`` when it was first read here.
    """

    text: str
    language: str
    named: str
    by: str
    on: str
    read: str = ""

    @property
    def paragraphs(self) -> SafeString:
        """The text as HTML."""
        return paragraphs(self.text)


def paragraphs(text: str) -> SafeString:
    """A text as HTML, cut into paragraphs at empty lines; "" for none."""
    return SafeString(linebreaks(text, autoescape=True) if text else "")


def own_words(said: Iterable[dict[str, str]]) -> list[OwnWords]:
    """The texts, the one in the page's language first and the others as the source has them."""
    texts = [shown(one) for one in said if one.get("text")]
    return sorted(texts, key=lambda one: one.language != words.language())


def shown(said: dict[str, str]) -> OwnWords:
    """One text as the page has it."""
    tag, on = said.get("language", ""), said.get("on", "")
    read = "" if on else said.get("read", "")
    return OwnWords(
        text=text(said["text"]),
        language=tag,
        named=language_named(tag),
        by=said.get("by", ""),
        on=words.day(date.fromisoformat(on[:10])) if on else "",
        read=words.day(date.fromisoformat(read)) if read else "",
    )
