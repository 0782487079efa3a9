"""Writes records as the feeds that other systems send, one file for each format."""

from knutepunkt.sample.feeds.writing import FEEDS, FeedError, write_feed

__all__ = ["FEEDS", "FeedError", "write_feed"]
