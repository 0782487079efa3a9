"""Every address of the node."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from knutepunkt.site import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("robots.txt", views.robots),
    path("", include("knutepunkt.distribute.urls")),
    *i18n_patterns(path("", include("knutepunkt.site.urls")), prefix_default_language=False),
]

handler404 = "knutepunkt.site.views.not_found"
