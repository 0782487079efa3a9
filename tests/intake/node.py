"""A node of its own for tests that need real threads and a real file: run with a folder.

Prints what became of: all sources at once, one of them broken; two runs at once of a new source.
"""

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import django
from django.core.management import call_command

django.setup()
call_command("migrate", verbosity=0)

from knutepunkt.intake import every  # noqa: E402 - Django must be ready first
from tests.intake.feeds import Feed, many  # noqa: E402

FOLDER = Path(sys.argv[1])


def everything_at_once() -> list[dict[str, object]]:
    """Three known sources, one with more records, one with an error page, one the same."""
    feeds = [Feed(FOLDER / f"{name}.json", name) for name in ("first", "second", "third")]
    for feed in feeds:
        feed.collect(many(3))
    feeds[0].write(many(4))
    feeds[1].path.write_text("<html>Error 500</html>", encoding="utf-8")
    return [outcome.as_json() for outcome in every.collect_every()]


def twice_at_once() -> list[dict[str, object]]:
    """The same new source from two terminals."""
    feed = Feed(FOLDER / "new.json", "new")
    feed.write(many(3))
    with ThreadPoolExecutor() as pool:
        return [report.as_json() for report in pool.map(lambda _: feed.collect(), range(2))]


json.dump({"all": everything_at_once(), "twice": twice_at_once()}, sys.stdout)
