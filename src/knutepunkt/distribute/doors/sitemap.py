"""The sitemap: every public group's page, in parts no larger than the protocol allows."""

from xml.sax.saxutils import escape

from django.http import HttpRequest, HttpResponseBase

from knutepunkt.directory.queries import published
from knutepunkt.distribute.doors.answering import bytes_answer, open_door, problem
from knutepunkt.distribute.exporting import frame_for
from knutepunkt.distribute.published import Choice

PART = 10_000
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
XML = "application/xml; charset=utf-8"


@open_door
def index(request: HttpRequest) -> HttpResponseBase:
    """The list of parts."""
    newest = published().order_by("-pk").values_list("pk", flat=True).first() or 0
    site = escape(frame_for(Choice()).site)
    parts = "".join(
        f"<sitemap><loc>{site}/sitemap-{number}.xml</loc></sitemap>\n"
        for number in range(newest // PART + 1)
    )
    body = f'{HEAD}<sitemapindex xmlns="{SPACE}">\n{parts}</sitemapindex>\n'
    return bytes_answer(request, body.encode(), XML, None)


@open_door
def part(request: HttpRequest, number: int) -> HttpResponseBase:
    """The groups of one stretch of numbers, so that a part changes only with its own groups."""
    groups = published().filter(pk__gte=number * PART, pk__lt=(number + 1) * PART).order_by("pk")
    frame = frame_for(Choice())
    urls = [entry(frame.page_of(str(uid)), changed) for uid, changed in
            groups.values_list("uid", "updated_at")]  # fmt: skip
    if number == 0:
        urls.insert(0, entry(f"{frame.site}/", None))
    if not urls:
        return problem(404, "No such part", "this part of the sitemap is empty.")
    body = f'{HEAD}<urlset xmlns="{SPACE}">\n{"".join(urls)}</urlset>\n'
    return bytes_answer(request, body.encode(), XML, None)


def entry(address: str, changed: object) -> str:
    """One page."""
    day = f"<lastmod>{changed:%Y-%m-%d}</lastmod>" if changed else ""
    return f"<url><loc>{escape(address)}</loc>{day}</url>\n"
