"""What stands where something went wrong: calm, plain, with a way on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """An address that leads nowhere."""
    del exception
    return render(request, "site/not_found.html", status=404)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A request that makes no sense."""
    del exception
    return render(request, "site/refused.html", status=400)
