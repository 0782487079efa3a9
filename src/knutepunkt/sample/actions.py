"""Takes the sample into the directory, on the road every source takes."""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings

from knutepunkt.collect.models import SourceKind
from knutepunkt.intake.flow import collect, silent
from knutepunkt.intake.report import Report
from knutepunkt.intake.request import Request
from knutepunkt.sample import GROUPS, SEED
from knutepunkt.sample.feeds import write_feed
from knutepunkt.sample.groups import records

SOURCE = "sample"


def load(
    groups: int = GROUPS, seed: int = SEED, progress: Callable[[int], None] = silent
) -> Report:
    """Take in ``groups`` groups and their organisations as the source "sample", all fictitious.

    Another number of groups or another seed changes the sample that is there: groups it no longer
    has are missing first and withdrawn when it is loaded once more. The same again writes nothing.
    ``progress`` gets the number of records read so far. Raises CollectError.
    """
    path = file_of_sample()
    write_feed("knutepunkt", records(groups, seed), path)
    request = Request(
        address=str(path),
        source=SOURCE,
        name="Oppdiktede eksempler",
        format="knutepunkt",
        kind=SourceKind.IMPORT,
        is_fictitious=True,
        is_accepted=True,
    )
    return collect(request, progress)


def file_of_sample() -> Path:
    """Where the sample's records are kept, so that they can be collected again like any source."""
    return Path(settings.DATA) / "files" / "sample.ndjson"
