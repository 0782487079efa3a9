"""Tags for what costs most on a page: its frame, cards and choices."""

from django import template
from django.utils.safestring import SafeString

from knutepunkt.site import stencil
from knutepunkt.site.drawing import card_drawn, filter_drawn
from knutepunkt.site.words import language

register = template.Library()
register.simple_tag(card_drawn)
register.simple_tag(filter_drawn)


@register.simple_tag
def unchanging(name: str) -> SafeString:
    """Include a template that knows nothing of its page; it is written once for each language."""
    return stencil.unchanging(name, language())
