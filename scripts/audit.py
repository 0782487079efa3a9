"""Lets outsiders judge the pages: Lighthouse, pa11y and Mozilla's grader of headers.

Starts a node of its own with the fictitious sample, and one as it would be open to the world. Needs
node, npm and chromium. Ends with status 1 when a page falls short of what BARS says.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from scripts.node import CHROMIUM
from scripts.screenshots import own_node

HERE = Path(__file__).with_name("audit")
BUILD = Path("build/audit")
BARS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
GRADE = 130
HOST = "finn.example"
OPEN = {"KNUTEPUNKT_SITE": f"https://{HOST}", "KNUTEPUNKT_HOSTS": HOST}
PUBLIC = {
    "home": "/",
    "home-en": "/en/",
    "themes": "/tema",
    "theme": "/tema/tap-og-sorg",
    "place": "/sted/50",
    "organisations": "/organisasjoner",
    "term": "/begrep/theme/tap-og-sorg",
    "understandings": "/hva-er-selvhjelp",
    "professionals": "/for-fagfolk",
    "for-groups": "/for-grupper",
    "about": "/om",
    "privacy": "/personvern",
    "accessibility": "/tilgjengelighet",
    "embed": "/bygg-inn",
}


def install() -> None:
    """Fetch the judges in the versions that are locked, without running anything of theirs."""
    BUILD.mkdir(parents=True, exist_ok=True)
    for path in HERE.iterdir():
        shutil.copy(path, BUILD)
    subprocess.run(["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"],
                   cwd=BUILD, check=True)  # fmt: skip
    # The grader's list of hosts that browsers only know over HTTPS; ours is in no list.
    preloaded = BUILD / "node_modules/@mdn/mdn-http-observatory/conf/hsts-preload.json"
    preloaded.write_text("{}", encoding="ascii")


def first_link(node: str, page: str, kind: str) -> str:
    """The first address of a kind that a page links to."""
    with urlopen(node + page) as answer:  # noqa: S310 - a node of our own
        found = re.search(rf'href="({kind}/[0-9a-f-]{{36}})"', answer.read().decode())
    if found is None:
        raise SystemExit(f"no link to {kind} on {page}")
    return found[1]


def told(script: str, *words: str) -> list[dict[str, Any]]:
    """What one of the judges says, line by line."""
    around = os.environ | {"CHROME_PATH": os.environ.get("CHROME_PATH", str(CHROMIUM))}
    done = subprocess.run(["node", script, *words], cwd=BUILD, env=around, check=True,
                          stdout=subprocess.PIPE, text=True)  # fmt: skip
    return [json.loads(line) for line in done.stdout.splitlines()]


def pages_judged(node: str, only: str) -> bool:
    """Print the scores of every public page; say whether all are as good as they must be."""
    found = PUBLIC | {
        "group": first_link(node, "/tema/tap-og-sorg", "/gruppe"),
        "organisation": first_link(node, "/organisasjoner", "/organisasjon"),
    }
    chosen = [f"{name}={path}" for name, path in found.items() if only in name]
    print(f"{'page':<16}" + "".join(f"{kind:>16}" for kind in BARS) + f"{'pa11y':>8}")
    is_good = True
    for one in told("pages.mjs", node, *chosen):
        scores = [one["scores"][kind] for kind in BARS]  # None where the judge could not say
        shown = "".join(f"{'-' if score is None else score:>16}" for score in scores)
        print(f"{one['name']:<16}{shown}{one['pa11y']:>8}", flush=True)
        for line in one["amiss"]:
            print(f"    {line}")
        is_good &= not one["pa11y"] and all(
            score is not None and score >= bar
            for score, bar in zip(scores, BARS.values(), strict=True)
        )
    return is_good


def headers_judged() -> bool:
    """Print the grade of the headers; say whether it is as good as it must be."""
    with own_node(OPEN) as node:
        (one,) = told("headers.mjs", node, HOST)
    print(f"headers: {one['score']}, {one['grade']}")
    for line in one["told"]:
        print(f"    {line}")
    return bool(one["score"] >= GRADE)


def main() -> None:
    """Install, judge, and say whether all is well."""
    only = sys.argv[1] if len(sys.argv) > 1 else ""
    install()
    with own_node() as node:
        is_good = pages_judged(node, only)
    is_good &= headers_judged()
    raise SystemExit(0 if is_good else 1)


if __name__ == "__main__":
    main()
