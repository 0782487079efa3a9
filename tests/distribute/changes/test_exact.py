"""Whatever is written, and in whatever order, a copy that follows is the whole export."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import settings as tries
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from knutepunkt.collect.drafts import RecordDraft
from knutepunkt.directory.actions.own_edits import confirm
from knutepunkt.directory.models import Group
from tests.distribute.changes.test_following import follow, whole
from tests.distribute.drafts import records
from tests.distribute.made import NOW, load_words, taken_in, withdraw

SOME = st.lists(records(), min_size=1, max_size=3, unique_by=lambda one: one.key)
STEPS = st.lists(st.tuples(SOME, st.sampled_from("ab"), st.booleans()), min_size=1, max_size=4)


class TestExact(TestCase):
    @given(STEPS)
    @tries(max_examples=tries.default.max_examples // 4)
    def test_a_copy_that_follows_is_whole_after_every_write(
        self, steps: list[tuple[list[RecordDraft], str, bool]]
    ) -> None:
        load_words()
        copy, cursor = dict[str, bytes](), ""
        for said, source, is_taken_back in steps:
            groups = taken_in(*said, source=source)
            confirm(groups[0], by="en stuert", how="phone", moment=NOW)
            for group in groups[1:] if is_taken_back else ():
                if Group.objects.get(pk=group.pk).claims.count() == 1:
                    withdraw(group)

            cursor = follow(copy, cursor)

            with TemporaryDirectory() as folder:
                assert sorted(copy.values()) == whole(Path(folder) / "all.ndjson")
