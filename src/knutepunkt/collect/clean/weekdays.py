"""Weekdays: by name in the languages feeds use, or by number in the ways feeds count."""

import re

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FROM_SUNDAY = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")

NAMES = {
    "MO": "monday mon mandag måndag mánodat vuossárga montag lundi lunes",
    "TU": "tuesday tue tues tirsdag tysdag tisdag dienstag mardi martes disdat maŋŋebárga",
    "WE": "wednesday wed onsdag mittwoch mercredi miércoles miercoles gaskavahkku",
    "TH": "thursday thu thur thurs torsdag donnerstag jeudi jueves duorastat",
    "FR": "friday fri fredag freitag vendredi viernes bearjadat",
    "SA": "saturday sat lørdag laurdag lördag samstag sonnabend samedi sábado sabado "
    "lávvardat lordag",
    "SU": "sunday sun søndag sundag söndag sonntag dimanche domingo sotnabeaivi sondag",
}
SHORT = {
    "ma": "MO", "man": "MO", "ti": "TU", "tir": "TU", "tirs": "TU", "tys": "TU", "on": "WE",
    "ons": "WE", "to": "TH", "tor": "TH", "tors": "TH", "fr": "FR", "fre": "FR", "lø": "SA",
    "lør": "SA", "lau": "SA", "sø": "SU", "søn": "SU",
    "mo": "MO", "tu": "TU", "we": "WE", "th": "TH", "sa": "SA", "su": "SU",
    "di": "TU", "mi": "WE", "do": "TH", "so": "SU",
}  # fmt: skip
BY_NAME = {name: code for code, names in NAMES.items() for name in names.split()} | SHORT


def weekday_named(text: str) -> str | None:
    """The two-letter code of a weekday's name, also plural ("Mondays", "mandager", "tirsdagar")."""
    word = text.strip().strip(".").lower()
    if word in BY_NAME:
        return BY_NAME[word]
    for ending in ("ene", "ane", "er", "ar", "en", "s"):
        if word.removesuffix(ending) in BY_NAME and word.endswith(ending) and len(word) > 4:
            return BY_NAME[word.removesuffix(ending)]
    return None


def weekday_counted_from_sunday(value: object) -> str:
    """The code of a day where 0 is Sunday; 7 is Sunday too; a name is taken as a name.

    Raises ValueError for anything else.
    """
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    if named := weekday_named(text):
        return named
    number = int(text)
    if isinstance(value, bool) or not 0 <= number <= 7:
        raise ValueError(value)
    return FROM_SUNDAY[number % 7]


def in_order(codes: list[str]) -> list[str]:
    """Each code once, Monday first."""
    return [code for code in CODES if code in codes]


def parted(text: str) -> list[str]:
    """The single days of "Mondays and Thursdays", "man, ons", "Mo/Mi" or "[1, 3]"."""
    parts = re.split(r"[,;/&+|]|\bog\b|\band\b|\bund\b", text)
    bare = (part.strip(" \t\n\"'[]") for part in parts)
    return [part for part in bare if part]
