"""The addresses of every door; none has a language before it, since machines come to them."""

from django.urls import URLPattern, URLResolver, include, path

from knutepunkt.distribute.changes.views import changes
from knutepunkt.distribute.doors.urls import urlpatterns as doors
from knutepunkt.distribute.widget.urls import urlpatterns as widget

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/hsds/v3/", include("knutepunkt.distribute.hsds.urls")),
    path("api/changes", changes),
    *doors,
    *widget,
]
