"""The node as it is served, with one address more: the barest JSON view that Django can have."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "knutepunkt.settings")

from django.conf import settings

settings.ROOT_URLCONF = "bare"

from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.http import HttpRequest, JsonResponse  # noqa: E402
from django.urls import path  # noqa: E402

application = get_wsgi_application()

from knutepunkt.urls import urlpatterns as node  # noqa: E402 - needs Django to be ready


def bare(request: HttpRequest) -> JsonResponse:
    """Nothing but the answer itself."""
    del request
    return JsonResponse({"version": "3.0"})


urlpatterns = [path("bare", bare), *node]
