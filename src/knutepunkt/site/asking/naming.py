"""What is called how of that which no vocabulary has: organisations, sources, how long ago."""

from uuid import UUID

from django.utils.translation import gettext as _

from knutepunkt.collect.models import Source
from knutepunkt.distribute.published.organisations import public_organisations
from knutepunkt.site.asking.question import CONFIRMED


def organisation_called(uid: str) -> str:
    """The name of an organisation anybody may read about; "" for none such. One query."""
    return public_organisations().filter(uid=UUID(uid)).values_list("name", flat=True).first() or ""


def source_called(id_: str) -> str:
    """The name of a source; "" for none such. One query."""
    return Source.objects.filter(id=id_).values_list("name", flat=True).first() or ""


def confirmed_called(months: str) -> str:
    """ "Bekreftet de siste 6 månedene"."""
    return _("Bekreftet de siste %(number)s månedene") % {"number": months}


def confirmed_within() -> list[tuple[str, str]]:
    """How long ago an entry may have been confirmed at most, to choose from."""
    return [(months, confirmed_called(months)) for months in CONFIRMED]
