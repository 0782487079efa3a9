"""The ZIP of a project: bounded, flat, and with exactly one project in it."""

import zlib
from io import BytesIO
from lzma import LZMAError
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from actionfields.errors import FieldError

MOST_BYTES = 1 << 30
MOST_FILES = 20_000
MOST_TIMES = 200  # a text packs to a tenth; what packs better than this is a bomb
SMALL = 10 << 20
BROKEN = (BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error, LZMAError)


def unpacked(path: Path) -> tuple[bytes, dict[str, bytes]]:
    """The project and its texts by file name, read in memory; nothing is written anywhere."""
    try:
        with ZipFile(path) as archive:
            infos = sound(archive.infolist(), path)
            infos = [one for one in infos if not is_shadow(one)]
            projects = [one for one in infos if one.filename.lower().endswith(".qde")]
            if len(projects) != 1:
                raise FieldError(
                    f"{path.name} holds {len(projects)} projects (.qde) and must hold one; "
                    "export it again as a project."
                )
            texts = [one for one in infos if one.filename.lower().endswith((".txt", ".json"))]
            return archive.read(projects[0]), {
                PurePosixPath(one.filename).name.lower(): archive.read(one) for one in texts
            }
    except BROKEN:
        raise FieldError(f"{path.name} is no readable ZIP; export it again.") from None


def is_shadow(one: ZipInfo) -> bool:
    """Whether an entry is a second one that a Mac packs beside each file."""
    path = PurePosixPath(one.filename)
    return "__MACOSX" in path.parts or path.name.startswith("._")


def sound(infos: list[ZipInfo], path: Path) -> list[ZipInfo]:
    """The entries, if none of them reaches outside or swells beyond measure."""
    if len(infos) > MOST_FILES:
        raise FieldError(f"{path.name} holds more than {MOST_FILES} files; it is refused.")
    for one in infos:
        parts = PurePosixPath(one.filename.replace("\\", "/"))
        if parts.is_absolute() or ".." in parts.parts or ":" in one.filename:
            raise FieldError(f"{path.name} names a file outside itself; it is refused.")
        if one.file_size > SMALL and one.file_size > MOST_TIMES * max(one.compress_size, 1):
            raise FieldError(f"{path.name} swells beyond measure when unpacked; it is refused.")
    if sum(one.file_size for one in infos) > MOST_BYTES:
        raise FieldError(f"{path.name} unpacks to more than {MOST_BYTES >> 20} MiB; it is refused.")
    return infos


def packed(project: bytes, texts: dict[str, bytes]) -> bytes:
    """A project with its sources; the same content gives the same bytes."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr(ZipInfo("project.qde"), project, ZIP_DEFLATED)
        for name, content in texts.items():
            archive.writestr(ZipInfo(f"sources/{name}"), content, ZIP_DEFLATED)
    return made.getvalue()
