"""Settings, all from the environment; docs/reference/settings.md names each."""

import os
import secrets
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from knutepunkt.sqlite import start_commands, use_fixed_sqlite

use_fixed_sqlite()


def words(name: str, default: str = "") -> list[str]:
    """The comma-separated words of an environment variable."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def kept_secret(folder: Path) -> str:
    """The key in KNUTEPUNKT_SECRET_KEY, or one made once and kept in the data folder."""
    if key := os.environ.get("KNUTEPUNKT_SECRET_KEY"):
        return key
    path = folder / "secret-key"
    if not path.exists() or not path.stat().st_size:
        make_secret(path)
    return path.read_text(encoding="ascii").strip()


def make_secret(path: Path) -> None:
    """Make a key, whole or not at all: a process that is ended here must not leave half of one."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with NamedTemporaryFile("w", dir=path.parent, prefix="secret-", delete=False) as file:
        file.write(secrets.token_urlsafe(50))
    Path(file.name).rename(path)


ROOT = Path(__file__).resolve().parent
DATA = Path(os.environ.get("KNUTEPUNKT_DATA") or Path.cwd() / "var").resolve()

SECRET_KEY = kept_secret(DATA)
DEBUG = os.environ.get("KNUTEPUNKT_DEBUG") == "1"
ALLOWED_HOSTS = words("KNUTEPUNKT_HOSTS", "127.0.0.1,localhost,[::1]")
KNUTEPUNKT_BASE_URI = os.environ.get("KNUTEPUNKT_BASE_URI", "https://knutepunkt.example/")
KNUTEPUNKT_SITE = os.environ.get("KNUTEPUNKT_SITE", "http://127.0.0.1:8000")
KNUTEPUNKT_REGISTER = os.environ.get(
    "KNUTEPUNKT_REGISTER", "https://data.brreg.no/enhetsregisteret/api"
)
KNUTEPUNKT_ALLOW_HOSTS = words("KNUTEPUNKT_ALLOW_HOSTS")
KNUTEPUNKT_API_RATE = float(os.environ.get("KNUTEPUNKT_API_RATE") or 20)
KNUTEPUNKT_SITE_RATE = float(os.environ.get("KNUTEPUNKT_SITE_RATE") or 20)
KNUTEPUNKT_READ_RATE = float(os.environ.get("KNUTEPUNKT_READ_RATE") or 200)
KNUTEPUNKT_PROXIES = int(os.environ.get("KNUTEPUNKT_PROXIES") or 0)
KNUTEPUNKT_EXIT = os.environ.get("KNUTEPUNKT_EXIT", "https://www.yr.no/")
KNUTEPUNKT_CONTACT = os.environ.get("KNUTEPUNKT_CONTACT", "")
KNUTEPUNKT_MAINTENANCE = os.environ.get("KNUTEPUNKT_MAINTENANCE") == "1"

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "knutepunkt.vocabulary",
    "knutepunkt.collect",
    "knutepunkt.directory",
    "knutepunkt.distribute",
    "knutepunkt.site",
]

MIDDLEWARE = [
    "knutepunkt.distribute.packing.hear_refusals",
    # Outside all others: what any of them refuses, programs are told in their own way, and people
    # who read a list in the frame of another site in theirs.
    "knutepunkt.distribute.widget.faults.told_to_people",
    "knutepunkt.distribute.api.faults.told_as_problems",
    "django.middleware.security.SecurityMiddleware",
    "knutepunkt.site.middleware.safe_headers",
    "knutepunkt.site.bodies.read_first",
    "knutepunkt.distribute.api.straight.straight_in",
    "knutepunkt.site.straight.straight_to_answers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Before everything that a kept page already went through when it was written out.
    "knutepunkt.site.writing.keeping.keep_pages",
    # Pages hold no secret beside what a stranger can put there: no cookie, no token.
    "knutepunkt.distribute.packing.pack_answers",
    "django.middleware.locale.LocaleMiddleware",
    "knutepunkt.site.middleware.maintenance",
    "knutepunkt.site.limits.LimitReading",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "knutepunkt.urls"
WSGI_APPLICATION = "knutepunkt.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["knutepunkt.site.context.everywhere"]},
    }
]


def database() -> dict[str, Any]:
    """The database DATABASE_URL names, or SQLite in the data folder."""
    url = os.environ.get("DATABASE_URL") or f"sqlite:///{DATA / 'knutepunkt.sqlite3'}"
    try:
        config: dict[str, Any] = dict(dj_database_url.parse(url))
    except ValueError:  # its text would show the password
        raise ImproperlyConfigured(
            "DATABASE_URL is no address of a database such as postgres://name:password@host/database"
        ) from None
    if config["ENGINE"].endswith("sqlite3"):
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": start_commands(),
        }
    else:
        config["CONN_HEALTH_CHECKS"] = True
    config["CONN_MAX_AGE"] = 60  # opening a database costs more than what most pages ask of it
    return config


DATABASES = {"default": database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "nb"
LANGUAGES = [
    ("nb", "Bokmål"),
    ("nn", "Nynorsk"),
    ("en", "English"),
    ("se", "Davvisámegiella"),
]
LOCALE_PATHS = [ROOT / "locale"]
TIME_ZONE = "Europe/Oslo"
USE_TZ = True

# Nobody sends files here. A large one would be laid on the disk until its request is over, whoever
# sent it and whatever stands in it; this handler passes over what is too large for memory.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
WHITENOISE_USE_FINDERS = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "knutepunkt.site.writing.files.Files"},
}

# A browser heeds this over HTTPS alone; whoever serves over HTTP is not hurt by it.
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = KNUTEPUNKT_SITE.startswith("https://")
if SECURE_SSL_REDIRECT:
    # The proxy in front says how it was asked; without one every answer would lead to itself.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
elif KNUTEPUNKT_SITE.startswith(("http://127.0.0.1", "http://localhost", "http://[::1]")):
    # Between a machine and itself nobody listens, and there is no certificate to redirect to.
    SILENCED_SYSTEM_CHECKS = ["security.W008"]
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# No cookie for seekers: the search form changes nothing, so it needs no token (ADR 0008).
CSRF_USE_SESSIONS = False
CSRF_FAILURE_VIEW = "knutepunkt.site.views.errors.strange"

# A search is health data: nothing a visitor asks for may reach a log.
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"place": {"()": "knutepunkt.mistakes.Place"}},
    "filters": {"mistakes": {"()": "knutepunkt.mistakes.Mistakes"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler"},
        # Its own lines hold addresses and messages; of a fault only kind and place are told.
        "mistakes": {
            "class": "logging.StreamHandler",
            "formatter": "place",
            "filters": ["mistakes"],
        },
    },
    "loggers": {
        "django.request": {"handlers": ["mistakes"], "propagate": False, "level": "ERROR"},
        "django.server": {"handlers": [], "propagate": False, "level": "CRITICAL"},
        "httpx": {"level": "WARNING"},
        # Told in a sentence of ours; it would print a traceback, with whatever stands in the file.
        "rdflib": {"level": "CRITICAL"},
        "knutepunkt": {"handlers": ["stderr"], "level": "INFO"},
    },
}
