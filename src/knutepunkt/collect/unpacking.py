"""Unpacks a fetched body in small pieces: nothing in it can grow faster than it is counted."""

import zlib
from collections.abc import Iterable, Iterator

from knutepunkt.collect.errors import CollectError

PIECE = 64 * 1024
ANY_GZIP = zlib.MAX_WBITS | 16


def plain_pieces(pieces: Iterable[bytes], encoding: str, host: str) -> Iterator[bytes]:
    """The body without its packing, in pieces of at most 64 KiB; only gzip is asked for.

    Raises CollectError for any other packing, or one that is broken.
    """
    kind = encoding.strip().lower()
    if kind in ("", "identity"):
        yield from pieces
        return
    if kind not in ("gzip", "x-gzip"):
        raise CollectError(f"{host} packs the feed in a way nobody asked for; the feed's owner: "
                           "send it plain or as gzip.")  # fmt: skip
    unpacker = zlib.decompressobj(ANY_GZIP)
    try:
        for packed in pieces:
            while packed and not unpacker.eof:
                yield unpacker.decompress(packed, PIECE)
                packed = unpacker.unconsumed_tail
    except zlib.error:
        raise broken(host) from None
    if not unpacker.eof:
        raise broken(host)


def broken(host: str) -> CollectError:
    """The sentence for a body that does not unpack."""
    return CollectError(f"{host} sends a broken gzip; the feed's owner: check the feed.")
