"""The addresses of the site; each has the page's language before it (bokmål has none)."""

from django.urls import path, register_converter
from django.urls.converters import IntConverter

from knutepunkt.site.views import embedding, finding, leaving, reading, referring, telling


class PageNumber(IntConverter):
    """Pages are counted from one, and each has one address."""

    regex = "[1-9][0-9]{0,5}"


register_converter(PageNumber, "page")

urlpatterns = [
    path("", finding.home, name="home"),
    path("sok", finding.search, name="search"),
    path("sok/<str:address>", finding.search_again, name="search_again"),
    path("treff/<str:address>", finding.results, name="results"),
    path("forslag", finding.suggest, name="suggest"),
    path("velg/<str:address>", finding.choose, name="choose"),
    path("velg", finding.choose, name="choose"),
    path("her", finding.nearby, name="near"),
    path("gruppe/<uuid:uid>", reading.group, name="group"),
    path("g/<str:code>", reading.group_short, name="group_short"),
    path("gruppe/<uuid:uid>/tid", reading.zone_of_group, name="group_zone"),
    path("gruppe/<uuid:uid>/tid/<str:address>", reading.group_at, name="group_at"),
    path("organisasjoner", reading.all_organisations, name="organisations"),
    path("organisasjoner/<page:page>", reading.all_organisations, name="organisations"),
    path("organisasjon/<uuid:uid>", reading.organisation, name="organisation"),
    path("organisasjon/<uuid:uid>/side/<page:page>", reading.organisation, name="organisation"),
    path("organisasjon/<uuid:uid>/<str:county>", reading.organisation, name="organisation"),
    path("organisasjon/<uuid:uid>/<str:county>/<page:page>", reading.organisation,
         name="organisation"),
    path("tema", reading.all_themes, name="themes"),
    path("tema/<str:code>", reading.theme, name="theme"),
    path("tema/<str:code>/side/<page:page>", reading.theme, name="theme"),
    path("tema/<str:code>/<str:county>", reading.theme, name="theme"),
    path("tema/<str:code>/<str:county>/<page:page>", reading.theme, name="theme"),
    path("sted", reading.all_places, name="places"),
    path("sted/<str:code>", reading.place, name="place"),
    path("sted/<str:code>/<page:page>", reading.place, name="place"),
    path("begrep/<str:scheme>/<path:code>", reading.term, name="term"),
    path("hva-er-selvhjelp", reading.understandings, name="understandings"),
    path("hva-er-selvhjelp/<page:page>", reading.understandings, name="understandings"),
    path("for-fagfolk", telling.professionals, name="professionals"),
    path("henvisning", referring.refer, name="refer"),
    path("henvisning/<str:address>", referring.show_sheet, name="sheet"),
    path("henvisning/<str:address>/<str:size>.pdf", referring.sheet_pdf, name="sheet_pdf"),
    path("henvisning/<str:address>/<str:size>", referring.show_sheet, name="sheet"),
    path("for-grupper", telling.for_groups, name="for_groups"),
    path("om", telling.about, name="about"),
    path("personvern", telling.privacy, name="privacy"),
    path("tilgjengelighet", telling.accessibility, name="accessibility"),
    path("bygg-inn", embedding.embed, name="embed"),
    path("bygg-inn/<str:address>", embedding.embed, name="embed"),
    path("trygg-bruk", telling.safe, name="safe"),
    path("forlat", leaving.leave, name="leave"),
]  # fmt: skip
