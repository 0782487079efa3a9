"""The report: one page of HTML, or a PDF, that opens each figure down to the page it rests on."""

from actionfields.report.document import report
from actionfields.report.printed import pdf
from actionfields.report.words import LANGUAGES

__all__ = ["LANGUAGES", "pdf", "report"]
