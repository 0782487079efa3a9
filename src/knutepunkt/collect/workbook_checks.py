"""Refuses a workbook that is a trap, before any of its XML is parsed."""

import zipfile
from pathlib import Path

from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.limits import DEFAULT, MEBIBYTE, Limits

OWNER = "the feed's owner: save the list anew as .xlsx, or as .csv"
DOCTYPE = b"<!doctype"


def check_package(path: Path, limits: Limits = DEFAULT) -> None:
    """Check what the zip says of itself, then its real bytes; raises CollectError."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            most = limits.unpacked(path.stat().st_size)
            check_promises(members, path, limits, most)
            check_bytes(archive, members, path, limits, most)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        raise CollectError(f"{path.name} is a broken or locked workbook; {OWNER}.") from None


def check_promises(
    members: list[zipfile.ZipInfo], path: Path, limits: Limits, most: int
) -> None:  # fmt: skip
    """Refuse by the zip's own directory: too many members, too much, packed too hard."""
    total = sum(member.file_size for member in members)
    if len(members) > limits.zip_members:
        raise refused(path, f"holds more than {limits.zip_members} parts")
    if total > most:
        raise refused(path, f"unpacks to more than {most // MEBIBYTE} MiB")
    check_ratio(total, path, limits)


def check_bytes(
    archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], path: Path, limits: Limits, most: int
) -> None:
    """Refuse by what is really inside: its size, and any document type (it can hold entities)."""
    total = 0
    for member in members:
        end = b""
        with archive.open(member) as part:
            while chunk := part.read(MEBIBYTE):
                total += len(chunk)
                if total > most:
                    raise refused(path, f"unpacks to more than {most // MEBIBYTE} MiB")
                seen = (end + chunk).replace(b"\0", b"").lower()
                if DOCTYPE in seen and is_xml(member):
                    raise refused(path, "declares a document type")
                end = seen[-len(DOCTYPE) :]
    check_ratio(total, path, limits)


def check_ratio(total: int, path: Path, limits: Limits) -> None:
    """Refuse what is packed harder than real workbooks are; small ones cannot hurt."""
    if total > MEBIBYTE and total > limits.zip_ratio * path.stat().st_size:
        raise refused(path, f"is packed more than {limits.zip_ratio} to 1")


def is_xml(member: zipfile.ZipInfo) -> bool:
    """Say whether a part is parsed as XML (pictures and binary parts never are)."""
    return member.filename.lower().endswith((".xml", ".rels", ".vml"))


def refused(path: Path, what: str) -> CollectError:
    """The sentence for a workbook that is not read."""
    return CollectError(f"{path.name} {what}; {OWNER}.")
