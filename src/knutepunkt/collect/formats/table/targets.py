"""What a column can mean: every target of a mapping file, in the order people think of them."""

from dataclasses import dataclass
from typing import Literal

Joining = Literal["first", "space", "comma", "lines", "each"]


@dataclass(frozen=True, slots=True)
class Target:
    """One meaning of a column.

    ``joining`` tells what happens when several columns feed it: the ``first`` with a value wins
    (the others are kept beside), they are joined by a ``space``, a ``comma`` or as ``lines``, or
    ``each`` value counts. A ``private`` value is never published nor shown.
    """

    name: str
    about: str
    joining: Joining = "first"
    is_private: bool = False


TARGETS = (
    Target("id", "the source's own id of the row; nil ids and repeated ones are passed over"),
    Target("name", "the name of the group, or of the meeting when `group` is given", "space"),
    Target("group", "the group that the row's meeting belongs to"),
    Target("group_id", "the source's own id of that group"),
    Target("organisation", "who runs the group"),
    Target("organisation_id", "the source's own id of the organisation"),
    Target("organisation_number", "its legal id, such as the nine digits in Norway"),
    Target("organisation_words", "what the organisation says of itself", "lines"),
    Target("organisation_url", "the organisation's web address"),
    Target("parent_organisation", "what the organisation is a part of"),
    Target("own_words", "what the group says of itself; `own_words_nn` is in Nynorsk", "lines"),
    Target("theme", "what the group is about; several are parted by `,` `;` `/` or `|`", "each"),
    Target("target_group", "whom the group is for", "each"),
    Target("working_form", "how the group works", "each"),
    Target("organisation_form", "how the group is run", "each"),
    Target("format", "in person, online or both, and other ways of meeting", "each"),
    Target("language", "the languages spoken", "each"),
    Target("openness", "who may come", "each"),
    Target("accessibility", "what is arranged for whom", "each"),
    Target("term", "words of the source's own list", "each"),
    Target("yes_no", "a column of yes and no; a yes becomes a term with the column's name", "each"),
    Target("minimum_age", "youngest age, in years"),
    Target("maximum_age", "oldest age, in years"),
    Target("state", "active, forming, waiting-list, full, paused, closed or ended"),
    Target("schedule", "the whole schedule as text: “first Tuesday of the month 18–20”", "comma"),
    Target("weekday", "the day or days of the week", "comma"),
    Target("every", "how often, such as “every other week” or “1st and 3rd”", "space"),
    Target("date", "one or several dates", "comma"),
    Target("time", "when it begins, or from when to when"),
    Target("end_time", "when it ends"),
    Target("minutes", "how long it lasts, such as 90 or 1:30"),
    Target("season_start", "the first day of the season"),
    Target("season_end", "the last day of the season"),
    Target("except_on", "dates without a meeting", "comma"),
    Target("also_on", "dates with an extra meeting", "comma"),
    Target("timezone", "the IANA time zone of the times"),
    Target("place", "the name of the venue"),
    Target("address", "street and number, or the whole address", "comma"),
    Target("postal_code", "the postal code"),
    Target("city", "the town"),
    Target("municipality", "the municipality"),
    Target("county", "the county or region"),
    Target("area", "the district or neighbourhood", "comma"),
    Target("country", "the country, by name or code"),
    Target("latitude", "degrees north"),
    Target("longitude", "degrees east"),
    Target("coordinates", "latitude and longitude in one cell"),
    Target("area_only", "yes when the address is only an area, not a door"),
    Target("place_notes", "how to find the door", "lines"),
    Target("what_3_words", "an address in three words; kept beside"),
    Target("online_url", "the link to the online room"),
    Target("online_notes", "what to know before joining online", "lines"),
    Target("dial_in", "the number to dial into a meeting"),
    Target("fee", "what it costs", "lines"),
    Target("how_to_join", "what a newcomer should do", "lines"),
    Target("url", "the group's web address"),
    Target("updated", "when the source last changed the row"),
    Target("confirmed", "when a human last said that the row is right"),
    Target("contact", "any other way to reach a person", "each", is_private=True),
    Target("contact_name", "a contact person", "each", is_private=True),
    Target("contact_email", "an e-mail address", "each", is_private=True),
    Target("contact_phone", "a telephone number", "each", is_private=True),
    Target("notes", "anything else to know about the meeting", "lines"),
    Target("extra", "kept as it is, beside the rest", "each"),
)  # fmt: skip
BY_NAME = {target.name: target for target in TARGETS}
IN_LANGUAGES = ("own_words", "organisation_words")
TERMS = (
    "theme", "target_group", "working_form", "organisation_form", "format", "language",
    "openness", "accessibility",
)  # fmt: skip
GROUP_LIKE = frozenset(
    "group group_id organisation theme target_group working_form format openness schedule weekday "
    "every date time how_to_join online_url dial_in".split()
)


def target_named(name: str) -> Target | None:
    """The target of a name, also with a language behind (``own_words_nn``); else None."""
    if name in BY_NAME:
        return BY_NAME[name]
    for target in IN_LANGUAGES:
        language = name.removeprefix(f"{target}_")
        if language != name and 2 <= len(language) <= 8:
            return BY_NAME[target]
    return None
