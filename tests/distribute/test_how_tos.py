"""What the how-tos tell people to open is there, by the node's own vocabulary."""

import re
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from knutepunkt.vocabulary import actions, files
from tests.distribute.made import record, taken_in

HOW_TOS = Path(__file__).resolve().parents[2] / "docs" / "how-to"
ADDRESS = re.compile(r"https://knutepunkt\.example(/[^\s\"`]+)")


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["connect-a-site", "load-into-a-spreadsheet"])
def test_every_address_of_a_how_to_answers(client: Client, settings: Settings, page: str) -> None:
    settings.KNUTEPUNKT_API_RATE = 1e6
    actions.load(files.DATA)
    taken_in(record("Håp"))
    told = ADDRESS.findall((HOW_TOS / f"{page}.md").read_text(encoding="utf-8"))

    # Paper takes seconds; test_printed.py looks at it.
    asked = [address for address in told if not address.endswith(".pdf")]
    answers = {address: client.get(address).status_code for address in asked}

    assert answers == dict.fromkeys(asked, 200)
    assert len(asked) >= 3
