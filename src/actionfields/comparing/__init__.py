"""The measures applied to a coded field: a period, two periods, networks by kind, robustness."""

from actionfields.comparing.chance import ByChance, by_chance
from actionfields.comparing.governed import fate_of_measures, timeline_of_measures, unit_functions
from actionfields.comparing.material import Profile, alike, profile
from actionfields.comparing.periods import Comparison, compare, ties_together
from actionfields.comparing.reliability import Reliability, reliability
from actionfields.comparing.robustness import without_each_coder, without_each_source
from actionfields.comparing.space import space
from actionfields.comparing.tied import KindOfTies, Shape, kinds, shape, ties_of
from actionfields.comparing.understood import (
    Understood,
    agreement,
    group_agreement,
    models,
    understood,
)

__all__ = [
    "ByChance", "Comparison", "KindOfTies", "Profile", "Reliability", "Shape", "Understood",
    "agreement", "alike", "by_chance", "compare", "fate_of_measures", "group_agreement", "kinds",
    "models", "profile", "reliability", "shape", "space", "ties_of", "ties_together",
    "timeline_of_measures", "understood", "unit_functions", "without_each_coder",
    "without_each_source",
]  # fmt: skip
