"""Knows the answers of a BMLT server and parts them into meetings."""

from collections.abc import Iterable, Iterator

from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.formats.base import Sample
from knutepunkt.collect.formats.bmlt.answers import (
    BODIES,
    EMPTY,
    FORMATS,
    MEETINGS,
    answers,
    kind_of,
    kind_of_list,
    lists_in,
)
from knutepunkt.collect.formats.bmlt.joining import Beside
from knutepunkt.collect.json_reading import NO_RECORD
from knutepunkt.collect.opened import Opened, Options, RawRecord

WEAK = ("", "field names")
BESIDE = (FORMATS, BODIES)


def reason(samples: tuple[Sample, ...]) -> str:
    """Why the files look like a BMLT server's: meetings, or else another answer of its."""
    kinds = [kind for sample in samples for kind in kinds_in(sample)]
    if MEETINGS in kinds:
        return "records have id_bigint, weekday_tinyint or another name that only BMLT uses"
    known = [kind for kind in kinds if kind not in WEAK]
    return f"a BMLT server's list of {known[0]}" if known else ""


def kinds_in(sample: Sample) -> list[str]:
    """What the lists of one file hold."""
    if sample.top is not None:
        return [kind_of_list(items) for items in lists_in(sample.top)]
    return [kind_of(record) for record in sample.records]


def records(opened: Opened, options: Options) -> Iterator[RawRecord]:
    """Every meeting, joined with the formats and the service body it names.

    The files are read twice: first for what lies beside the meetings, then for the meetings.
    Raises CollectError when there are lists, but none of meetings.
    """
    del options
    beside, seen = Beside(), dict[str, str]()
    for name, (kind, items) in answers(opened.files):
        seen.setdefault(kind, name)
        take_in(beside, kind, items)
    if seen and not seen.keys() & {MEETINGS, EMPTY}:
        raise CollectError(alone(*next(iter(seen.items()))))
    for _, (kind, items) in answers(opened.files):
        if kind == MEETINGS:
            yield from map(beside.joined, items)


def take_in(beside: Beside, kind: str, items: Iterable[RawRecord]) -> None:
    """Remember what a list says about other lists."""
    for item in items:
        if NO_RECORD in item:
            continue
        if kind == MEETINGS:
            beside.add_root(item)
        elif kind == FORMATS:
            beside.add_format(item)
        elif kind == BODIES:
            beside.add_body(item)


def alone(kind: str, name: str) -> str:
    """The sentence for a source without any meetings."""
    if kind in BESIDE:
        return f"{name} is a list of {kind}; you: give it beside the meetings with --beside."
    return f"{name} is a list of {kind}, not of meetings; you: give the server's GetSearchResults."
