"""The addresses of the site; each has the page's language before it (bokmål has none)."""

from django.urls import path

from knutepunkt.site import views

urlpatterns = [
    path("", views.home, name="home"),
    path("gruppe/<uuid:uid>", views.group, name="group"),
    path("om", views.about, name="about"),
]
