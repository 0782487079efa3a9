"""How fast the search for applications is, against a bare Django view on the same server.

Serves the node in KNUTEPUNKT_DATA as it is and prints requests a second and the ratio to the bare
view, measured in the same run by a client that does next to nothing itself. A ratio travels between
machines; the figures do not. Load the node first, for example:
`.venv/bin/knutepunkt sample --groups 100000`.
"""

import json
import os
import random
import socket
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from statistics import median

ROUNDS, SECONDS, CONNECTIONS = 3, 3.0, 4
BARE = "bare view (/robots.txt)"
ALL_FACETS = {"limit": 10}
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
    return [one | ALL_FACETS for one in of_kind[kind]]


KINDS = ("text", "text and town", "text, 50 km, two days", "a theme")


def requests(kind: str) -> list[bytes]:
    """The bytes of the requests of a kind."""
    if kind == BARE:
        return [b"GET /robots.txt HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"]
    made = [json.dumps(body).encode() for body in bodies(kind)]
    return [
        b"POST /api/search HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        b"Content-Length: %d\r\n\r\n%b" % (len(body), body)
        for body in made
    ]


def asked(port: int, kind: str) -> int:
    """How many requests one connection gets answered."""
    wanted, number = requests(kind), 0
    until = time.monotonic() + SECONDS
    with socket.create_connection(("127.0.0.1", port)) as link, link.makefile("rb") as answers:
        while time.monotonic() < until:
            link.sendall(random.choice(wanted))
            if b" 200 " not in answers.readline():
                raise SystemExit(f"{kind}: an answer is not 200")
            length = 0
            while (line := answers.readline()) != b"\r\n":
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            answers.read(length)
            number += 1
    return number


def served(port: int) -> "subprocess.Popen[bytes]":
    """A server of the node, once it answers."""
    command = [sys.executable, "-m", "knutepunkt", "run", "--no-sample", "--port", str(port)]
    limits = {"KNUTEPUNKT_API_RATE": "1000000000"}
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=os.environ | limits)
    for _ in range(3000):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.1)
        else:
            return server
    raise SystemExit("the server did not start")


def main() -> None:
    """Print the table."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    server, kinds = served(port), (BARE, *KINDS)
    try:
        with ProcessPoolExecutor(CONNECTIONS) as pool:
            rounds = []
            for number in range(ROUNDS + 1):
                took = {
                    kind: sum(pool.map(asked, [port] * CONNECTIONS, [kind] * CONNECTIONS)) / SECONDS
                    for kind in kinds
                }
                rounds += [took] if number else []  # the first one warms up
    finally:
        server.terminate()
        server.wait(timeout=20)
    print(f"{CONNECTIONS} connections, median of {ROUNDS} rounds")
    for kind in kinds:
        ratio = median(one[kind] / one[BARE] for one in rounds)
        print(f"{kind:<28}{median(one[kind] for one in rounds):>9.0f}/s {ratio:>8.3f}")


if __name__ == "__main__":
    main()
