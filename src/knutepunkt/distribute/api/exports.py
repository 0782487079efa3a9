"""Few whole exports at a time, so that they leave room for everybody else."""

import threading
from collections.abc import Iterable, Iterator

from django.http import StreamingHttpResponse

from knutepunkt.distribute.api.problems import Problem

AT_ONCE = 2
WAIT = 30
workers = threading.BoundedSemaphore(AT_ONCE)


class Export(Iterator[bytes]):
    """The pieces of an export; holds a worker until it is read to its end or given up."""

    is_held = False

    def __init__(self, pieces: Iterable[bytes]) -> None:
        if not workers.acquire(blocking=False):
            sentence = "other exports are running; ask again in half a minute"
            raise Problem(503, sentence, retry_after=WAIT)
        self.pieces, self.is_held = iter(pieces), True

    def __next__(self) -> bytes:
        try:
            return next(self.pieces)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let the next export begin. Django calls it when the client has gone."""
        if self.is_held:
            self.is_held = False
            workers.release()

    def __del__(self) -> None:
        """Hold no worker for an answer that was dropped unsent, as when a later layer failed."""
        self.close()


def streamed(pieces: Iterable[bytes], media_type: str) -> StreamingHttpResponse:
    """A response that sends pieces as they come. Raises Problem when too many exports run."""
    return StreamingHttpResponse(Export(pieces), content_type=media_type)
