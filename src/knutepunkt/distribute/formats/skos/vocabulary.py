"""The part of the vocabulary that may be public, as a value."""

from collections.abc import Sequence

from knutepunkt.distribute.published import public_concepts, public_schemes
from knutepunkt.vocabulary.export import stored
from knutepunkt.vocabulary.records import Vocabulary


def public_vocabulary(scheme_ids: Sequence[str] = ()) -> Vocabulary:
    """The named public schemes, or all of them, without terms only unpublished groups carry."""
    known = [scheme.id for scheme in public_schemes()]
    wanted = [id_ for id_ in known if id_ in scheme_ids] if scheme_ids else known
    if not wanted:
        return Vocabulary(schemes=(), concepts=(), mappings=())
    whole = stored(wanted)
    local = {scheme.id for scheme in whole.schemes if scheme.kind == "local"}
    rows = public_concepts().filter(scheme__kind="local").values_list("scheme_id", "code")
    public = set(rows)

    def is_public(scheme: str, code: str) -> bool:
        return scheme not in local or (scheme, code) in public

    return Vocabulary(
        schemes=whole.schemes,
        concepts=tuple(one for one in whole.concepts if is_public(one.scheme, one.code)),
        mappings=tuple(
            one
            for one in whole.mappings
            if is_public(one.from_scheme, one.from_code) and is_public(one.to_scheme, one.to_code)
        ),
    )
