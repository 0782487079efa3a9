"""What a source may cost us; docs/explanation/limits.md tells where the numbers come from."""

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, times in seconds.

    ``body`` holds for what is fetched from the network; a local file is its owner's choice and may
    be larger, and its reader gets ``seconds_per_mebibyte`` more for it.
    """

    body: int = 5 * MEBIBYTE
    zip_total: int = 50 * MEBIBYTE
    zip_ratio: int = 100
    zip_members: int = 200
    zip_layers: int = 2
    folder_files: int = 2_000
    sheet_rows: int = 20_000
    sheet_columns: int = 200
    fetch_seconds: float = 60.0
    cpu_seconds: int = 10
    seconds_per_mebibyte: float = 1.0
    address_space: int = 512 * MEBIBYTE


DEFAULT = Limits()
