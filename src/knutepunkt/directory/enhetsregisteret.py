"""Compares an organisation with Enhetsregisteret, Norway's register of legal entities."""

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from django.conf import settings

from knutepunkt.collect import fetching
from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.fingerprint import folded
from knutepunkt.directory.models import Organisation

Ask = Callable[[str], dict[str, Any] | None]


class Compared(NamedTuple):
    """What the register says of an organisation. ``who`` must act; empty when nothing differs."""

    legal_id: str
    name: str
    finding: str
    who: str


def asked(legal_id: str) -> dict[str, Any] | None:
    """The register's answer on a number; None when it has none. Raises CollectError."""
    with TemporaryDirectory(prefix="knutepunkt-") as folder:
        try:
            answer = fetching.fetch(
                f"{settings.KNUTEPUNKT_REGISTER}/enheter/{legal_id}", Path(folder)
            )
        except CollectError as error:
            if "(404)" in str(error) or "(410)" in str(error):
                return None
            raise
        found: dict[str, Any] = json.loads(answer.path.read_bytes())
        return found


def compared(organisation: Organisation, ask: Ask = asked) -> Compared:
    """What differs between an organisation and the register. Raises CollectError."""
    finding, who = judged(organisation.name, ask(organisation.legal_id))
    return Compared(organisation.legal_id, organisation.name, finding, who)


def judged(name: str, answer: dict[str, Any] | None) -> tuple[str, str]:
    """The finding in words, and who must act on it."""
    if answer is None:
        return "the register has no such number", "you: ask the organisation for its number"
    if answer.get("slettedato"):
        return (
            f"deleted from the register on {answer['slettedato']}",
            "you: ask whether it lives on",
        )
    for sign, told in (
        ("konkurs", "bankrupt"),
        ("underAvvikling", "being wound up"),
        ("underTvangsavviklingEllerTvangsopplosning", "being dissolved by force"),
    ):
        if answer.get(sign) is True:
            return f"{told}, says the register", "you: ask whether it lives on"
    if folded(str(answer.get("navn", ""))) != folded(name):
        return f"the register calls it {answer.get('navn')}", "you: check which name is right"
    return "as in the register", ""
