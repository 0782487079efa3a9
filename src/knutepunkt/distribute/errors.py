"""What can go wrong on the way out."""


class DistributeError(Exception):
    """Something cannot be written; one sentence that says who must act."""
