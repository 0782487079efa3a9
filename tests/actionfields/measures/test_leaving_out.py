from actionfields.measures.leaving_out import Flip, Holds, leave_one_out

Data = dict[str, set[str]]
SAID: Data = {"interview": {"neutrality"}, "report": {"neutrality", "grants"}, "web": set()}


def without(data: Data, name: str) -> Data:
    return {one: said for one, said in data.items() if one != name}


def holds(data: Data) -> Holds:
    heard = set().union(*data.values())
    return {"neutrality": "neutrality" in heard, "grants": True if "grants" in heard else None}


def test_a_finding_with_two_sources_stands_without_either() -> None:
    found = leave_one_out(SAID, SAID, without, holds)

    assert found.standing == ("neutrality",)


def test_a_finding_with_one_source_falls_with_it() -> None:
    found = leave_one_out(SAID, SAID, without, holds)

    assert found.flips == (Flip("grants", "report", True, None),)
    assert found.rests_on("grants") == ("report",)


def test_a_finding_that_vanishes_has_flipped() -> None:
    found = leave_one_out(SAID, ["web"], without, lambda data: {"x": True} if "web" in data else {})

    assert found.flips == (Flip("x", "web", True, None),)


def test_nothing_to_leave_out_flips_nothing() -> None:
    found = leave_one_out(SAID, [], without, holds)

    assert (found.left_out, found.flips) == ((), ())
