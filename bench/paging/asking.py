"""A client that costs little beside the server: plain sockets that are kept open."""

import socket
import time
from collections.abc import Callable
from multiprocessing.pool import ThreadPool

Ask = Callable[[], bytes]
END = b"\r\n\r\n"
LENGTH = b"content-length:"


class BadAnswerError(Exception):
    """The node answered something else than was asked for, or less than it said."""


def get(address: str) -> bytes:
    """The request for a page."""
    return f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n".encode()


def plain(address: str) -> bytes:
    """The request for an answer as it is."""
    return f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode()


def post(address: str, body: bytes) -> bytes:
    """The request that sends JSON and takes the answer as it is."""
    head = f"POST {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


def fetch(door: socket.socket, request: bytes) -> int:
    """Ask, and read all of the answer; how many bytes it had. Raises BadAnswerError."""
    door.sendall(request)
    told = door.recv(65536)
    while END not in told:
        told += door.recv(65536)
    head, _, body = told.partition(END)
    if not head.startswith(b"HTTP/1.1 200"):
        raise BadAnswerError(f"{request[:60]!r}: {head[:40]!r}")
    length = int(head.lower().split(LENGTH)[1].split(b"\r\n", 1)[0])
    size = len(body)
    while size < length:
        some = door.recv(65536)
        if not some:
            raise BadAnswerError(f"{request[:60]!r}: {size} bytes of {length}")
        size += len(some)
    return len(head) + size


def rate(port: int, ask: Ask, seconds: float, connections: int) -> float:
    """Answers a second, over some connections at once."""
    until = time.monotonic() + seconds

    def keep_asking(_: int) -> int:
        number = 0
        with socket.create_connection(("127.0.0.1", port), timeout=120) as door:
            door.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            while time.monotonic() < until:
                fetch(door, ask())
                number += 1
        return number

    start = time.monotonic()
    with ThreadPool(connections) as pool:
        number = sum(pool.map(keep_asking, range(connections)))
    return number / (time.monotonic() - start)
