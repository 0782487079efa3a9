"""Every address of the node."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from knutepunkt.site.views import leaving

urlpatterns: list[URLPattern | URLResolver] = [
    *i18n_patterns(path("", include("knutepunkt.site.urls")), prefix_default_language=False),
    path("robots.txt", leaving.robots),
    path("", include("knutepunkt.distribute.urls")),
]

handler400 = "knutepunkt.site.views.errors.refused"
handler404 = "knutepunkt.site.views.errors.not_found"
handler500 = "knutepunkt.site.views.errors.failed"
