"""What is coded in a project, of every kind: passages of text, pages, pictures, sound and film."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from actionfields.exchange.refi.counting import Counting, Passage, counting_of
from actionfields.exchange.refi.xml import Element, children, ident, name_of, target, text_of

KINDS = {
    "TextSource": "text",
    "PDFSource": "pdf",
    "PictureSource": "picture",
    "AudioSource": "audio",
    "VideoSource": "video",
}
# Selections that are no passage of a text, what they are called, and what says where they lie.
PLACES = {
    "PDFSelection": ("areas of PDF pages", ("page", "firstX", "firstY", "secondX", "secondY")),
    "PictureSelection": ("areas of pictures", ("firstX", "firstY", "secondX", "secondY")),
    "AudioSelection": ("stretches of sound", ("begin", "end")),
    "VideoSelection": ("stretches of film", ("begin", "end")),
    "TranscriptSelection": ("stretches of transcripts", ("fromSyncPoint", "toSyncPoint")),
}
# Where a source keeps a text: itself, the words of a PDF, the transcript of a film.
TEXTS = ("TextSource", "Representation", "Transcript", "TextDescription")


class Coded:
    """The codings of a project as plain rows, and a sentence for each thing that is special."""

    def __init__(
        self, codes: dict[str, dict[str, Any]], texts: dict[str, bytes], users: dict[str, str]
    ) -> None:
        self.codes, self.texts, self.users = codes, texts, users
        self.told: list[str] = []
        self.bare: Counter[str] = Counter()

    def rows(self, source: Element, key: str) -> Iterator[dict[str, Any]]:
        """Every coding in a source, with its words or its place."""
        for coding in children(source, "Coding"):
            self.bare["whole sources"] += 1
            yield self.row(coding, key) | {"kind": "whole source"}
        for holder in source.iter("{*}*"):
            if name_of(holder) in TEXTS:
                yield from self.passages(holder, key, source.get("name") or key)
            elif name_of(holder) in PLACES:
                yield from self.places(holder, key)

    def passages(self, holder: Element, key: str, label: str) -> Iterator[dict[str, Any]]:
        """The codings of passages of a text, with their words."""
        found = list(children(holder, "PlainTextSelection"))
        if not found:
            return
        text = text_in(holder, self.texts)
        if text is None:
            self.told.append(f"the text of «{label}» is not in the file.")
        spans = [span(one) for one in found]
        way = counting_of(text, spans) if text is not None else Counting()
        words = way.cut(text or "", spans)
        if way.told:
            self.told.append(f"«{label}» counts {way.told}; it is read so.")
        if text is not None and (outside := words.count(None)):
            self.told.append(f"{outside} passages lie outside the text of «{label}».")
        for one, place, said in zip(found, spans, words, strict=True):
            more = {"start": place.start, "end": place.end, "text": said or ""}
            yield from (self.row(coding, key) | more for coding in children(one, "Coding"))

    def places(self, one: Element, key: str) -> Iterator[dict[str, Any]]:
        """The codings of a selection that is no passage of a text, with its place."""
        called, names = PLACES[name_of(one)]
        self.bare[called] += 1
        more = {name: one.get(name) for name in names if one.get(name)}
        for coding in children(one, "Coding"):
            yield self.row(coding, key) | {"kind": name_of(one), **more}

    def row(self, coding: Element, key: str) -> dict[str, Any]:
        """A coding: the source, the code and who coded."""
        code = self.codes.get(target(coding, "CodeRef"), {}).get("code", "")
        coder = self.users.get(ident(coding.get("creatingUser")))
        return {"source_id": key, "category": code} | ({"coder": coder} if coder else {})

    def losses(self) -> Iterator[str]:
        """A sentence for each thing that is special, and for each kind that has no words."""
        yield from self.told
        for called, count in self.bare.items():
            yield f"{count} {called} are selected; they have no words here, only their place."


def span(one: Element) -> Passage:
    """Where a passage begins and ends; its words, where its name or description says them."""
    start, end = (one.get(name) or "" for name in ("startPosition", "endPosition"))
    said = (text_of(one, "Description") or one.get("name") or "").strip()
    # Tools cut long names; what is cut tells where the passage begins and not where it ends.
    said = "" if said.endswith(("…", "...")) else said
    if not (start.isdecimal() and end.isdecimal()):
        return Passage(0, -1, said)
    return Passage(int(start), int(end), said)


def text_in(source: Element, texts: dict[str, bytes]) -> str | None:
    """The text of a source; None when it names a file that is not there."""
    named = (source.get("plainTextPath") or "").replace("\\", "/")
    path = named.rpartition("/")[2].lower()
    if path in texts:
        return texts[path].decode("utf-8-sig", "replace")
    content = text_of(source, "PlainTextContent")
    return None if named and not content else content
