"""A world of its own for every test process: its own data folder, its own database, no network."""

import os
import socket
from collections.abc import Callable, Iterator
from tempfile import TemporaryDirectory
from typing import Any

import django
import pytest
from django.utils import translation
from hypothesis import HealthCheck, settings

# Before Django reads its settings: whatever this shell points at is somebody's real data.
DATA = TemporaryDirectory(prefix="knutepunkt-test-")
POSTGRES = os.environ.pop("KNUTEPUNKT_TEST_POSTGRES", "")
KEPT = {"KNUTEPUNKT_CRASHES", "KNUTEPUNKT_JOURNEYS"}
for name in [*os.environ]:
    if name == "DATABASE_URL" or (name.startswith("KNUTEPUNKT_") and name not in KEPT):
        del os.environ[name]
os.environ["KNUTEPUNKT_DATA"] = DATA.name
os.environ["DJANGO_SETTINGS_MODULE"] = "knutepunkt.settings"
if POSTGRES:
    os.environ["KNUTEPUNKT_TEST_POSTGRES"] = os.environ["DATABASE_URL"] = POSTGRES
django.setup()
# A worker that found it set would read the settings before this file gave it a folder of its own.
del os.environ["DJANGO_SETTINGS_MODULE"]

# ``ci`` finds the same every time; ``long`` looks further, for make test-fuzz.
PATIENT = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
EXAMPLES = int(os.environ.get("HYPOTHESIS_EXAMPLES", "1000"))
settings.register_profile("ci", derandomize=True, max_examples=40, **PATIENT)
settings.register_profile("long", max_examples=EXAMPLES, print_blob=True, **PATIENT)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

TOUCHES_DATABASE = {"db", "transactional_db", "live_server", "django_db_setup"}
HERE = {"", "localhost", "127.0.0.1", "::1"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Function]) -> None:
    """Mark what touches the database, so that the run on PostgreSQL takes only that."""
    for item in items:
        is_marked = item.get_closest_marker("django_db") is not None
        is_case = bool(getattr(getattr(item, "cls", None), "databases", None))
        if is_marked or is_case or TOUCHES_DATABASE & set(getattr(item, "fixturenames", ())):
            item.add_marker("database")


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    DATA.cleanup()


def local_only(ask: Callable[..., Any]) -> Callable[..., Any]:
    """A look-up that refuses any name but this machine's: a name asked for is a request sent."""

    def asked(host: str | bytes | None, *rest: Any, **more: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host or ""
        if name not in HERE:
            raise OSError(f"tests look up no names, and this one asked for {name}")
        return ask(host, *rest, **more)

    return asked


@pytest.fixture(scope="session", autouse=True)
def no_lookups() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for question in ("getaddrinfo", "gethostbyname", "gethostbyname_ex"):
            patch.setattr(socket, question, local_only(getattr(socket, question)))
        yield


@pytest.fixture(autouse=True)
def own_language() -> Iterator[None]:
    """Leave the language that a page was asked for to no other test."""
    yield
    translation.deactivate()
