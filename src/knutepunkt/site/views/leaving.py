"""The quick way out, and what machines may read."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe


@require_safe
def leave(request: HttpRequest) -> HttpResponse:
    """Away to an ordinary page; the browser is asked to throw out what it kept of this one."""
    del request
    response = HttpResponseRedirect(settings.KNUTEPUNKT_EXIT, status=303)
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Public pages may be found; what somebody asked has an address nobody should keep."""
    del request
    lines = [
        "User-agent: *",
        *(f"Disallow: {start}" for start in ("/treff/", "/henvisning/", "/forlat")),
        "Allow: /",
        f"Sitemap: {settings.KNUTEPUNKT_SITE.rstrip('/')}/sitemap.xml",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
