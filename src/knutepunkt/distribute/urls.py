"""The addresses of every door; none has a language before it, since machines come to them."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
