"""A node's own settings, with one address more: a page that fails."""

from knutepunkt.settings import *  # noqa: F403 - settings are taken over whole

ROOT_URLCONF = "tests.journeys.broken_urls"
