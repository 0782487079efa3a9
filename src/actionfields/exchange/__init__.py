"""Exchange with other tools: each form is a writer, a reader or both, told by name or ending."""

from actionfields.exchange.forms import FORMS, Form, form_of, read, written
from actionfields.exchange.handed import Handed

__all__ = ["FORMS", "Form", "Handed", "form_of", "read", "written"]
