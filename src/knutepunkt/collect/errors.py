"""Errors of collecting. Each message is one plain sentence that says who must act."""


class CollectError(Exception):
    """A source as a whole cannot be taken in; the sentence goes to the person at the terminal."""


class Forgotten(CollectError):  # noqa: N818 - it is an answer
    """What was asked for has been there and is no more (410)."""


class Unread(CollectError):  # noqa: N818 - it is an answer
    """Whoever was asked cannot read the question (400), and says so as a problem (RFC 9457)."""


class Busy(CollectError):  # noqa: N818 - it is an answer
    """Whoever was asked cannot answer now, but may after some seconds."""

    def __init__(self, message: str, seconds: float) -> None:
        super().__init__(message)
        self.seconds = seconds


class RecordRejected(Exception):  # noqa: N818 - it names what happened to the record
    """One record cannot be taken in; the rest of its source goes on."""

    def __init__(self, field: str, value: object, problem: str, who: str) -> None:
        super().__init__(problem)
        self.field = field
        self.value = "" if value is None else str(value)[:200]
        self.problem = problem
        self.who = who
