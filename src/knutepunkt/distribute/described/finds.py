"""What the search answers about the invented group, and what programs made for BMLT are told."""

from knutepunkt.distribute.described.sample import FRAME, ID, NAME, OWNER, SITE

PLACE = "Eksempelhuset, Eksempelgata 1, 7011 Trondheim"
ITEM = {
    "id": ID, "name": NAME, "organisation": OWNER.name,
    "themes": ["Tap og sorg"], "state": "active", "format": "in-person",
    "meetings": [{
        "name": "", "when": "tirsdager kl. 18.00–19.30", "next": "2026-12-01T18:00:00+01:00",
        "rrule": "FREQ=WEEKLY;BYDAY=TU", "start": "18:00", "minutes": 90,
        "timezone": "Europe/Oslo", "format": "in-person", "state": "active",
        "place": PLACE, "municipality": "Trondheim", "is_area": False,
    }],
    "meeting": 0, "place": PLACE, "distance_km": 0.4, "url": FRAME.page_of(ID),
    "confirmed_on": "2026-11-02", "updated_on": "2026-10-01", "is_fictitious": True,
}  # fmt: skip
READ = {
    "concepts": ["Tap og sorg"], "places": [], "weekdays": [], "begins": None, "formats": [],
    "fees": [], "corrected": [], "left_out": [], "unknown": [], "loosened": [],
}  # fmt: skip
FOUND = {
    "total": 1, "items": [ITEM], "understood": READ,
    "facets": {"weekday": {"TU": 1}, "theme": {"tap-og-sorg": 1}}, "cursor": None,
    "suggestions": [],
}  # fmt: skip
# Without a text nothing is read, and without a point nothing is near.
PUBLIC = FOUND | {
    "items": [ITEM | {"distance_km": None}], "understood": READ | {"concepts": []},
}  # fmt: skip
SUGGESTED = {
    "suggestions": [{
        "kind": "concept", "text": "Tap og sorg", "detail": "theme", "id": "theme:tap-og-sorg",
        "count": 1, "said": "", "whole": "Tap og sorg",
    }],
}  # fmt: skip
FORMATS = [{
    "id": "12", "key_string": "O", "name_string": "Åpent møte",
    "description_string": "Alle kan komme.", "lang": "nb", "world_id": "O",
    "root_server_uri": f"{SITE}/bmlt/",
}]  # fmt: skip
