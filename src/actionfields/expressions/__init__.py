"""How a finding says what it is computed from: a small language over the tables.

    count(participation[event_id = ev_seminars, role = co_organiser].actor_id)
    {for: models[model_id = link, stance = supports].actor_id, against: ...}

Nothing in it can do anything but look at rows; the whole vocabulary is in docs/reference.
"""

from actionfields.expressions.answers import Answer, answer
from actionfields.expressions.parsing import parsed

__all__ = ["Answer", "answer", "parsed"]
