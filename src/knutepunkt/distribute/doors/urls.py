"""The addresses of files and feeds."""

from django.urls import URLPattern, path

from knutepunkt.distribute.doors import bmlt, codes, sitemap, views, vocabularies

ENDS = "groups.<str:ending>"

urlpatterns: list[URLPattern] = [
    path(f"feeds/{ENDS}", views.feed),
    path(f"feeds/theme/<str:theme>/{ENDS}", views.feed),
    path(f"feeds/municipality/<str:municipality>/{ENDS}", views.feed),
    path(f"feeds/theme/<str:theme>/municipality/<str:municipality>/{ENDS}", views.feed),
    path("feeds/group/<uuid:uid>.ics", views.group, {"ending": "ics"}),
    path("feeds/group/<uuid:uid>.jsonld", views.group, {"ending": "jsonld"}),
    path("feeds/vocabularies.json", vocabularies.schemes),
    path("feeds/vocabularies/<str:id_>.ttl", vocabularies.scheme, {"ending": "ttl"}),
    path("feeds/vocabularies/<str:id_>.jsonld", vocabularies.scheme, {"ending": "jsonld"}),
    path("qr/<uuid:uid>.svg", codes.code, {"ending": "svg"}),
    path("qr/<uuid:uid>.png", codes.code, {"ending": "png"}),
    path("bmlt/client_interface/json/", bmlt.client_interface),
    path("bmlt/client_interface/json", bmlt.client_interface),
    path("sitemap.xml", sitemap.index),
    path("sitemap-pages.xml", sitemap.standing),
    path("sitemap-<slug:kind>-<int:number>.xml", sitemap.part),
]
