"""Fetches a feed: public addresses only, little data, little time, every redirect checked anew."""

import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import httpx
from django.conf import settings
from django.utils.http import parse_http_date_safe

from knutepunkt.collect.errors import Busy, CollectError, Forgotten, Unread
from knutepunkt.collect.guard import GuardedTransport, Refused, TooSlow
from knutepunkt.collect.limits import DEFAULT, MEBIBYTE, Limits
from knutepunkt.collect.unpacking import plain_pieces

REDIRECTS = 3
A_WHILE = 5.0
PROBLEM = "application/problem+json"
TIMEOUT = httpx.Timeout(10.0, read=20.0)


class NotModified(Exception):  # noqa: N818 - it is an answer
    """The server says that nothing changed since last time."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A fetched body on disk, and what to ask with next time."""

    path: Path
    etag: str
    last_modified: str


def fetch(
    url: str,
    folder: Path,
    *,
    may_be_private: bool = False,
    etag: str = "",
    last_modified: str = "",
    limits: Limits = DEFAULT,
) -> Answer:
    """Fetch a URL into a folder.

    ``may_be_private`` trusts the URL's own host, wherever it lies, and no other that it redirects
    to. Raises NotModified, or CollectError with a sentence that says who must act.
    """
    headers = {"User-Agent": "Knutepunkt", "Accept-Encoding": "gzip, identity"}
    headers |= {"If-None-Match": etag} if etag else {}
    headers |= {"If-Modified-Since": last_modified} if last_modified else {}
    trusted = {host.lower() for host in settings.KNUTEPUNKT_ALLOW_HOSTS}
    try:
        trusted |= {httpx.URL(url).raw_host.decode("ascii")} if may_be_private else set()
        transport = GuardedTransport(frozenset(trusted), time.monotonic() + limits.fetch_seconds)
        with httpx.Client(transport=transport, timeout=TIMEOUT, trust_env=False) as client:
            return followed(client, url, headers, folder, limits)
    except Refused as refusal:
        raise CollectError(str(refusal)) from None
    except TooSlow:
        raise CollectError(f"{host_of(url)} takes longer than {limits.fetch_seconds:.0f} seconds; "
                           "you: try again later, or ask the feed's owner.") from None  # fmt: skip
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise CollectError(
            f"{host_of(url)} could not be fetched ({type(error).__name__}); you: check the address "
            "and the network, or ask the feed's owner."
        ) from None


def followed(
    client: httpx.Client, url: str, headers: dict[str, str], folder: Path, limits: Limits
) -> Answer:
    """The answer after at most ``REDIRECTS`` redirects; each address is checked like the first."""
    for _ in range(REDIRECTS + 1):
        with client.stream("GET", url, headers=headers) as response:
            if response.has_redirect_location:
                url = urljoin(url, response.headers.get("location", ""))
                continue
            check_status(response, url, may_be_same="If-None-Match" in headers
                         or "If-Modified-Since" in headers)  # fmt: skip
            path = folder / name_for(url, response.headers.get("content-type", ""))
            store(response, path, limits.body, host_of(url))
            etag = response.headers.get("etag", "")
            return Answer(path, etag, response.headers.get("last-modified", ""))
    raise CollectError(
        f"{host_of(url)} redirects more than {REDIRECTS} times; the feed's owner: give one address."
    )


def check_status(response: httpx.Response, url: str, *, may_be_same: bool) -> None:
    """Tell a feed that did not change, is closed, is gone, or is broken for now."""
    status, host = response.status_code, host_of(url)
    if status == 304 and may_be_same:
        raise NotModified
    if status in (401, 403):
        raise CollectError(f"{host} refuses to show the feed ({status}); you: ask the feed's owner "
                           "for access.")  # fmt: skip
    if status in (404, 410):
        kind = Forgotten if status == 410 else CollectError
        raise kind(f"{host} has no feed there ({status}); you: check the address.")
    if status in (429, 503):
        raise Busy(f"{host} has too much to do ({status}); you: try again later.",
                   wait_asked_for(response.headers.get("retry-after", "")))  # fmt: skip
    if status != 200:
        is_problem = response.headers.get("content-type", "").startswith(PROBLEM)
        kind = Unread if status == 400 and is_problem else CollectError
        raise kind(f"{host} answers with an error ({status}); the feed's owner: check the feed. "
                   "You: try again later.")  # fmt: skip


def wait_asked_for(said: str) -> float:
    """The seconds of a ``Retry-After``, a number or a date (RFC 9110); a few when it says none."""
    if re.fullmatch(r"\s*[0-9]{1,9}\s*", said):
        return float(said)
    if (moment := parse_http_date_safe(said)) is not None:
        return max(0.0, moment - time.time())
    return A_WHILE


def store(response: httpx.Response, path: Path, most: int, host: str) -> None:
    """Write the body, counted as it comes and as it unpacks."""
    counted = within(response.iter_raw(), most)
    encoding = response.headers.get("content-encoding", "")
    with path.open("wb") as file:
        for piece in within(plain_pieces(counted, encoding, host), most):
            file.write(piece)


def within(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    """The pieces as they come; raises CollectError when they are more than ``most`` bytes."""
    count = 0
    for piece in pieces:
        count += len(piece)
        if count > most:
            raise CollectError(f"the feed is larger than {most // MEBIBYTE} MiB; you: fetch it "
                               "yourself and collect the file.")  # fmt: skip
        yield piece


def host_of(url: str) -> str:
    """The host of a URL for messages: never the path or the query, which may hold keys."""
    try:
        return urlsplit(url).hostname or "the address"
    except ValueError:
        return "the address"


def name_for(url: str, content_type: str) -> str:
    """A file name whose ending tells what it is, as far as the server does."""
    last = re.sub(r"[^\w.-]", "_", Path(urlsplit(url).path).name)[-60:].lstrip(".")
    kind = content_type.partition(";")[0].strip().lower()
    endings = {"text/csv": ".csv", "application/json": ".json", "application/zip": ".zip"}
    if "." in last:
        return last
    return (last or "feed") + endings.get(kind, "")
