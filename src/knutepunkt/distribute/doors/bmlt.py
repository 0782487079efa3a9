"""What a BMLT server answers under ``client_interface/json/``, read only.

Programs made for BMLT ask GetSearchResults, GetFormats, GetServiceBodies and GetServerInfo. As with
BMLT itself, a question that makes no sense has an empty list for an answer; so has one in free
text, which does not belong in an address.
"""

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from heapq import nsmallest
from itertools import dropwhile, islice
from pathlib import Path

import msgspec
from django.http import HttpRequest, HttpResponseBase, QueryDict, StreamingHttpResponse
from django.utils import timezone

from knutepunkt.distribute.api.exports import Export
from knutepunkt.distribute.doors.answering import (
    bytes_answer,
    cache_headers,
    is_known,
    not_modified,
    open_door,
)
from knutepunkt.distribute.doors.finished import Finished, finished
from knutepunkt.distribute.doors.wanted import Item, Wanted, wanted_in
from knutepunkt.distribute.exporting import frame_for
from knutepunkt.distribute.formats.base import Account, listed
from knutepunkt.distribute.formats.bmlt.answers import Server
from knutepunkt.distribute.formats.registry import format_named
from knutepunkt.distribute.published import Choice

JSON = "application/json"
NEAREST_MOST = 1000
# What asks for more at once is a whole export, of which few run at a time.
PAGE_MOST = 1000
MEETING = b'{"id_bigint"'
BODIES = b',"serviceBodies": ['
ENCODE = msgspec.json.Encoder().encode
DECODE = msgspec.json.Decoder(Item).decode
NATIVE = "nb"
VERSION = {"version": "3.0.0", "versionInt": "3000000", "changesPerMeeting": "0",
           "emailContactEnabled": "0", "nativeLang": NATIVE}  # fmt: skip


@open_door
def client_interface(request: HttpRequest) -> HttpResponseBase:
    """The list that ``switcher`` asks for."""
    switcher = request.GET.get("switcher", "")
    if switcher == "GetSearchResults" and "SearchString" not in request.GET:
        return search_results(request)
    return bytes_answer(request, ENCODE(list_of(switcher, request.GET)), JSON, None)


def list_of(switcher: str, asked: QueryDict) -> object:
    """A short list; an empty one for a name that is not known."""
    if switcher == "GetFormats":
        return formats(asked.get("lang_enum", ""))
    if switcher == "GetServiceBodies":
        return service_bodies(everything().path)
    return [server_info()] if switcher == "GetServerInfo" else []


def server_info() -> Item:
    """What the server is, and every language its formats have names in."""
    others = {one["lang"] for one in every_format()} - {NATIVE}
    return VERSION | {"langs": ",".join((NATIVE, *sorted(others)))}


def every_format() -> list[Item]:
    """The formats in every language."""
    return Server(frame_for(Choice()), Account()).formats()


def formats(language: str) -> list[Item]:
    """The formats in a language, the server's own when none is asked for.

    Each format that has no name in it has the one in the first language it has, the server's first.
    """
    wanted = (language or NATIVE, NATIVE, "en")
    by_id: dict[str, dict[str, Item]] = {}
    for one in every_format():
        by_id.setdefault(one["id"], {})[one["lang"]] = one
    return [
        next((told[tag] for tag in wanted if tag in told), told[min(told)])
        for told in by_id.values()
    ]


def everything() -> Finished:
    """The finished export, in which each meeting is a line."""
    return finished(format_named("bmlt"), Choice(), "nb", timezone.now())


def service_bodies(path: Path) -> list[msgspec.Raw]:
    """The last list of the finished export, of which each line is one."""
    with path.open("rb") as file:
        lines = dropwhile(lambda line: not line.startswith(BODIES), file)
        return [msgspec.Raw(line.rstrip().removesuffix(b",")) for line in lines if line[:1] == b"{"]


def search_results(request: HttpRequest) -> HttpResponseBase:
    """The meetings asked for, one after the other as they are found in the file."""
    try:
        wanted = wanted_in(request.GET)
    except (ValueError, OverflowError):
        return bytes_answer(request, b"[]", JSON, None)
    file = everything()
    asked = blake2b(request.GET.urlencode().encode(), digest_size=8).hexdigest()
    etag = f'{file.etag[:-1]}-{asked}"'
    headers = cache_headers(etag, file.modified)
    if is_known(request, etag, file.modified):
        return not_modified(headers)
    items = paged(chosen(meetings(file.path), wanted), wanted)
    if request.GET.get("get_used_formats") == "1":
        chunks = with_formats(items, wanted, request.GET.get("lang_enum", ""))
    else:
        chunks = listed(ENCODE(wanted.shown(item)) for item in items)
    pieces = chunks if 0 < wanted.size <= PAGE_MOST else Export(chunks)
    return StreamingHttpResponse(pieces, content_type=JSON, headers=headers)


def meetings(path: Path) -> Iterator[Item]:
    """Every meeting of the finished export."""
    with path.open("rb") as file:
        for line in file:
            if line.startswith(MEETING):
                yield DECODE(line.rstrip().removesuffix(b","))


def chosen(items: Iterable[Item], wanted: Wanted) -> Iterator[Item]:
    """The meetings that are asked for: within a radius, the nearest ones, or wherever."""
    fitting = (item for item in items if wanted.takes(item))
    if wanted.centre is None:
        return fitting
    if wanted.nearest:
        most = min(wanted.nearest, NEAREST_MOST)
        return iter(nsmallest(most, fitting, key=wanted.distance))
    return (item for item in fitting if wanted.distance(item) <= wanted.radius)


def paged(items: Iterator[Item], wanted: Wanted) -> Iterator[Item]:
    """One page; everything when no size is asked for."""
    if not wanted.size:
        return items
    start = (wanted.page - 1) * wanted.size
    return islice(items, start, start + wanted.size)


def with_formats(items: Iterable[Item], wanted: Wanted, language: str) -> Iterator[bytes]:
    """The meetings, and beside them the formats they use, whatever is shown of each."""
    used: set[str] = set()
    yield b'{"meetings": '
    yield from listed(ENCODE(wanted.shown(item)) for item in noted(items, used))
    told = [one for one in formats(language) if one["id"] in used]
    yield b', "formats": ' + ENCODE(told) + b"}"


def noted(items: Iterable[Item], used: set[str]) -> Iterator[Item]:
    """The meetings, with the formats they use remembered."""
    for item in items:
        used.update(item["format_shared_id_list"].split(","))
        yield item
