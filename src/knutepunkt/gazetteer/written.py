"""The forms in which people write where something is. Nothing here knows any place."""

import re

from knutepunkt.gazetteer.letters import plain

KIND_WORDS = {
    "kommune": "municipality",
    "kommuna": "municipality",
    "kommuni": "municipality",
    "suohkan": "municipality",
    "gielda": "municipality",
    "tjïelte": "municipality",
    "municipality": "municipality",
    "fylke": "county",
    "fylkeskommune": "county",
    "fylka": "county",
    "county": "county",
}
NUMBER = r"-?[0-9]{1,3}(?:\.[0-9]{1,15})?"
NUMBER_WITH_COMMA = r"-?[0-9]{1,3},[0-9]{1,15}"
POINTS = (
    re.compile(rf"({NUMBER})(?:\s*[,;]\s*|\s+)({NUMBER})"),
    re.compile(rf"({NUMBER_WITH_COMMA})(?:\s*[;,]\s*|\s+)({NUMBER_WITH_COMMA})"),
)
POSTAL_ADDRESS = re.compile(r"((?:NO?-)?[0-9]{4})(?:[\s,]+([^0-9]*))?", re.IGNORECASE)
QUALIFIED = (
    re.compile(r"([^()]+)\(([^()]+)\)"),
    re.compile(r"([^,]+),([^,]+)"),
    re.compile(r"(.+?)\s(?:i|på)\s(.+)", re.IGNORECASE),
)
BETWEEN_LANGUAGES = re.compile(r"\s*/\s*|\s+[-–—]\s+|(?<=\w)-(?=\w)")


def coordinates(text: str) -> tuple[float, float] | None:
    """Latitude and longitude in degrees, with points or commas as decimal marks."""
    for form in POINTS:
        if written := form.fullmatch(text.strip()):
            latitude, longitude = (float(part.replace(",", ".")) for part in written.groups())
            if abs(latitude) <= 90 and abs(longitude) <= 180:
                return latitude, longitude
    return None


def postal_address(text: str) -> tuple[str, str]:
    """Postal code and post town of "7011 Trondheim", each empty where it is missing."""
    written = POSTAL_ADDRESS.fullmatch(text.strip())
    return (written[1], (written[2] or "").strip()) if written else ("", "")


def kind_hint(text: str) -> tuple[str, str]:
    """ "Nes kommune" → ("municipality", "nes"); an empty hint where the text gives none."""
    words = plain(text).split()
    hint = KIND_WORDS.get(words[-1], "") if len(words) > 1 else ""
    return hint, " ".join(words[:-1] if hint else words)


def qualified(text: str) -> tuple[str, str]:
    """ "Sande (Vestfold)" → ("Sande", "Vestfold"); both empty in other forms."""
    for form in QUALIFIED:
        if written := form.fullmatch(text.strip()):
            return written[1].strip(), written[2].strip()
    return "", ""


def bilingual_parts(text: str) -> list[str]:
    """ "Porsanger/Porsáŋgu/Porsanki" → its three names."""
    return [part for part in BETWEEN_LANGUAGES.split(text.strip()) if part]


def address_parts(text: str) -> list[str]:
    """ "Storgata 1, Oslo" → its parts; empty where there are no commas."""
    parts = [part.strip() for part in text.split(",")]
    return parts if len(parts) > 1 else []
