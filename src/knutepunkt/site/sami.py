"""The few labels of the site that are certain in Northern Sámi.

Each is one noun that public bodies use in this sense. One that somebody is not sure of is left out:
a wrong word is worse than Bokmål.
"""

LABELS = {
    "Grupper": "Joavkkut",
    "Kommuner": "Gielddat",
    "Organisasjoner": "Organisašuvnnat",
    "Steder": "Báikkit",
    "Språk": "Giella",
    "Tema": "Fáddá",
    "Temaer": "Fáttát",
}
