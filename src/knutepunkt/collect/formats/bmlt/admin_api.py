"""The admin API's typed camelCase objects under the names of the semantic API."""

from collections.abc import Iterator, Mapping

from knutepunkt.collect.opened import RawRecord

MEETING = {"serviceBodyId", "startTime"}
FORMAT = {"translations", "worldId"}
BODY = {"parentId", "name", "type"}
NAMES = {
    "id": "id_bigint", "serviceBodyId": "service_body_bigint", "worldId": "worldid_mixed",
    "formatIds": "format_shared_id_list", "venueType": "venue_type", "startTime": "start_time",
    "duration": "duration_time", "timeZone": "time_zone", "name": "meeting_name",
    "email": "email_contact", "temporarilyVirtual": "temporarily_virtual",
}  # fmt: skip
BODY_NAMES = {"parentId": "parent_id", "worldId": "world_id", "email": "contact_email"}


def translated(item: RawRecord) -> Iterator[RawRecord]:
    """The item as the semantic API would have sent it; a format once for each language."""
    if item.keys() >= MEETING:
        yield meeting(item)
    elif item.keys() >= FORMAT:
        yield from formats(item)
    elif item.keys() >= BODY:
        yield {BODY_NAMES.get(key, key): value for key, value in item.items()}
    else:
        yield item


def meeting(item: RawRecord) -> RawRecord:
    """A meeting; its day counts from Sunday = 0 and becomes Sunday = 1."""
    whole = {NAMES.get(key, key): value for key, value in item.items() if key != "day"}
    day = item.get("day")
    if day is not None:
        whole["weekday_tinyint"] = day + 1 if type(day) is int else day
    custom = whole.pop("customFields", None)
    return {**custom, **whole} if isinstance(custom, Mapping) else whole


def formats(item: RawRecord) -> Iterator[RawRecord]:
    """A format in each of its languages."""
    translations = item.get("translations")
    for told in translations if isinstance(translations, list) else []:
        if isinstance(told, Mapping):
            yield {
                "id": item.get("id"),
                "world_id": item.get("worldId"),
                "key_string": told.get("key"),
                "name_string": told.get("name"),
                "lang": told.get("language"),
            }
