"""HSDS 3.0 as a data package of tables, in one zip."""

import zipfile
from collections.abc import Iterable, Iterator
from hashlib import file_digest
from io import BufferedRandom
from tempfile import TemporaryFile
from typing import IO

import msgspec

from knutepunkt.distribute.formats.base import Account, Format, Frame, counted
from knutepunkt.distribute.formats.hsds.descriptor import descriptor
from knutepunkt.distribute.formats.hsds.flattening import PROFILE, put_organisation, put_service
from knutepunkt.distribute.formats.hsds.lines import CANNOT_SAY
from knutepunkt.distribute.formats.hsds.tables import PREFIX, Tables, tables
from knutepunkt.distribute.handing import here
from knutepunkt.distribute.hsds.bodies import services_of_choice
from knutepunkt.distribute.hsds.organisations import organisation
from knutepunkt.distribute.hsds.taxonomies import all_taxonomies
from knutepunkt.distribute.published import organisation_stream

ENCODE = msgspec.json.Encoder().encode
DECODE = msgspec.json.Decoder(dict[str, object]).decode
PIECE = 1 << 16


def chunks(services: Iterable[bytes], frame: Frame, account: Account) -> Iterator[bytes]:
    """The zip: tables are written beside, since rows of many are told with each service."""
    with tables() as written, TemporaryFile(prefix=PREFIX) as packed:
        write_tables(written, services, frame, account)
        pack(written, packed, frame)
        packed.seek(0)
        yield from pieces(packed)


def write_tables(
    tables: Tables, services: Iterable[bytes], frame: Frame, account: Account
) -> None:  # fmt: skip
    """Write every row to its table."""
    for taxonomy in (PROFILE, *all_taxonomies()):
        tables.put_once("taxonomies", taxonomy)
    for body in counted(services, account):
        put_service(tables, DECODE(body))
    if not frame.choice.is_narrow:
        node = here()
        for owner in organisation_stream(alone=True):
            put_organisation(tables, DECODE(ENCODE(organisation(owner, node))))


def pack(tables: Tables, packed: IO[bytes], frame: Frame) -> None:
    """Put the descriptor and the tables into a zip, and take each table off the disk."""
    files = {name: table.finished() for name, table in tables.known.items()}
    sizes = {name: measured(file) for name, file in files.items()}
    told = ENCODE(descriptor(frame, sizes))
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(member("datapackage.json", frame), msgspec.json.format(told, indent=2))
        for name, file in files.items():
            entry = member(f"{name}.csv", frame)
            entry.file_size = sizes[name][0]
            file.seek(0)
            with archive.open(entry, "w") as place:
                for piece in pieces(file):
                    place.write(piece)
            file.close()


def measured(file: BufferedRandom) -> tuple[int, str]:
    """Bytes and digest of a file that is read from here to its end."""
    digest = file_digest(file, "sha256").hexdigest()
    return file.tell(), digest


def pieces(file: IO[bytes]) -> Iterator[bytes]:
    """A file from here to its end."""
    while piece := file.read(PIECE):
        yield piece


def member(name: str, frame: Frame) -> zipfile.ZipInfo:
    """An entry of the zip, dated as the whole is."""
    made = zipfile.ZipInfo(name, frame.moment.timetuple()[:6])
    made.compress_type = zipfile.ZIP_DEFLATED
    made.external_attr = 0o644 << 16
    return made


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
