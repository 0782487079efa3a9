"""A node's own addresses, and a page that fails."""

from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponse
from django.urls import path

from knutepunkt import urls

SECRET = "kanarifuglxyz"


def fails(request: HttpRequest) -> HttpResponse:
    raise RuntimeError(f"{SECRET} {request.path}")


handler400, handler404, handler500 = urls.handler400, urls.handler404, urls.handler500
urlpatterns = [
    *i18n_patterns(path("gaar-i-stykker", fails), prefix_default_language=False),
    *urls.urlpatterns,
]
