"""The organisations of meetings as a BMLT server's service bodies, told once, last and by name."""

from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b

import msgspec

from knutepunkt.collect.drafts import OrganisationDraft
from knutepunkt.distribute.met import Met
from knutepunkt.sqlite import nameless

ENCODE = msgspec.json.Encoder().encode
TABLE = "CREATE TABLE body (name TEXT, id TEXT, told BLOB, PRIMARY KEY (name, id)) WITHOUT ROWID;"


class Bodies:
    """The service bodies met so far, on the disk. ``root`` is the server's address."""

    def __init__(self, root: str) -> None:
        self.root, self.met, self.file = root, Met(), nameless(TABLE)

    def number_of(self, owner: OrganisationDraft | None) -> str:
        """The number of an organisation, which is noted; "" for none."""
        if owner is None:
            return ""
        id_ = number(owner.key)
        if self.met.is_new(id_):
            told = ENCODE(body(owner, id_, self.root))
            self.file.execute("INSERT INTO body VALUES (?, ?, ?)", [owner.name, id_, told])
        return id_

    def by_name(self) -> Iterator[bytes]:
        """The JSON of each."""
        for (told,) in self.file.execute("SELECT told FROM body ORDER BY name, id"):
            yield told

    def close(self) -> None:
        """Give the disk its room back."""
        self.met.close()
        self.file.close()


def body(owner: OrganisationDraft, id_: str, root: str) -> dict[str, str]:
    """An organisation as a service body."""
    return {
        "id": id_,
        "parent_id": number(owner.parent_key) if owner.parent_key else "0",
        "name": owner.name,
        "description": "\n\n".join(text for _, text in owner.own_words),
        "type": "AS",
        "url": owner.url,
        "helpline": "",
        "world_id": "",
        "root_server_uri": root,
    }


@lru_cache(maxsize=2000)
def number(key: str) -> str:
    """A number of 52 bits for a UUID: BMLT's ids are numbers, and JavaScript's have 53 bits."""
    return str(int.from_bytes(blake2b(key.encode(), digest_size=7).digest()) >> 4)
