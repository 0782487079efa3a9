"""How fast the search for applications is, against a bare Django view on the same server.

Serves the node in KNUTEPUNKT_DATA and prints answers a second and the ratio to the bare view,
measured in the same run. A ratio travels between machines; the figures do not. With --groups an
empty folder is given that many groups first; without KNUTEPUNKT_DATA a folder of its own is made
and thrown away.
"""

import argparse
import json
import random

from paging.asking import Ask, post
from paging.comparing import add_options, compare
from paging.serving import node, served

WITH_ALL_FACETS = {"limit": 10}
TEXTS = "sorg|angst|ensomhet|pårørende|rus|skilsmisse|kreft|ADHD|søvn|spillavhengighet".split("|")
TOWNS = "Oslo Bergen Trondheim Stavanger Tromsø Bodø Hamar Molde".split()


def bodies(kind: str) -> list[dict[str, object]]:
    """Questions of a kind; each asks for ten whole groups and all facets."""
    some = [(text, town) for text in TEXTS for town in TOWNS]
    of_kind = {
        "text": [{"text": text} for text in TEXTS],
        "text and town": [{"text": f"{text} i {town}"} for text, town in some],
        "text, 50 km, two days": [
            {"text": text, "place": town, "within": 50, "weekdays": ["TU", "WE"]}
            for text, town in some
        ],
        "a theme": [{"concepts": [f"theme:{code}"]} for code in ("angst", "tap-og-sorg")],
    }
    return [one | WITH_ALL_FACETS for one in of_kind[kind]]


KINDS = ("text", "text and town", "text, 50 km, two days", "a theme")


def asked(kind: str) -> Ask:
    """Any request of a kind."""
    requests = [post("/api/search", json.dumps(body).encode()) for body in bodies(kind)]
    return lambda: random.choice(requests)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_options(parser)
    said = parser.parse_args()
    with node(said.groups), served(said.workers) as server:
        compare(server, {kind: asked(kind) for kind in KINDS}, said)


if __name__ == "__main__":
    main()
