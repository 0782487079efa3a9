"""A segment as columns again, to be joined with others."""

import json

import numpy as np

from knutepunkt.search.index.columns import Columns, Rule, Slot
from knutepunkt.search.index.postings import LEVELS
from knutepunkt.search.index.segment import Segment
from knutepunkt.search.index.storage import Array

DOCS = ("pk", "spin", "content", "confirmed", "is_open", "row_count", "values")
ROWS = ("when", "latitude", "longitude", "municipality", "county", "formats", "is_held")


def reopened(segment: Segment) -> tuple[Columns, Array]:
    """What a merge reads, and the numbers of the groups that live on."""
    arrays, postings = segment.arrays, segment.postings
    listed = np.repeat(np.arange(len(postings)), np.diff(arrays["token_lists"]))
    rules = [as_rule(row) for row in json.loads(arrays["rules"].tobytes())]
    slots: list[Slot] = [(s, z) for s, z in json.loads(arrays["slots"].tobytes())]
    columns = Columns(
        docs={name: arrays[name] for name in DOCS},
        rows={name: arrays[name] for name in ROWS},
        names=segment.names,
        items=segment.packed_items,
        values=segment.values,
        rules=rules,
        slots=slots,
        when_rule=arrays["when_rule"],
        when_slot=arrays["when_slot"],
        tokens=postings.tokens(),
        keys=listed.astype(np.int64) * LEVELS + arrays["list_level"],
        counts=arrays["list_count"].astype(np.int64),
        flat=postings.flat,
        groups_begun=(segment.group_keys, arrays["begun_groups"]),
        owners_begun=(segment.owner_keys, arrays["begun_owners"]),
        let_go=segment.stored.let_go,
    )
    is_live = np.ones(segment.size, bool) if segment.is_live is None else segment.is_live
    return columns, np.flatnonzero(is_live)


def as_rule(row: list[object]) -> Rule:
    """A rule as columns have it."""
    rrule, first_on, last_on, except_on, also_on, zone = row
    return rrule, first_on, last_on, tuple(except_on), tuple(also_on), zone  # type: ignore[return-value, arg-type]
