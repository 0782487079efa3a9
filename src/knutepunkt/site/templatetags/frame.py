"""Tags for the frame of a page."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from knutepunkt.site import sami
from knutepunkt.site.words import page_language
from knutepunkt.site.writing import stencil

register = template.Library()


@register.simple_tag
def unchanging(name: str) -> SafeString:
    """Include a template that knows nothing of its page; it is written once for each language."""
    return stencil.unchanging(name, page_language())


@register.filter
def in_sami(label: str) -> str:
    """A label in Northern Sámi, marked as such, on a page asked for in it; else as it is."""
    known = sami.LABELS.get(str(label)) if page_language() == "se" else None
    return format_html('<span lang="se">{}</span>', known) if known else label
