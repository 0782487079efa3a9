"""What a result shows of a group, packed with what all such texts have in common."""

import threading
from typing import Any

import msgspec
from zstandard import (
    DICT_TYPE_RAWCONTENT,
    ZstdCompressionDict,
    ZstdCompressor,
    ZstdDecompressor,
)

# Parts that items share, the commonest last; to change it is a new version of the index.
SHARED = (
    b'{"id":"-4-8-9-a-b","name":"Gruppe for ","organisation":"Foreningen ","organisation_id":'
    b'"themes":[{"nb":"","nn":"","en":"","se":""},'
    b'"timezone":"America/New_York","timezone":"Europe/London","timezone":"Europe/Stockholm",'
    b'"state":"waiting-list","state":"forming","state":"full","state":"paused","state":"closed",'
    b'"mode":"hybrid","mode":"online","mode":"in-person","place":"Frivilligsentralen, '
    b'"Biblioteket, "municipality":"Oslo","municipality":"Bergen","municipality":"Trondheim",'
    b'"first_on":"2025-08-","last_on":"2026-06-","except_on":["2026-12-24","2026-12-31"],'
    b'"rrule":"FREQ=MONTHLY;BYDAY=1","rrule":"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO","except_on":[],'
    b'"also_on":[],"meetings":[{"name":"","rrule":"FREQ=WEEKLY;BYDAY=TU","first_on":null,'
    b'"last_on":null,"start":"18:00","minutes":120,"timezone":"Europe/Oslo","except_on":[],'
    b'"also_on":[],"mode":"in-person","state":"active","place":"","municipality":"","point":[59.,'
    b'10.],"point":null,"is_area":false}],"state":"active","mode":"in-person","confirmed_on":"2026-'
    b'"confirmed_on":null,"updated_on":"2026-","is_fictitious":true}'
)
# The fastest that still finds what items share; it unpacks four times as fast as the next.
LEVEL = -1
DECODE = msgspec.json.Decoder(dict[str, Any]).decode


class Packing(threading.local):
    """What packs and unpacks; a thread may not use that of another."""

    def __init__(self) -> None:
        shared = ZstdCompressionDict(SHARED, dict_type=DICT_TYPE_RAWCONTENT)
        shared.precompute_compress(level=LEVEL)
        packer = ZstdCompressor(level=LEVEL, dict_data=shared, write_dict_id=False)
        self.pack, self.unpack = packer.compress, ZstdDecompressor(dict_data=shared).decompress


_packing = Packing()


def packed(text: bytes) -> bytes:
    """An item as the index keeps it."""
    return _packing.pack(text)


def unpacked(content: bytes) -> bytes:
    """An item as it was."""
    return _packing.unpack(content)


def item_of(content: bytes) -> dict[str, Any]:
    """What a result shows of a group, from how the index keeps it."""
    return DECODE(unpacked(content))
