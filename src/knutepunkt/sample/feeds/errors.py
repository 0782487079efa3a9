"""What can go wrong when a feed is written."""


class FeedError(Exception):
    """A feed cannot be written; one sentence that says who must act."""
