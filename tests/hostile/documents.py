"""JSON that is deep, cut off, wrongly encoded, wrapped, or not JSON at all."""

import json
from pathlib import Path

from tests.hostile.feeds import GOOD, as_json, feed, written

OWNER = "the feed's owner"


def deep_lists(folder: Path) -> Path:
    return written(folder, "deep.json", b"[" * 100_000)


def deep_objects(folder: Path) -> Path:
    return written(folder, "deep.json", b'{"records":' * 100_000 + b"1" + b"}" * 100_000)


def deep_inside_a_record(folder: Path) -> Path:
    deep = b"[" * 900 + b"]" * 900
    return written(folder, "feed.json", as_json(GOOD)[:-2] + b', "types": ' + deep + b"}]")


def number_of_5000_digits(folder: Path) -> Path:
    return written(folder, "feed.json", as_json(GOOD)[:-2] + b', "x": ' + b"9" * 5000 + b"}]")


def infinities(folder: Path) -> Path:
    text = as_json(GOOD)[:-2] + b', "latitude": 1e999, "longitude": NaN, "x": -Infinity}]'
    return written(folder, "feed.json", text)


def half_characters(folder: Path) -> Path:
    text = as_json(GOOD)[:-2] + rb', "notes": "a \ud800 b", "\udfff": "\udc00", "day": "\ud800"}]'
    return written(folder, "feed.json", text)


def zero_characters(folder: Path) -> Path:
    return feed(folder, name="Bå\0let", notes="a\0b", **{"k\0": "v\0"}, day="\0")


def byte_order_mark(folder: Path) -> Path:
    return written(folder, "feed.json", b"\xef\xbb\xbf" + as_json(GOOD))


def two_byte_order_marks(folder: Path) -> Path:
    return written(folder, "feed.json", b"\xef\xbb\xbf\xef\xbb\xbf" + as_json(GOOD))


def utf_16(folder: Path) -> Path:
    return written(folder, "feed.json", as_json(GOOD).decode().encode("utf-16"))


def utf_32(folder: Path) -> Path:
    return written(folder, "feed.json", as_json(GOOD).decode().encode("utf-32"))


def latin_1(folder: Path) -> Path:
    text = json.dumps(GOOD, ensure_ascii=False)
    return written(folder, "feed.json", text.encode("latin-1"))


def invalid_utf_8(folder: Path) -> Path:
    return written(folder, "feed.json", as_json(GOOD).replace(b"Storgata", b"Stor\xff\xfegata"))


def keys_twice(folder: Path) -> Path:
    return written(folder, "feed.json", as_json(GOOD)[:-2] + b', "name": "B", "name": "C"}]')


def text_of_a_million_letters(folder: Path) -> Path:
    return feed(folder, notes="x" * 1_000_000)


def name_of_a_million_letters(folder: Path) -> Path:
    return feed(folder, name="å" * 1_000_000)


def key_of_100_000_letters(folder: Path) -> Path:
    return feed(folder, **{"k" * 100_000: "v"})


def id_of_100_000_letters(folder: Path) -> Path:
    return feed(folder, slug="s" * 100_000)


def web_page(folder: Path) -> Path:
    return written(folder, "feed.json", b"<!DOCTYPE html><title>Not found</title>")


def nothing(folder: Path) -> Path:
    return written(folder, "feed.json", b"")


def only_spaces(folder: Path) -> Path:
    return written(folder, "feed.json", b" \n\t" * 1000)


def list_of_scalars(folder: Path) -> Path:
    return written(folder, "feed.json", b"[1, 2.5, true, null]")


def list_of_lists(folder: Path) -> Path:
    return written(folder, "feed.json", b"[[], [[]], [[[]]]]")


def list_of_nothing(folder: Path) -> Path:
    return written(folder, "feed.json", b"[null, null]")


def good_records_and_a_scalar(folder: Path) -> Path:
    return written(folder, "feed.json", as_json([*GOOD, 7]))


def text_in_text(folder: Path) -> Path:
    """JSON as a text in JSON, ten times over."""
    data = json.dumps(GOOD)
    for _ in range(10):
        data = json.dumps(data)
    return written(folder, "feed.json", data.encode())


def envelope_in_envelope(folder: Path) -> Path:
    value: object = GOOD
    for _ in range(50):
        value = {"body": value}
    return written(folder, "feed.json", as_json(value))


def envelopes_of_text(folder: Path) -> Path:
    value: object = GOOD
    for _ in range(8):
        value = {"body": json.dumps(value)}
    return written(folder, "feed.json", as_json(value))


def one_broken_line(folder: Path) -> Path:
    lines = [as_json(GOOD[0]), b'{"name": "B', as_json(GOOD[0])]
    return written(folder, "feed.ndjson", b"\n".join(lines))


def same_id_20_000_times(folder: Path) -> Path:
    record = {"slug": "a", "name": "", "day": 1, "types": []}
    return written(folder, "feed.json", as_json([record] * 20_000))


def million_types(folder: Path) -> Path:
    return feed(folder, types=["O", *map(str, range(1_000_000))])


def many_days(folder: Path) -> Path:
    return feed(folder, day=[1] * 100_000)


def many_wrong_days(folder: Path) -> Path:
    return feed(folder, day=["x"] * 100_000)


UNKNOWN = (
    "this looks like none of the formats we read (meeting-guide, bmlt, hsds, tsml, csv, xlsx, "
    "json-table, knutepunkt); you: name one with --format."
)
CASES = {
    deep_lists: f"deep.json is nested deeper than any feed needs; {OWNER}: send plain records.",
    deep_objects: f"deep.json is nested deeper than any feed needs; {OWNER}: send plain records.",
    deep_inside_a_record: (1, 1),
    number_of_5000_digits: f"feed.json is not valid JSON; {OWNER}: mend the file.",
    infinities: (1, 0),
    half_characters: (1, 1),
    zero_characters: (2, 1),
    byte_order_mark: (1, 0),
    two_byte_order_marks: f"feed.json is not valid JSON at line 1, column 1; {OWNER}: mend the "
    "file.",
    utf_16: (1, 0),
    utf_32: f"feed.json is not valid JSON at line 1, column 1; {OWNER}: mend the file.",
    latin_1: (1, 0),
    invalid_utf_8: (1, 0),
    keys_twice: (1, 0),
    text_of_a_million_letters: (2, 1),
    name_of_a_million_letters: (2, 1),
    key_of_100_000_letters: (2, 0),
    id_of_100_000_letters: (2, 0),
    web_page: f"feed.json is a web page, not JSON; {OWNER}: check what the address answers.",
    nothing: f"feed.json is empty; {OWNER}: check what the address answers.",
    only_spaces: f"feed.json is empty; {OWNER}: check what the address answers.",
    list_of_scalars: UNKNOWN,
    list_of_lists: UNKNOWN,
    list_of_nothing: UNKNOWN,
    good_records_and_a_scalar: (2, 1),
    text_in_text: UNKNOWN,
    envelope_in_envelope: (1, 0),
    envelopes_of_text: (1, 0),
    one_broken_line: f"feed.ndjson, line 2 ends in the middle of a record; {OWNER}: send the whole "
    "file.",
    same_id_20_000_times: (20_000, 20_000),
    million_types: (2, 1),
    many_days: (2, 0),
    many_wrong_days: (2, 1),
}
