"""A node compared with a bare view, in rounds: each round asks for every kind in turn."""

import argparse
from collections.abc import Mapping
from statistics import median
from typing import NamedTuple

from paging.asking import Ask, get, rate
from paging.serving import Server

BASELINE = "bare view"
BEFORE = 1.0  # Seconds, at most.
BARE: Mapping[str, Ask] = {BASELINE: lambda: get("/bare")}


class Speed(NamedTuple):
    """Answers a second, and seconds of the server's processor time for each."""

    a_second: float
    processor: float


def add_options(parser: argparse.ArgumentParser) -> None:
    """Of how many groups, how long and how hard to ask."""
    parser.add_argument("--groups", type=int, default=0, help="make a sample of so many first")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=3.0)
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument("--workers", type=int, default=0, help="as many as a node has by itself")


def compare(server: Server, kinds: Mapping[str, Ask], said: argparse.Namespace) -> None:
    """Ask for every kind, and print the table."""
    of_all = {**BARE, **kinds}
    for ask in of_all.values():  # What a process makes ready at its first answers is not theirs.
        rate(server.port, ask, min(BEFORE, said.seconds), said.connections)
    rounds = [
        {kind: speed(server, ask, said.seconds, said.connections) for kind, ask in of_all.items()}
        for _ in range(said.rounds)
    ]
    print(
        f"{server.workers} processes, {said.connections} connections, median of {said.rounds} "
        "rounds\nThe limit on what one client may ask is counted, and set out of reach.\n"
    )
    print(f"{'':<28}{'answers a second':>18}{'ratio':>9}{'by processor time':>20}")
    for kind in of_all:
        a_second = median(one[kind].a_second for one in rounds)
        ratio = median(one[kind].a_second / one[BASELINE].a_second for one in rounds)
        spent = median(one[BASELINE].processor / one[kind].processor for one in rounds)
        print(f"{kind:<28}{a_second:>18.0f}{ratio:>9.3f}{spent:>20.3f}")


def speed(server: Server, ask: Ask, seconds: float, connections: int) -> Speed:
    """How fast one kind is answered, and at what cost."""
    before = server.spent()
    a_second = rate(server.port, ask, seconds, connections)
    return Speed(a_second, (server.spent() - before) / (a_second * seconds))
