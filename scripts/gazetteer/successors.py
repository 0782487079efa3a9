"""What became of codes and names that are no longer in use."""

from gazetteer.tables import Row, by_hand


def former(present: set[str]) -> list[Row]:
    """Every former code or name with the present codes of its area, the largest part first.

    The table of changes says only what each code became at one reform; chains such as
    1601 → 5001 or 0713 → 3802 → 3903 are followed here to the codes of today.
    """
    changes = {row["code"]: row for row in by_hand("changes")}
    rows = [
        _row(row["code"], row["name"], "municipality", _today(row["next"], changes, present), row)
        for row in changes.values()
    ]
    rows += [
        _named(row, "municipality", _today(row["present"], changes, present))
        for row in by_hand("earlier_names")
    ]
    return rows + [_named(row, "county", row["present"]) for row in by_hand("former_counties")]


def _today(codes: str, changes: dict[str, Row], present: set[str]) -> str:
    found: dict[str, None] = {}
    for code in codes.split("|"):
        later = code if code in present else _today(changes[code]["next"], changes, present)
        found.update(dict.fromkeys(later.split("|")))
    return "|".join(found)


def _row(code: str, name: str, kind: str, present: str, change: Row) -> Row:
    until = str(int(change["year"]) - 1)
    return {"kind": kind, "code": code, "name": name, "present": present, "until": until}


def _named(row: Row, kind: str, present: str) -> Row:
    code = row.get("code", "")
    return {
        "kind": kind,
        "code": code,
        "name": row["name"],
        "present": present,
        "until": row["until"],
    }
