"""What can go wrong on the way out."""


class DistributeError(Exception):
    """Something cannot be written; one sentence that says who must act."""


class TooLargeError(DistributeError):
    """More is asked for than the form can hold; one sentence that says what to narrow."""
