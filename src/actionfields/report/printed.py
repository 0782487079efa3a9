"""The report as a PDF, by WeasyPrint where it is installed; nothing is fetched while printing."""

from typing import Any, NoReturn

from actionfields.errors import FieldError

MISSING = (
    "a PDF needs WeasyPrint and the system's libpango; you: run «pip install 'knutepunkt[print]'» "
    "and install libpango, or write .html and print that from a browser."
)


def pdf(page: str) -> bytes:
    """A page of HTML as tagged PDF. Raises FieldError when what prints is not installed."""
    try:
        from weasyprint import HTML
    except (ImportError, OSError):  # OSError: WeasyPrint is there and libpango is not
        raise FieldError(MISSING) from None
    made: Any = HTML(string=page, url_fetcher=refuse).write_pdf(pdf_tags=True)
    return bytes(made)


def refuse(url: str, *_: Any, **__: Any) -> NoReturn:
    """Fetch nothing: the page holds all that it shows."""
    raise ValueError(f"the report asks for nothing outside itself, not for {url}")
