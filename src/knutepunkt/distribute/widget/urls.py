"""The addresses of the widget; ``fragment`` is the list without a page around it."""

from django.urls import URLPattern, path

from knutepunkt.distribute.widget import views

CHOICES = (
    "groups",
    "theme/<str:theme>",
    "municipality/<str:municipality>",
    "theme/<str:theme>/municipality/<str:municipality>",
)

urlpatterns: list[URLPattern] = [
    path("embed/style.css", views.style),
    *(path(f"embed/{choice}/fragment", views.fragment) for choice in CHOICES),
    *(path(f"embed/{choice}", views.page) for choice in CHOICES),
]
