"""Who takes part: actors, the positions they hold, and pools that keep a speaker unnamed."""

from dataclasses import dataclass

from actionfields.columns import choice, flag, key, reference, references, text, whole, word
from actionfields.records.place import Place, certainty, coder, sources

COLLECTIVE, ANONYMISED = "collective", "anonymised"
NOT_IDENTIFIABLE = "not_identifiable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Place):
    """Somebody who acts in the field: an organisation, a project, an authority, a collective.

    A collective is one actor and is never expanded to its members.
    """

    actor_id: str = key("The short name of the actor.")
    name: str = text("What the actor is called.")
    name_en: str = text("Its name in English, where it has one.")
    actor_type: str = word("What kind: self_help_org, municipality, collective, anonymised …")
    sphere: str = word("Where it belongs: civil_society, state, service, research, mixed …")
    sphere_uncertain: bool = flag("Whether the sphere can be doubted.")
    level: str = word("How far it reaches: local, regional, national or unclear.")
    periods: tuple[str, ...] = references("periods", "The periods it is seen in.")
    parent: str = reference("actors", "The actor it is part of.", required=False)
    pool_id: str = reference("pools", "The pool that hides who it is.", required=False)
    role_nb: str = text("Its part in the field, in bokmål.")
    role_en: str = text("Its part in the field, in English.")
    certainty: str = certainty()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool(Place):
    """Named actors among whom an anonymised one is hidden; who is who is not in the data."""

    pool_id: str = key("The short name of the pool.")
    label: str = text("What the pool is called.")
    members: tuple[str, ...] = references("actors", "Those who may be meant.")
    least: int = whole(
        "How many must fit whatever is told of an anonymised actor.", 2, 99, required=True
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Place):
    """One position an actor holds in a period; an actor can hold several at once.

    That a position cannot be identified is a value (not_identifiable), not an absence.
    """

    position_id: str = key("The short name of the row.")
    actor_id: str = reference("actors", "Who holds it.")
    period: str = reference("periods", "When.")
    position: str = word(
        "incumbent, challenger, governance_unit, adjacent_field, none_stated or not_identifiable.",
        required=True,
    )
    basis: str = choice(
        "Whether a source states it or the coder infers it.", "stated", "inferred", required=True
    )
    source_id: tuple[str, ...] = sources()
    certainty: str = certainty()
    coder_id: str = coder()
