"""What happened: events, who took part in them, and the ties between actors."""

from dataclasses import dataclass

from actionfields.columns import choice, date, flag, key, reference, text, word
from actionfields.edtf import Moment
from actionfields.records.place import Place, certainty, coder, sources

EXPLICIT, DERIVED = "explicit", "derived_from_event"
REPORTED, PROSPECTIVE = "reported", "prospective"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Place):
    """A meeting, a founding, a plan, a decision or a longer process."""

    event_id: str = key("The short name of the event.")
    name_nb: str = text("What it is called in bokmål.")
    name_en: str = text("What it is called in English.")
    period: str = reference("periods", "The period it belongs to.")
    when: Moment | None = date("When it was.")
    kind: str = word("What kind of event.")
    source_id: tuple[str, ...] = sources()
    certainty: str = certainty()


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation(Place):
    """That an actor took part in an event in a role, according to some account.

    Accounts that contradict each other stand side by side, each with its sources.
    """

    participation_id: str = key("The short name of the row.")
    event_id: str = reference("events", "The event.")
    actor_id: str = reference("actors", "Who took part.")
    role: str = word("As what: host, participant, applicant, interviewee …", required=True)
    account: str = choice(
        "What the source says of it; nothing means present.", "present", "absent", "unclear"
    )
    list_status: str = choice(
        "Whether the list of those in this role is whole.", "complete", "partial"
    )
    source_id: tuple[str, ...] = sources()
    certainty: str = certainty()
    coder_id: str = coder()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie(Place):
    """A relation between two actors; a kind of relation is a network of its own.

    ``basis`` derived_from_event means that nobody told of the tie; an event's list implies it.
    """

    tie_id: str = key("The short name of the tie.")
    source_actor: str = reference("actors", "From whom, or one of the two.")
    target_actor: str = reference("actors", "To whom, or the other.")
    directed: bool = flag("Whether the order of the two means something.")
    kind: str = word("What kind of tie; kinds are never pooled.", required=True)
    period: str = reference("periods", "When.")
    when: Moment | None = date("When, more exactly.")
    status: str = choice(
        "Whether it is reported as fact or only intended.", REPORTED, PROSPECTIVE, required=True
    )
    basis: str = choice(
        "Whether a source tells of it or it follows from an event.",
        EXPLICIT,
        DERIVED,
        required=True,
    )
    event_id: str = reference("events", "The event it follows from or belongs to.", required=False)
    source_id: tuple[str, ...] = sources()
    certainty: str = certainty()
    coder_id: str = coder()
