"""Reads JSON feeds as they come: wrapped, enveloped, large, cut off, or not JSON at all."""

import codecs
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path

import msgspec

from knutepunkt.collect.encodings import encoding_of
from knutepunkt.collect.errors import CollectError

WHOLE_UP_TO = 16 * 1024 * 1024
CHUNK = 1024 * 1024
LIST_KEYS = ("records", "meetings", "contents", "items", "results", "data", "body", "value")
DECODER = json.JSONDecoder(strict=False)
LONGEST_TOKEN = 16  # "-Infinity", "\\ud83d\\ude00": what a chunk's end may cut in two
LOOKED_AT = 20
NO_RECORD = "no record"
ID = re.compile(r"\d{1,20}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
TOO_DEEP = "{name} is nested deeper than any feed needs; the feed's owner: send plain records."
INVALID = "{name} is not valid JSON after {count} records; the feed's owner: mend the file."
CUT_OFF = "{name} ends in the middle of a record; the feed's owner: send the whole file."


def text_of(path: Path) -> str:
    """The text of a file in UTF-8 (with or without BOM), UTF-16 or Latin-1."""
    data = path.read_bytes()
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def document(path: Path) -> object:
    """The parsed document. Raises CollectError with what is wrong and who must act."""
    return parsed(text_of(path), path.name)


def parsed(text: str, name: str) -> object:
    """The value of a JSON text; JSON that holds JSON as text is parsed again."""
    try:
        value = loaded(text)
        for _ in range(2):
            if isinstance(value, str) and value.lstrip()[:1] in ("[", "{"):
                value = loaded(value)
    except RecursionError:
        raise CollectError(TOO_DEEP.format(name=name)) from None
    except ValueError as error:
        raise CollectError(complaint(text, name, error)) from None
    return value


def loaded(text: str) -> object:
    """The value of a JSON text. The quicker parser is the stricter one, so what it refuses (NaN,
    half characters, bare line breaks) is read by the other, which also knows where a fault is."""
    try:
        return msgspec.json.decode(text)
    except (msgspec.MsgspecError, UnicodeEncodeError):
        return json.loads(text, strict=False)


def complaint(text: str, name: str, error: ValueError) -> str:
    """One sentence that tells a web page, a cut-off file and broken JSON apart."""
    start = text.lstrip()[:200].lower()
    if start.startswith("<"):
        return f"{name} is a web page, not JSON; the feed's owner: check what the address answers."
    if not start:
        return f"{name} is empty; the feed's owner: check what the address answers."
    if not isinstance(error, json.JSONDecodeError):
        return f"{name} is not valid JSON; the feed's owner: mend the file."
    if is_cut_off(text.rstrip(), error):
        return CUT_OFF.format(name=name)
    where = f"line {error.lineno}, column {error.colno}"
    return f"{name} is not valid JSON at {where}; the feed's owner: mend the file."


def is_cut_off(text: str, error: json.JSONDecodeError) -> bool:
    """Say whether JSON is only wrong because its end is missing, and not for a comma too many."""
    is_closed = text.endswith(("]", "}"))
    is_at_end = error.pos >= max(1, len(text) - (0 if is_closed else LONGEST_TOKEN))
    return is_at_end or (error.msg.startswith("Unterminated string") and not is_closed)


def records_in(value: object) -> list[object] | None:
    """The list of records in a document, with its wrappers opened; None when there is none."""
    if isinstance(value, list):
        return [unwrapped(item) for item in value]
    if isinstance(value, str) and value.lstrip()[:1] in ("[", "{"):
        return records_in(parsed(value, "the envelope's body"))
    if isinstance(value, Mapping):
        for key in LIST_KEYS:
            if isinstance(value.get(key), (list, dict, str)):
                found = records_in(value[key])
                if found is not None:
                    return found
        return records_by_id(value)
    return None


def records_by_id(value: Mapping[str, object]) -> list[object] | None:
    """The records of an object that lists them by id; None when its names or values are others.

    A record that does not tell its id gets the name it stands under.
    """
    if not value or not all(isinstance(item, Mapping) for item in value.values()):
        return None
    found = [{"id": name, **item} for name, item in value.items() if isinstance(item, Mapping)]
    is_by_id = all(ID.fullmatch(name) or item.get("slug") == name
                   for name, item in zip(value, found, strict=True))  # fmt: skip
    return [unwrapped(item) for item in found] if is_by_id else None


def objects(items: Iterable[object], name: str) -> Iterator[Mapping[str, object]]:
    """The items; one that is no object goes on under a name of its own and costs itself alone.

    Raises CollectError for a list that begins with nothing but such items.
    """
    stream = iter(items)
    first = list(islice(stream, LOOKED_AT))
    if first and not any(isinstance(item, Mapping) for item in first):
        raise CollectError(f"item 1 of {name} is no record; the feed's owner: send objects.")
    for item in chain(first, stream):
        yield item if isinstance(item, Mapping) else {NO_RECORD: item}


def unwrapped(item: object) -> object:
    """A record without the shell some tables put round it: ``{"id": …, "fields": {…}}``."""
    if isinstance(item, Mapping) and isinstance(item.get("fields"), Mapping):
        shell = {key: value for key, value in item.items() if key != "fields"}
        return {**shell, **item["fields"]}
    return item


def items(path: Path) -> Iterator[object]:
    """The records of a JSON file one by one; a large bare list is read piece by piece."""
    if path.stat().st_size > WHOLE_UP_TO and first_character(path) == "[":
        yield from (unwrapped(item) for item in streamed(path))
        return
    found = records_in(document(path))
    if found is None:
        raise CollectError(f"{path.name} holds no list of records; you: check that it is a feed.")
    yield from found


def first_character(path: Path) -> str:
    """The first character that is not a space or a byte order mark."""
    with path.open("rb") as file:
        return file.read(64).decode("utf-8-sig", errors="replace").lstrip()[:1]


def streamed(path: Path) -> Iterator[object]:
    """The elements of one large JSON list, in memory for about one chunk."""
    with path.open(encoding=encoding_of(path), errors="replace") as file:
        buffer, count, is_end = "", 0, False
        while not is_end and "[" not in buffer:
            more = file.read(CHUNK)
            buffer, is_end = buffer + more, not more
        position = buffer.find("[") + 1
        while True:
            position = after_separators(buffer, position)
            if buffer[position : position + 1] == "]":
                check_rest(buffer[position + 1 :] + file.read(CHUNK), path.name)
                return
            value, end = element(buffer, position, path.name, count, is_end=is_end)
            if end is None:
                # As much again as is waiting, so that a huge element is not begun too often.
                more = file.read(max(CHUNK, len(buffer) - position))
                buffer, position, is_end = buffer[position:] + more, 0, not more
                continue
            yield value
            position, count = end, count + 1


def element(
    buffer: str, position: int, name: str, count: int, *, is_end: bool
) -> tuple[object, int | None]:
    """The element at a position and where it ends; no end when it goes on in the next chunk."""
    try:
        value, end = DECODER.raw_decode(buffer, position)
    except RecursionError:
        raise CollectError(TOO_DEEP.format(name=name)) from None
    except ValueError as error:
        if is_end and position >= len(buffer):
            raise CollectError(CUT_OFF.format(name=name)) from None
        if is_end or not is_cut(buffer, error):
            raise CollectError(INVALID.format(name=name, count=count)) from None
        return None, None
    follows = after_spaces(buffer, end)
    if buffer[follows : follows + 1] in (",", "]") or (is_end and follows == len(buffer)):
        return value, end
    if is_end or (len(buffer) - end > LONGEST_TOKEN and follows < len(buffer)):
        raise CollectError(INVALID.format(name=name, count=count))
    return None, None


def is_cut(buffer: str, error: ValueError) -> bool:
    """Say whether JSON may only be wrong because the rest of it has not been read yet."""
    if not isinstance(error, json.JSONDecodeError):
        return False
    return error.msg.startswith("Unterminated string") or error.pos >= len(buffer) - LONGEST_TOKEN


def check_rest(rest: str, name: str) -> None:
    """Refuse what stands behind the end of a list: it would be lost."""
    if rest.strip():
        raise CollectError(f"{name} goes on behind its end; the feed's owner: send one list.")


def after_separators(text: str, position: int) -> int:
    """The position of the next character that is no space and no comma."""
    return after_spaces(text, position, " \t\r\n,")


def after_spaces(text: str, position: int, spaces: str = " \t\r\n") -> int:
    """The position of the next character that is none of these."""
    end = len(text)
    while position < end and text[position] in spaces:
        position += 1
    return position


def lines(path: Path) -> Iterator[object]:
    """The records of newline-delimited JSON."""
    with path.open(encoding=encoding_of(path), errors="replace") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                yield parsed(line, f"{path.name}, line {number}")
