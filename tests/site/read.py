"""Reads a page as a person would: its words, its headings, its links."""

import re
from html.parser import HTMLParser

from django.http import HttpResponse

SPACES = re.compile(r"\s+")


class Page(HTMLParser):
    """What stands on a page. ``headings`` are (level, text); ``hidden`` the hidden fields."""

    def __init__(self, response: HttpResponse) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.scripts: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self.links: list[str] = []
        self.attributes: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.goes_on = False
        self.feed(response.content.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.attributes.append((tag, found))
        self.goes_on = tag == "bdi"
        if tag not in {"input", "link", "meta", "br"}:
            self.open.append(tag)
        if tag == "a":
            self.links.append(found.get("href", ""))
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append((int(tag[1]), ""))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass
        self.goes_on = tag == "bdi"

    def handle_data(self, data: str) -> None:
        if "script" in self.open:  # read by machines
            self.scripts.append(data)
            return
        data = data.replace("\N{WORD JOINER}", "")  # seen and heard by nobody
        if self.goes_on:  # a name within a sentence parts no words
            data = self.parts.pop() + data
        self.goes_on = False
        self.parts.append(data)
        if any(re.fullmatch(r"h[1-6]", tag) for tag in self.open):
            level, text = self.headings[-1]
            self.headings[-1] = (level, SPACES.sub(" ", text + data).strip())

    @property
    def text(self) -> str:
        return SPACES.sub(" ", " ".join(self.parts)).strip()

    def has(self, tag: str, **wanted: str) -> bool:
        return any(
            name == tag and all(found.get(key) == value for key, value in wanted.items())
            for name, found in self.attributes
        )

    @property
    def title(self) -> str:
        return self.text.partition(" – Knutepunkt")[0]


def page(response: HttpResponse) -> Page:
    return Page(response)
