"""Brings a source's files together: from the disk, or fetched into a folder."""

from pathlib import Path

from knutepunkt.collect import fetching
from knutepunkt.collect.limits import DEFAULT
from knutepunkt.collect.models import Source
from knutepunkt.collect.opened import Opened
from knutepunkt.collect.opening import opened
from knutepunkt.intake import quarantine
from knutepunkt.intake.request import Request
from knutepunkt.intake.sources import is_url


def brought(source: Source, folder: Path, request: Request) -> Opened:
    """The files of a source. Raises CollectError, or NotModified when a URL has nothing new.

    A URL is asked only for what changed since the last run that was taken in. Files beside a
    source are always brought, since the source may not know that they changed.
    """
    if request.kept_as:
        return quarantine.opened_again(request.kept_as)
    paths = []
    for number, address in enumerate([source.address, *source.beside]):
        if is_url(address):
            is_main = (
                number == 0 and not source.beside and bool(source.sha256) and not request.is_dry
            )
            paths.append(fetched(source, address, folder / f"fetched-{number}", is_main=is_main))
        else:
            paths.append(Path(address))
    return opened(paths, folder, DEFAULT)


def fetched(source: Source, address: str, folder: Path, *, is_main: bool) -> Path:
    """One fetched file; remembers what the server says to ask with next time."""
    folder.mkdir(parents=True)
    answer = fetching.fetch(
        address,
        folder,
        may_be_private=source.may_be_private,
        etag=source.etag if is_main else "",
        last_modified=source.last_modified if is_main else "",
    )
    if address == source.address:
        source.etag, source.last_modified = answer.etag[:300], answer.last_modified[:100]
    return answer.path
