"""Reads the texts for translation out of Django templates, for Babel.

Django turns a template into a shape that readers of Python understand; Babel reads that.
"""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import IO, Any

from babel.messages.extract import extract_python
from django.conf import settings
from django.utils.translation.template import templatize


def extract(
    file: IO[bytes],
    keywords: Mapping[str, Any],
    comment_tags: Sequence[str],
    options: dict[str, Any],
) -> Iterator[Any]:
    """Every text of one template, as Babel's own readers give it."""
    if not settings.configured:
        settings.configure()
    shape = templatize(file.read().decode("utf-8"), origin=getattr(file, "name", None))
    # In brackets, a template's own indentation does not trouble a reader of Python.
    source = BytesIO(f"({shape}\n)".encode())
    return extract_python(source, keywords, comment_tags, options)
