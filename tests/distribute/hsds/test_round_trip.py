"""What a node hands on as HSDS makes the same directory on an empty node, field by field."""

from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from knutepunkt.collect.drafts import RecordDraft, Step
from knutepunkt.distribute.hsds.organisations import organisation
from knutepunkt.distribute.hsds.services import service
from knutepunkt.distribute.published import organisation_stream, stream
from tests.distribute.drafts import records
from tests.distribute.made import load_words, taken_in
from tests.distribute.nodes import emptied, everything, first_difference, taken_in_from

HERE = Step("0a0a0a0a-0000-4000-8000-000000000001", "https://a.example")


def write(path: Path) -> None:
    lines = [service(group, HERE) for group in stream()]
    lines += [organisation(one, HERE) for one in organisation_stream()]
    path.write_bytes(b"\n".join(map(msgspec.json.encode, lines)) + b"\n")


class TestRoundTrip(TestCase):
    @given(st.lists(records(), min_size=1, max_size=4, unique_by=lambda one: one.key))
    def test_an_empty_node_takes_in_the_same_directory(self, said: list[RecordDraft]) -> None:
        load_words()
        taken_in(*said)
        with TemporaryDirectory() as folder:
            before, path = everything(), Path(folder) / "all.ndjson"
            write(path)
            emptied()

            taken_in_from(path, "hsds")

        assert everything() == before, first_difference(everything(), before)
