"""The addresses of the site; each has the page's language before it (bokmål has none)."""

from django.urls import path

from knutepunkt.site.views import finding, leaving, reading, referring, telling

urlpatterns = [
    path("", finding.home, name="home"),
    path("sok", finding.search, name="search"),
    path("treff/<str:address>", finding.results, name="results"),
    path("forslag", finding.suggest, name="suggest"),
    path("her", finding.nearby, name="near"),
    path("gruppe/<uuid:uid>", reading.group, name="group"),
    path("gruppe/<uuid:uid>/tid", reading.zone_of_group, name="group_zone"),
    path("gruppe/<uuid:uid>/tid/<str:address>", reading.group_at, name="group_at"),
    path("organisasjoner", reading.all_organisations, name="organisations"),
    path("organisasjoner/<int:page>", reading.all_organisations, name="organisations"),
    path("organisasjon/<uuid:uid>", reading.organisation, name="organisation"),
    path("organisasjon/<uuid:uid>/side/<int:page>", reading.organisation, name="organisation"),
    path("organisasjon/<uuid:uid>/<str:county>", reading.organisation, name="organisation"),
    path("organisasjon/<uuid:uid>/<str:county>/<int:page>", reading.organisation,
         name="organisation"),
    path("tema", reading.all_themes, name="themes"),
    path("tema/<str:code>", reading.theme, name="theme"),
    path("tema/<str:code>/side/<int:page>", reading.theme, name="theme"),
    path("tema/<str:code>/<str:county>", reading.theme, name="theme"),
    path("tema/<str:code>/<str:county>/<int:page>", reading.theme, name="theme"),
    path("sted", reading.all_places, name="places"),
    path("sted/<str:code>", reading.place, name="place"),
    path("sted/<str:code>/<int:page>", reading.place, name="place"),
    path("begrep/<str:scheme>/<path:code>", reading.term, name="term"),
    path("hva-er-selvhjelp", reading.understandings, name="understandings"),
    path("hva-er-selvhjelp/<int:page>", reading.understandings, name="understandings"),
    path("for-fagfolk", telling.professionals, name="professionals"),
    path("henvisning", referring.refer, name="refer"),
    path("henvisning/<str:address>", referring.show_sheet, name="sheet"),
    path("henvisning/<str:address>/<str:size>", referring.show_sheet, name="sheet"),
    path("for-grupper", telling.for_groups, name="for_groups"),
    path("om", telling.about, name="about"),
    path("personvern", telling.privacy, name="privacy"),
    path("tilgjengelighet", telling.accessibility, name="accessibility"),
    path("bygg-inn", telling.embed, name="embed"),
    path("forlat", leaving.leave, name="leave"),
]  # fmt: skip
