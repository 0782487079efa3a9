"""What a source may cost us; docs/explanation/limits.md tells where the numbers come from."""

import os
from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, times in seconds.

    ``body`` holds for what is fetched from the network; a local file is its owner's choice and may
    be larger: its reader gets ``seconds_per_mebibyte`` more for it. Each of a text's lines gets it
    ``seconds_per_line`` more, but no more lines are counted than would be there if they had
    ``plain_line`` bytes each. A zip may unpack to
    ``zip_growth`` times its own size, which for what is fetched is no more than ``zip_total``, and
    what is unpacked beyond that gets ``memory_growth`` times its size in ``address_space``.
    """

    body: int = 5 * MEBIBYTE
    zip_total: int = 50 * MEBIBYTE
    zip_growth: int = 10
    zip_ratio: int = 100
    zip_members: int = 200
    zip_layers: int = 2
    folder_files: int = 2_000
    sheet_rows: int = 50_000
    sheet_columns: int = 200
    fetch_seconds: float = 60.0
    cpu_seconds: int = 10
    seconds_per_mebibyte: float = 1.0
    seconds_per_line: float = 0.001
    plain_line: int = 64
    address_space: int = 512 * MEBIBYTE
    memory_growth: int = 1

    def unpacked(self, size: int) -> int:
        """How many bytes a zip of a size may unpack to."""
        return max(self.zip_total, size * self.zip_growth)

    def memory(self, size: int) -> int:
        """The address space to read so many bytes in: at most half of what the machine has."""
        wanted = self.address_space + max(0, size - self.zip_total) * self.memory_growth
        whole = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
        return max(self.address_space, min(wanted, whole // 2))


DEFAULT = Limits()
