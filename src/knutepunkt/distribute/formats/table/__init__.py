"""Tables: the same rows as comma-separated text and as a workbook."""

CANNOT_SAY = (
    "groups' meetings that have terms of their own (all stand with the group)",
    "the sources behind a group",
    "hidden places; of an area only the town",
    "how an organisation is part of another",
    "terms of foreign and local lists",
    "which language a text is in, other than bokmål, nynorsk and English",
)
