"""Formats as terms: the server's own key always, the code shared by all servers when known."""

from collections.abc import Iterable

from knutepunkt.collect.clean.text import one_line
from knutepunkt.collect.drafts import Term
from knutepunkt.collect.formats.bmlt.joining import parts
from knutepunkt.collect.opened import RawRecord

Wordings = list[RawRecord]


def terms_of(meeting: RawRecord, wordings: Wordings) -> tuple[Term, ...]:
    """The meeting's formats and its language, each once."""
    named = named_formats(meeting, wordings)
    known = {id_of(wording) for _, wording in named if wording}
    ids = dict.fromkeys(id_of(wording) for wording in wordings)
    more = [best(meeting, same(wordings, id_)) for id_ in ids if id_ not in known]
    named += [(one_line(wording.get("key_string")), wording) for wording in more]
    language = one_line(meeting.get("lang_enum"))
    terms = [Term("local", key, label_of(wording)) for key, wording in named if key]
    terms += [Term("bmlt", code, label_of(wording)) for _, wording in named
              if (code := one_line(wording.get("world_id")))]  # fmt: skip
    terms += [Term("language", language)] if language else []
    return tuple(dict.fromkeys(terms))


def named_formats(meeting: RawRecord, wordings: Wordings) -> list[tuple[str, RawRecord]]:
    """Each key as the meeting writes it, with its format in the meeting's language ({}: unknown).

    A key of a language that was not given is found by the id in the same position.
    """
    keys, ids = parts(meeting.get("formats")), parts(meeting.get("format_shared_id_list"))
    places = ids if len(ids) == len(keys) else [""] * len(keys)
    return [(key, worded(key, id_, meeting, wordings))
            for key, id_ in zip(keys, places, strict=True)]  # fmt: skip


def worded(key: str, id_: str, meeting: RawRecord, wordings: Wordings) -> RawRecord:
    """The format with the key, else with the id; {} when neither is known."""
    by_key = [wording for wording in wordings if one_line(wording.get("key_string")) == key]
    found = same(wordings, id_of(by_key[0]) if by_key else id_)
    return best(meeting, found) if found else {}


def same(wordings: Wordings, id_: str) -> Wordings:
    """The wordings of one format."""
    return [wording for wording in wordings if id_of(wording) == id_]


def best(meeting: RawRecord, wordings: Wordings) -> RawRecord:
    """The wording in the meeting's language, else in English, else the first."""
    languages = (one_line(meeting.get("lang_enum")), "en")
    return next(
        (wording for language in languages for wording in wordings
         if language and one_line(wording.get("lang")) == language),
        wordings[0],
    )  # fmt: skip


def id_of(wording: RawRecord) -> str:
    """The id that a format has in all its languages; its key when it has none."""
    return one_line(wording.get("id")) or one_line(wording.get("key_string"))


def label_of(wording: RawRecord) -> str:
    """What the format is called."""
    return one_line(wording.get("name_string"))


def shared_codes(meeting: RawRecord, wordings: Wordings) -> set[str]:
    """Codes with one meaning on every server: world ids, and keys whose format is unknown."""
    named = named_formats(meeting, wordings)
    codes = {one_line(wording.get("world_id")) for wording in wordings}
    return codes | {key for key, wording in named if not one_line(wording.get("world_id"))}


def unresolved_ids(meeting: RawRecord, wordings: Wordings) -> Iterable[str]:
    """Format ids that neither a key nor a list beside explains."""
    ids = parts(meeting.get("format_shared_id_list"))
    if len(ids) <= len(parts(meeting.get("formats"))):
        return []
    known = {id_of(wording) for wording in wordings}
    return [id_ for id_ in ids if id_ not in known]
