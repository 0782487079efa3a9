"""Archives that lie, explode, hide things or never end; each is made small and by code."""

import gzip
import io
import struct
import zipfile
import zlib
from pathlib import Path

from tests.hostile.feeds import GOOD, as_json

MEBIBYTE = 1024 * 1024


def zipped(path: Path, members: list[tuple[str, bytes]]) -> Path:
    """A zip of names and contents, names as they are."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return path


def packed(members: list[tuple[str, bytes]]) -> bytes:
    """The same zip as bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return buffer.getvalue()


def zip_bomb(folder: Path) -> Path:
    return zipped(folder / "bomb.zip", [("a.json", bytes(40 * MEBIBYTE))])


def zip_of_too_much(folder: Path) -> Path:
    return zipped(folder / "much.zip", [(f"{n}.json", bytes(9 * MEBIBYTE)) for n in range(6)])


def zip_lying_about_sizes(folder: Path) -> Path:
    """The directory says 10 bytes; the member unpacks to 30 MiB."""
    path = zipped(folder / "liar.zip", [("a.json", bytes(30 * MEBIBYTE))])
    data = bytearray(path.read_bytes())
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<I", 10)
    path.write_bytes(data)
    return path


def nested_zip(folder: Path) -> Path:
    inner = packed([("a.json", as_json(GOOD))])
    return zipped(folder / "nested.zip", [("inner.zip", inner)])


def zip_of_many_members(folder: Path) -> Path:
    """100,000 members; the directory alone takes 9 MB and would take 70 in memory."""
    entry = struct.pack(
        "<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0
    )
    directory = b"".join(entry + b"%05d" % number for number in range(100_000))
    start = b"PK\x03\x04" + bytes(26)
    end = struct.pack(
        "<4s4H2IH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, len(directory), len(start), 0
    )
    path = folder / "many.zip"
    path.write_bytes(start + directory + end)
    return path


def zip_climbing_out(folder: Path) -> Path:
    return zipped(folder / "climbing.zip", [("../../../..\\..\\escaped.json", as_json(GOOD))])


def zip_with_absolute_name(folder: Path) -> Path:
    return zipped(folder / "absolute.zip", [("/tmp/knutepunkt-escaped.json", as_json(GOOD))])


def zip_with_symlink(folder: Path) -> Path:
    link = zipfile.ZipInfo("groups.json")
    link.external_attr = 0o120777 << 16
    path = folder / "link.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    return path


def zip_with_a_name_twice(folder: Path) -> Path:
    path = folder / "twice.zip"
    with zipfile.ZipFile(path, "w") as archive:
        first, second = zipfile.ZipInfo("a.json"), zipfile.ZipInfo("./a.json")
        archive.writestr(first, as_json(GOOD))
        archive.writestr(second, as_json(GOOD))
    return path


def locked_zip(folder: Path) -> Path:
    path = zipped(folder / "locked.zip", [("a.json", as_json(GOOD))])
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    return path


def zip_cut_off(folder: Path) -> Path:
    path = zipped(folder / "cut.zip", [("a.json", as_json(GOOD))])
    path.write_bytes(path.read_bytes()[:-30])
    return path


def zip_with_broken_content(folder: Path) -> Path:
    path = zipped(folder / "rotten.zip", [("a.json", as_json(GOOD * 50))])
    data = bytearray(path.read_bytes())
    data[60:90] = bytes(30)
    path.write_bytes(data)
    return path


def zip_with_nothing_in_it(folder: Path) -> Path:
    return zipped(folder / "hidden.zip", [("__MACOSX/a.json", as_json(GOOD)), (".b.json", b"[]")])


def gzip_bomb(folder: Path) -> Path:
    path = folder / "bomb.json.gz"
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    zeros = bytes(MEBIBYTE)
    path.write_bytes(b"".join(packer.compress(zeros) for _ in range(200)) + packer.flush())
    return path


def gzip_cut_off(folder: Path) -> Path:
    path = folder / "cut.json.gz"
    path.write_bytes(gzip.compress(as_json(GOOD * 100))[:-20])
    return path


def gzip_in_gzip(folder: Path) -> Path:
    path = folder / "twice.json.gz"
    path.write_bytes(gzip.compress(gzip.compress(as_json(GOOD))))
    return path


def gzip_in_gzip_for_ever(folder: Path) -> Path:
    data = as_json(GOOD)
    for _ in range(60):
        data = gzip.compress(data)
    path = folder / "onion.json.gz"
    path.write_bytes(data)
    return path


WHOLE = "the feed's owner"
CASES = {
    zip_bomb: f"bomb.zip is packed suspiciously hard; {WHOLE}: send an ordinary zip.",
    zip_of_too_much: f"much.zip unpacks to more than 50 MiB; {WHOLE}: send an ordinary zip.",
    zip_lying_about_sizes: f"liar.zip cannot be unpacked; {WHOLE}: send a plain zip.",
    nested_zip: "inner.zip is a zip within what you gave; you: unpack it, and name what lies "
    "in it.",
    zip_of_many_members: f"many.zip holds more than 200 files; {WHOLE}: send an ordinary zip.",
    zip_climbing_out: (1, 0),
    zip_with_absolute_name: (1, 0),
    zip_with_symlink: f"0.json is not valid JSON at line 1, column 1; {WHOLE}: mend the file.",
    zip_with_a_name_twice: f"twice.zip holds two files of one name; {WHOLE}: send each once.",
    locked_zip: f"locked.zip cannot be unpacked; {WHOLE}: send a plain zip.",
    zip_cut_off: f"cut.zip is a broken zip; {WHOLE}: send it anew.",
    zip_with_broken_content: f"rotten.zip cannot be unpacked; {WHOLE}: send a plain zip.",
    zip_with_nothing_in_it: "the source holds no files; you: check the path.",
    gzip_bomb: f"bomb.json.gz unpacks to more than 50 MiB; {WHOLE}: send less.",
    gzip_cut_off: f"cut.json.gz is a broken gzip file; {WHOLE}: send it anew.",
    gzip_in_gzip: (1, 0),
    gzip_in_gzip_for_ever: f"onion.json is packed over and over; {WHOLE}: pack it once.",
}
