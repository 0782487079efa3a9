"""Strategic action field analysis: code sources about a field, compare periods, trust each figure.

    import actionfields

    field = actionfields.load("selvhjelp")
    field.at("P2").statements.where(category="clearinghouse")

Pure Python with numpy and networkx. The theory: Fligstein and McAdam, A Theory of Fields (2012).
"""

from actionfields.edtf import Moment, moment
from actionfields.errors import FieldError, InvalidError, Problem, RefusedError, UnreadableError
from actionfields.field import About, Field
from actionfields.loading import load, load_sound, save, shipped
from actionfields.tables import Table

__all__ = [
    "About",
    "Field",
    "FieldError",
    "InvalidError",
    "Moment",
    "Problem",
    "RefusedError",
    "Table",
    "UnreadableError",
    "load",
    "load_sound",
    "moment",
    "save",
    "shipped",
]
