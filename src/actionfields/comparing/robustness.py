"""Which findings rest on one source or one coder."""

from collections.abc import Callable

import numpy as np

from actionfields.field import Field
from actionfields.findings import Found, findings
from actionfields.measures import Robustness, leave_one_out
from actionfields.measures.leaving_out import Holds

COLUMNS = {"source": "source_id", "coder": "coder_id"}


def stand(field: Field) -> Holds:
    """Whether each finding's value is the expected one; None where rows to speak of it are gone.

    They are gone when the value differs and some table that the finding asks gives no row at all.
    An assessment (class C) is asked too: whether the rows that it cites are still there.
    """
    return {one.finding.finding_id: _stands(one) for one in findings(field)}


def _stands(one: Found) -> bool | None:
    if one.answer.value == one.expected:
        return True
    return False if all(one.answer.rows.values()) else None


def without_each_source(field: Field, holds: Callable[[Field], Holds] = stand) -> Robustness:
    """Answer the findings without each source in turn.

    A row with several sources stands without one of them. Only sources that rows rest on are left
    out; the coded text itself is one of them where rows name it. A finding whose expected value
    lists its sources changes with each of them; it falls only when no row is left.

    >>> import actionfields
    >>> found = without_each_source(actionfields.load("selvhjelp"))
    >>> "zeiner2014" in found.falls_with("FN17"), found.falls_with("FN21")
    (True, ())
    """
    return leave_one_out(field, used(field, "source"), Field.without_source, holds)


def without_each_coder(field: Field, holds: Callable[[Field], Holds] = stand) -> Robustness:
    """Answer the findings without each coder in turn; with one coder only, nothing is left then."""
    return leave_one_out(field, used(field, "coder"), Field.without_coder, holds)


def used(field: Field, what: str) -> list[str]:
    """The sources or coders that rows rest on, by name.

    >>> import actionfields
    >>> used(actionfields.load("selvhjelp"), "coder")
    ['first_coder']
    """
    found: set[str] = set()
    for table in field.tables.values():
        if COLUMNS[what] in table.stored and table.key != COLUMNS[what]:
            codes, values = table.coded(COLUMNS[what])
            for code in np.flatnonzero(np.bincount(codes)).tolist():
                value = values[code]
                found.update(value if isinstance(value, tuple) else (value,))
    return sorted(found - {""})
