"""Measures of a field as pure functions over plain values; each says its formula and its limits.

They know no coded field: give them voices, ties, codings or rows. What the data do not carry is
answered with ``Refused`` and the reason. ``actionfields.comparing`` applies them to a field.
"""

from actionfields.measures.alpha import Interval, alpha, alpha_interval
from actionfields.measures.brokerage import brokerage
from actionfields.measures.centralisation import (
    betweenness_centralisation,
    closeness_centralisation,
    degree_centralisation,
)
from actionfields.measures.coding import Coding
from actionfields.measures.consensus import agreement_a
from actionfields.measures.constraint import constraint
from actionfields.measures.density import density
from actionfields.measures.direction import Direction, ei_index
from actionfields.measures.disagreements import Disagreement, disagreements, uncoded
from actionfields.measures.dyads import Dyads, dyad_agreement, dyads_over, totals
from actionfields.measures.fates import Fate, Measure, fates, timeline
from actionfields.measures.functions import Evidence, FunctionCell, functions_by_level
from actionfields.measures.grounds import Chance, Grounds
from actionfields.measures.groups import GroupAgreement, GroupVoices, group_informed_agreement
from actionfields.measures.leaving_out import Flip, Robustness, leave_one_out
from actionfields.measures.mca import Axes, mca
from actionfields.measures.models import ModelStances, champions, models_by_period
from actionfields.measures.normalising import dna_average, dna_cosine, jaccard, textbook_cosine
from actionfields.measures.permuting import permuted_ei
from actionfields.measures.qap import qap
from actionfields.measures.refusals import Refused
from actionfields.measures.resampling import density_interval
from actionfields.measures.ties import Ties
from actionfields.measures.understanding import Shared, Understanding, shared_understanding
from actionfields.measures.voices import Voices

__all__ = [
    "Axes", "Chance", "Coding", "Direction", "Disagreement", "Dyads", "Evidence", "Fate", "Flip",
    "FunctionCell", "Grounds", "GroupAgreement", "GroupVoices", "Interval", "Measure",
    "ModelStances", "Refused", "Robustness", "Shared", "Ties", "Understanding", "Voices",
    "agreement_a", "alpha", "alpha_interval", "betweenness_centralisation", "brokerage",
    "champions", "closeness_centralisation", "constraint", "degree_centralisation", "density",
    "density_interval", "disagreements", "dna_average", "dna_cosine", "dyad_agreement",
    "dyads_over", "ei_index", "fates", "functions_by_level", "group_informed_agreement", "jaccard",
    "leave_one_out", "mca", "models_by_period", "permuted_ei", "qap", "shared_understanding",
    "textbook_cosine", "timeline", "totals", "uncoded",
]  # fmt: skip
