import pytest

from knutepunkt.collect.drafts import GroupDraft, MeetingDraft, RecordDraft
from knutepunkt.sample.groups import records


@pytest.fixture(scope="session")
def sample() -> tuple[RecordDraft, ...]:
    return tuple(records(2_500))


@pytest.fixture(scope="session")
def groups(sample: tuple[RecordDraft, ...]) -> tuple[GroupDraft, ...]:
    return tuple(record.group for record in sample if record.group is not None)


@pytest.fixture(scope="session")
def meetings(sample: tuple[RecordDraft, ...]) -> tuple[MeetingDraft, ...]:
    return tuple(meeting for record in sample for meeting in record.meetings)
