"""Vendors the parts of Designsystemet's CSS that the site uses, from the npm package.

Reads the tarball that `npm pack` makes and writes one stylesheet. The package's own theme is left
out: ours stands in `site.css`, with the tokens these parts ask for and no others.
"""

import io
import json
import sys
import tarfile
from pathlib import Path

PARTS = (
    "base button card details error-summary field fieldset heading input label link list "
    "paragraph skip-link table tag validation-message"
).split()
TARGET = Path("src/knutepunkt/site/static/site/designsystemet.css")
LICENCE = TARGET.with_name("designsystemet.LICENSE.txt")
HEAD = """/* Designsystemet, @digdir/designsystemet-css {version}: {parts}.
   Copyright (c) Digdir and the contributors of Designsystemet. MIT licence: LICENSES.md.
   Made by `make design`; change scripts/build_design.py, not this file. */
"""


def subset(package: bytes) -> str:
    """The stylesheet, from the bytes of the tarball. Raises KeyError when a part is gone."""
    version = json.loads(text(package, "package.json"))["version"]
    styles = [text(package, f"dist/src/{part}.css") for part in PARTS]
    return HEAD.format(version=version, parts=", ".join(PARTS)) + "\n".join(styles)


def text(package: bytes, name: str) -> str:
    """One file of the tarball. Raises KeyError."""
    with tarfile.open(fileobj=io.BytesIO(package)) as tar:
        file = tar.extractfile(f"package/{name}")
        return file.read().decode("utf-8") if file else ""


def main(package: Path) -> None:
    """Write the stylesheet and say how large it is."""
    read = package.read_bytes()
    TARGET.write_text(subset(read).rstrip() + "\n", encoding="utf-8")
    LICENCE.write_text(text(read, "LICENSE"), encoding="utf-8")
    print(f"{TARGET}: {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
