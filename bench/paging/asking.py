"""A client that costs little beside the server: plain sockets that are kept open."""

import socket
import time
from collections.abc import Callable
from multiprocessing.pool import ThreadPool

Address = Callable[[], str]
ASK = "GET {} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n"
END = b"\r\n\r\n"
LENGTH = b"content-length:"


class BadAnswerError(Exception):
    """The node answered something else than a page, or less than it said."""


def fetch(door: socket.socket, address: str) -> int:
    """Ask for a page and read all of it; how many bytes it had. Raises BadAnswerError."""
    door.sendall(ASK.format(address).encode())
    told = door.recv(65536)
    while END not in told:
        told += door.recv(65536)
    head, _, body = told.partition(END)
    if not head.startswith(b"HTTP/1.1 200"):
        raise BadAnswerError(f"{address}: {head[:40]!r}")
    length = int(head.lower().split(LENGTH)[1].split(b"\r\n", 1)[0])
    size = len(body)
    while size < length:
        some = door.recv(65536)
        if not some:
            raise BadAnswerError(f"{address}: {size} bytes of {length}")
        size += len(some)
    return len(head) + size


def rate(port: int, address: Address, seconds: float, connections: int) -> float:
    """Pages answered a second, over some connections at once."""
    until = time.monotonic() + seconds

    def ask(_: int) -> int:
        number = 0
        with socket.create_connection(("127.0.0.1", port), timeout=120) as door:
            door.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            while time.monotonic() < until:
                fetch(door, address())
                number += 1
        return number

    start = time.monotonic()
    with ThreadPool(connections) as pool:
        number = sum(pool.map(ask, range(connections)))
    return number / (time.monotonic() - start)
