"""Draws the coasts behind the map again, from afar and from near by, from two packages of npm.

Run by `make basemap` with the tarballs that `npm pack` makes. Writes points on the map's own plane
as whole numbers, each as the step from the one before it, and where each ring ends.
"""

import sys
from itertools import accumulate
from pathlib import Path

import numpy as np
from basemap import far, near

from knutepunkt.site.maps.coast import DATA, UNITS
from knutepunkt.site.maps.plane import Point


def save(name: str, rings: list[list[Point]]) -> None:
    """Write some rings and say how large they are."""
    points = np.rint(np.concatenate([*map(np.array, rings)]) * UNITS).astype(np.int32)
    steps = np.diff(points, axis=0, prepend=np.zeros((1, 2), np.int32))
    target = DATA / f"{name}.npz"
    np.savez_compressed(target, steps=steps, ends=np.array([*accumulate(map(len, rings))]))
    print(f"{target.name}: {len(rings):,} rings, {len(points):,} points, "
          f"{target.stat().st_size:,} bytes")  # fmt: skip


def main(from_afar: Path, from_near: Path) -> None:
    """Write both."""
    save("coast", far.coast(from_afar.read_bytes()))
    save("shore", near.shore(from_near.read_bytes()))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
