"""Single values that are absurd, endless, or aimed at the regular expressions that clean them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.hostile.feeds import as_json, feed, written

LONG = 60_000
Maker = Callable[[Path], Path]


def service(folder: Path, **schedule: object) -> Path:
    """An HSDS service with one schedule."""
    said = {"id": "s-1", "dtstart": "2026-01-05", "opens_at": "18:00"} | schedule
    organisation = {"id": "o-1", "name": "Eksempelgruppene", "description": "Oppdiktet."}
    body = {"id": "1", "name": "Bålet", "status": "active", "organization": organisation}
    return written(folder, "services.json", as_json([body | {"schedules": [said]}]))


def named(title: str, make: Callable[..., Path], /, **said: object) -> Maker:
    """A maker that shows its name in the test's."""
    maker = partial(make, **said)
    maker.__name__ = title  # type: ignore[attr-defined]
    return maker


RULES = {
    named("every_second", service, freq="SECONDLY"): (1, 0),
    named("every_minute", service, freq="MINUTELY", interval=1): (1, 0),
    named("count_of_a_billion", service, freq="DAILY", count=10**9): (1, 0),
    named("until_9999", service, freq="DAILY", until="9999-12-31"): (1, 0),
    named("odd_position", service, freq="DAILY", bysetpos="5"): (1, 0),
    named("never", service, freq="MONTHLY", bymonthday="30", bymonth="2"): (1, 0),
    named("day_99", service, freq="MONTHLY", bymonthday="99"): (1, 0),
    named("interval_0", service, freq="WEEKLY", interval=0, byday="MO"): (1, 0),
    named("interval_of_a_billion", service, freq="WEEKLY", interval=10**9, byday="MO"): (1, 0),
    named("year_0", service, freq="WEEKLY", byday="MO", dtstart="0000-01-01"): (1, 0),
    named("year_1", service, freq="DAILY", dtstart="0001-01-01"): (1, 0),
    named("year_99999", service, freq="WEEKLY", byday="MO", dtstart="99999-01-01"): (1, 0),
    named("long_days", service, freq="WEEKLY", byday="MO," * LONG): (1, 0),
    named("long_text", service, freq="", description="hver mandag " * LONG): (1, 1),
}
FIELDS = {
    named("time_99_99", feed, time="99:99"): (2, 0),
    named("day_of_nothing", feed, day=" " * LONG + "x"): (2, 1),
    named("point_of_nothing", feed, latitude=1e308, longitude="NaN"): (2, 0),
    named("commas_to_dial", feed, conference_phone="," * LONG): (2, 0),
    named("spaces_in_a_time", feed, time="7" + "\u2003" * LONG + "x"): (2, 0),
    named("tags_that_never_end", feed, notes="<a" * LONG): (2, 0),
    named("breaks_that_never_end", feed, notes="<br" * LONG): (2, 0),
    named("tags_in_tags", feed, notes="<div>" * 20_000 + "a"): (2, 0),
    named("accents_on_nothing", feed, notes="a" + "\u0301\u0323" * LONG): (2, 0),
    named("entity_of_many_digits", feed, notes="&#" + "1" * LONG + ";"): (2, 0),
    named("entities_in_entities", feed, notes="&amp;" * LONG): (2, 0),
    named("codes_in_an_address", feed, formatted_address="1234 a.-" * 10_000 + "!"): (2, 0),
    named("address_to_nowhere", feed, conference_url="x" * LONG): (2, 0),
    named("address_with_brackets", feed, conference_url="http://[" + "a" * LONG): (2, 0),
    named("address_that_runs", feed, conference_url="javascript:alert(1)"): (2, 0),
    named("address_that_is_data", feed, conference_url="data:text/html,<script>"): (2, 0),
    named("passwords", feed, notes="password: " * 10_000): (2, 0),
    named("pins", feed, notes="pin " + "a" * LONG): (2, 0),
    named("script", feed, notes="<script>a()</script><style>*{}</style><svg onload=x>"): (
        2,
        0,
    ),
    named("words_instead_of_lists", feed, types={"a": {"b": ["c"]}}, regions={"a": 1}): (2, 0),
    named("lists_instead_of_words", feed, name=["a", ["b"]], slug={"a": 1}, time=[1]): (2, 0),
    named("zone_of_nowhere", feed, timezone="../../etc/passwd"): (2, 0),
    named("controls_for_a_terminal", feed, day="\x1b]0;owned\x07"): (2, 1),
}
CASES = RULES | FIELDS
