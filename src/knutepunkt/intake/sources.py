"""Finds or registers the source a request is about."""

import re
from hashlib import blake2b
from pathlib import Path
from urllib.parse import urlsplit

from django.utils.text import slugify

from knutepunkt.collect.clean.zones import zone_named
from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.models import Source, SourceKind
from knutepunkt.collect.opening import check_name
from knutepunkt.collect.registry import BY_NAME
from knutepunkt.intake.request import Request

LONGEST_ID = 80
CHANGES = "/api/changes"
SCHEME = re.compile(r"[a-z][a-z0-9+.-]+://|data:", re.IGNORECASE)


def source_for(request: Request) -> Source:
    """The source of a request with what the request says about it; unsaved when it is new.

    A source is known by the id the user gives, else by its address. Raises CollectError.
    """
    address = normal(request.address) if request.address else ""
    if request.is_node:
        address = node_address(address)
    source = known_source(request, address)
    if request.format and request.format not in BY_NAME:
        raise CollectError(f"there is no format “{request.format}”; you: choose among "
                           f"{', '.join(BY_NAME)}.")  # fmt: skip
    if request.timezone and zone_named(request.timezone) is None:
        raise CollectError(f"there is no time zone “{request.timezone}”; you: write an IANA name "
                           "such as Europe/Oslo.")  # fmt: skip
    before = said_of(source)
    source.address = address or source.address
    source.format = request.format or source.format
    source.timezone = zone_named(request.timezone) or source.timezone
    source.organisation = request.organisation or source.organisation
    source.mapping = dict(request.mapping) or source.mapping
    source.beside = [normal(path) for path in request.beside] or source.beside
    source.is_node = request.is_node or source.is_node
    source.may_be_private = request.may_be_private or source.may_be_private
    source.is_fictitious = request.is_fictitious or source.is_fictitious
    source.kind = request.kind or source.kind or kind_of(source)
    source.name = request.name or source.organisation or source.name or name_of(address)
    if said_of(source) != before:
        source.sha256 = ""  # the same bytes now say something else
    return source


def node_address(address: str) -> str:
    """Where the node at an address tells of its changes. Raises CollectError for no web address."""
    if not is_url(address):
        raise CollectError("a node is followed at its web address; you: give one that begins with "
                           "https://.")  # fmt: skip
    parts = urlsplit(address)
    path = parts.path.rstrip("/").removesuffix(CHANGES)
    return parts._replace(path=path + CHANGES, query="", fragment="").geturl()


def said_of(source: Source) -> tuple[object, ...]:
    """What the user said that decides how a source's bytes are found and read."""
    return (
        source.address, source.format, source.timezone, source.organisation, source.mapping,
        source.beside,
    )  # fmt: skip


def known_source(request: Request, address: str) -> Source:
    """The registered source, or a new one with an id that is free."""
    if request.source:
        id_ = slugify(request.source)[:LONGEST_ID].rstrip("-")
        if not id_:
            raise CollectError("a source's id needs letters or digits; you: choose another.")
        return Source.objects.filter(pk=id_).first() or Source(id=id_, name=request.source)
    found = Source.objects.filter(address=address).exclude(address="").first()
    return found or Source(id=free_id(address))


def free_id(address: str) -> str:
    """An id made of the file's or host's name; with a few digits more when it is taken."""
    stem = slugify(name_of(address))[:60] or "source"
    if not Source.objects.filter(pk=stem).exists():
        return stem
    return f"{stem}-{blake2b(address.encode(), digest_size=4).hexdigest()}"


def name_of(address: str) -> str:
    """A name for people: the host of a URL, the stem of a file."""
    if is_url(address):
        return urlsplit(address).hostname or address
    return Path(address).name.partition(".")[0] or address


def normal(address: str) -> str:
    """A URL as it is; a path made whole, so that it means the same from anywhere.

    Raises CollectError for a path that cannot be kept, and for an address that is not fetched.
    """
    check_name(address)
    if (found := SCHEME.match(address)) and not is_url(address):
        raise CollectError(f"addresses that begin with {found.group()} are not read; you: give an "
                           "http or https address, a file, a folder or a zip.")  # fmt: skip
    return address if is_url(address) else str(Path(address).expanduser().resolve())


def is_url(address: str) -> bool:
    """Say whether an address is fetched from the network."""
    return address.lower().startswith(("http://", "https://"))


def kind_of(source: Source) -> str:
    """A feed somebody names an organisation for is that organisation's; a URL collects others'."""
    if source.organisation:
        return SourceKind.ORGANISATION
    return SourceKind.AGGREGATOR if is_url(source.address) else SourceKind.IMPORT
