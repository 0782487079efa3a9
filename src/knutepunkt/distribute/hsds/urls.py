"""The addresses of HSDS 3.0."""

from django.urls import path

from knutepunkt.distribute.hsds import views

urlpatterns = [
    path("", views.root),
    path("profile", views.profile),
    path("services", views.services),
    path("services/<uuid:uid>", views.service),
    path("service_at_locations", views.service_at_locations),
    path("service_at_locations/<uuid:uid>", views.service_at_location),
    path("organizations", views.organizations),
    path("organizations/<uuid:uid>", views.organization),
    path("taxonomies", views.taxonomy_list),
    path("taxonomies/<uuid:uid>", views.taxonomy),
    path("taxonomy_terms", views.taxonomy_terms),
    path("taxonomy_terms/<uuid:uid>", views.taxonomy_term),
]
