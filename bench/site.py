"""How fast pages are, against a bare Django view on the same server in the same run.

Serves the node in KNUTEPUNKT_DATA and prints pages a second and the ratio to the bare view. A ratio
travels between machines; the figures do not. With --groups an empty folder is given that many
groups first; without KNUTEPUNKT_DATA a folder of its own is made and thrown away.
"""

import argparse
from itertools import cycle
from random import Random

from paging.asking import Ask, get
from paging.comparing import add_options, compare
from paging.serving import node, served

KNOWN = 100


def asked(seed: int) -> tuple[dict[str, Ask], int]:
    """What is asked for, by kind, and how many groups there are.

    Some groups have been asked for before and need not be written out; the others are asked for
    one after the other, so that none comes a second time before all have come once.
    """
    from paging.questions import everything_chosen

    from knutepunkt.directory.queries import published
    from knutepunkt.site.asking.addresses import link_to

    chance = Random(seed)
    shown = published().exclude(state="ended").values_list("uid", flat=True)
    groups = [get(f"/gruppe/{uid}") for uid in shown]
    chance.shuffle(groups)
    known, fresh = cycle(groups[:KNOWN]), cycle(groups[KNOWN:] or groups)
    questions = cycle([get(link_to(one)) for one in everything_chosen(chance)])
    return {
        "home": lambda: get("/"),
        "group page": lambda: next(known),
        "group page, the first time": lambda: next(fresh),
        "results, all filters": lambda: next(questions),
        "robots.txt, no page at all": lambda: get("/robots.txt"),
    }, published().count()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_options(parser)
    said = parser.parse_args()
    with node(said.groups), served(said.workers) as server:
        kinds, groups = asked(7)
        print(f"{groups:,} groups, ", end="")
        compare(server, kinds, said)


if __name__ == "__main__":
    main()
