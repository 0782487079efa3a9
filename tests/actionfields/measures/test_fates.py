from actionfields.measures.fates import Measure, fates, timeline
from actionfields.measures.refusals import Refused


def test_a_share_is_of_those_whose_fate_is_known() -> None:
    names = ("kept", "kept", "kept", "ended", "ended", "unknown")
    rows = [Measure(str(place), "plan", None, fate) for place, fate in enumerate(names)]

    found = {one.fate: one.share for one in fates(rows)}

    assert found == {"kept": 3 / 5, "ended": 2 / 5, "unknown": Refused.because("absent")}


def test_few_measures_are_listed_without_shares() -> None:
    [one] = fates([Measure("grants", "plan", 2005, "ended", 2009)])

    assert one.share == Refused.because("few_measures", count=1, least=5)


def test_an_empty_fate_is_unknown() -> None:
    [one] = fates([Measure("grants", "plan", 2005, "")])

    assert one.fate == "unknown"


def test_plans_are_kept_apart() -> None:
    rows = [Measure("a", "old", None, "kept"), Measure("b", "new", None, "kept")]

    assert [(one.plan, len(one.measures)) for one in fates(rows)] == [("old", 1), ("new", 1)]


def test_a_timeline_runs_by_year_and_ends_with_the_undated() -> None:
    rows = [
        Measure("hub", "plan", None, "toned_down"),
        Measure("grants", "plan", 2005, "ended", 2009),
        Measure("group", "plan", None, "ended", 2008),
    ]

    assert timeline(rows) == [
        (2005, "begins", "grants"),
        (2008, "ended", "group"),
        (2009, "ended", "grants"),
        (None, "toned_down", "hub"),
    ]
