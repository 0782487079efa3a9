"""The addresses of every door; none has a language before it, since machines come to them."""

from django.urls import URLPattern, URLResolver, include, path

from knutepunkt.distribute.api.nothing import nothing
from knutepunkt.distribute.changes.views import changes
from knutepunkt.distribute.described.views import docs, openapi
from knutepunkt.distribute.doors.urls import urlpatterns as doors
from knutepunkt.distribute.searching.views import search, suggest
from knutepunkt.distribute.widget.urls import urlpatterns as widget

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/hsds/v3/", include("knutepunkt.distribute.hsds.urls")),
    path("api/changes", changes),
    path("api/search", search),
    path("api/suggest", suggest),
    path("api/openapi.json", openapi, name="openapi"),
    path("api/docs", docs, name="api"),
    path("api/", nothing),
    path("api/<path:anything>", nothing),
    *doors,
    path("feeds/<path:anything>", nothing),
    *widget,
]
