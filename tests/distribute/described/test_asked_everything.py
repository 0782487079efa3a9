"""Schemathesis asks every operation what its description allows, and much that it does not.

A share here; many in ``make test-api``.
"""

import os
from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.db import connection
from hypothesis import HealthCheck, settings
from pytest_django import Settings
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from knutepunkt.collect.drafts import OrganisationDraft
from knutepunkt.distribute.api import door
from tests.distribute.made import GRIEF, at, record, taken_in

pytestmark = pytest.mark.django_db
EXAMPLES = int(os.environ.get("API_EXAMPLES", "2"))
# Every limit of every value takes long: in make test-api alone.
CONFIG = SchemathesisConfig.from_dict(
    {"phases": {"coverage": {"enabled": "API_EXAMPLES" in os.environ}}}
)
# Its transport reads no compressed answers.
PLAIN = {"Accept-Encoding": "identity"}
# A description cannot say which postcodes, places, codes and cursors there are.
NOT_SAID = [positive_data_acceptance]
schema = schemathesis.openapi.from_wsgi("/api/openapi.json", get_wsgi_application(), config=CONFIG)
if "API_EXAMPLES" not in os.environ:
    # Paper takes seconds, and a choice of groups leads to the same writers.
    schema = schema.exclude(path_regex=r"\.pdf$|/theme/|/municipality/")


@pytest.fixture(autouse=True)
def some_groups(settings: Settings, words: None, monkeypatch: pytest.MonkeyPatch) -> None:
    # A server may close its connection between requests; the one that holds this test must stay.
    monkeypatch.setattr(connection, "close", lambda: None)
    settings.DEBUG_PROPAGATE_EXCEPTIONS = True  # a fault of ours shows where it is
    settings.KNUTEPUNKT_API_RATE = 1e9
    door.buckets.cache_clear()
    owner = OrganisationDraft("Forbundet", key="f")
    taken_in(record("Håp", organisation=owner, terms=(GRIEF,)), record("Nett", at(None)))


@schema.parametrize()
@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck), deadline=None)
def test_no_server_error_and_nothing_that_is_not_described(case: Any) -> None:
    # Forms send empty values, so in an address they count as none.
    empty = [negative_data_rejection] if case.method == "GET" else []
    case.call_and_validate(headers=PLAIN, excluded_checks=[*NOT_SAID, *empty])
