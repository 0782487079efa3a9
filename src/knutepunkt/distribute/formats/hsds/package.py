"""HSDS 3.0 as a data package of tables, in one zip."""

import zipfile
from collections.abc import Iterable, Iterator
from hashlib import file_digest
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from knutepunkt.distribute.formats.base import Account, Format, Frame, counted
from knutepunkt.distribute.formats.hsds.columns import TABLES
from knutepunkt.distribute.formats.hsds.descriptor import descriptor
from knutepunkt.distribute.formats.hsds.flattening import PROFILE, put_organisation, put_service
from knutepunkt.distribute.formats.hsds.lines import CANNOT_SAY
from knutepunkt.distribute.formats.hsds.tables import tables_in
from knutepunkt.distribute.handing import here
from knutepunkt.distribute.hsds.bodies import services_of_choice
from knutepunkt.distribute.hsds.organisations import organisation
from knutepunkt.distribute.hsds.taxonomies import all_taxonomies
from knutepunkt.distribute.published import organisation_stream

ENCODE = msgspec.json.Encoder().encode
DECODE = msgspec.json.Decoder(dict[str, object]).decode
PIECE = 1 << 20


def chunks(services: Iterable[bytes], frame: Frame, account: Account) -> Iterator[bytes]:
    """The zip: tables are written beside, since rows of many are told with each service."""
    with TemporaryDirectory(prefix="hsds-") as name:
        folder = Path(name)
        write_tables(folder, services, frame, account)
        sizes = {table: measured(folder / f"{table}.csv") for table in TABLES}
        told = msgspec.json.encode(descriptor(frame, sizes))
        packed = folder / "package.zip"
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(member("datapackage.json", frame), msgspec.json.format(told, indent=2))
            for table in TABLES:
                pack(archive, folder / f"{table}.csv", frame)
        with packed.open("rb") as file:
            while piece := file.read(PIECE):
                yield piece


def write_tables(
    folder: Path, services: Iterable[bytes], frame: Frame, account: Account
) -> None:  # fmt: skip
    """Write every table to the folder."""
    with tables_in(folder) as tables:
        for taxonomy in (PROFILE, *all_taxonomies()):
            tables.put_once("taxonomies", taxonomy)
        for body in counted(services, account):
            put_service(tables, DECODE(body))
        if not frame.choice.is_narrow:
            node = here()
            for owner in organisation_stream(alone=True):
                put_organisation(tables, DECODE(ENCODE(organisation(owner, node))))


def measured(path: Path) -> tuple[int, str]:
    """Bytes and digest of a file."""
    with path.open("rb") as file:
        return path.stat().st_size, file_digest(file, "sha256").hexdigest()


def member(name: str, frame: Frame) -> zipfile.ZipInfo:
    """An entry of the zip, dated as the whole is."""
    made = zipfile.ZipInfo(name, frame.moment.timetuple()[:6])
    made.compress_type = zipfile.ZIP_DEFLATED
    made.external_attr = 0o644 << 16
    return made


def pack(archive: zipfile.ZipFile, path: Path, frame: Frame) -> None:
    """Put a table into the zip and take it off the disk."""
    entry = member(path.name, frame)
    entry.file_size = path.stat().st_size
    with path.open("rb") as file, archive.open(entry, "w") as packed:
        while piece := file.read(PIECE):
            packed.write(piece)
    path.unlink()


FORMAT = Format(
    name="hsds-csv",
    label="HSDS 3.0 (Open Referral), a data package of tables",
    ending="zip",
    media_type="application/zip",
    cannot_say=(
        *CANNOT_SAY,
        "that a group has no organisation (it stands as its own)",
        "nothing, where a table wants something (a hyphen stands there)",
        "texts that begin like a formula (an apostrophe stands before them)",
    ),
    chunks=chunks,
    is_binary=True,
    items=services_of_choice,
)
