from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knutepunkt.vocabulary.errors import VocabularyError
from knutepunkt.vocabulary.export import FORMATS, WRITERS, Format
from knutepunkt.vocabulary.importing import read
from knutepunkt.vocabulary.reading import Reading, Unsigned
from tests.vocabulary.made import vocabularies
from tests.vocabulary.test_round_trips import BASE, ODD

UNSIGNED = Unsigned(on=date(2026, 11, 23), author="Kari")
WHOLE = {form: WRITERS[form](ODD, BASE) for form in FORMATS}
SHARDS = st.sampled_from(["", '"', "\\", "\n", "[", "{", "<", "'", ",", "@", ":", "1e9", "\\uD800"])


def read_or_refused(data: bytes, form: Format) -> Reading | VocabularyError:
    try:
        return read(data, form, UNSIGNED)
    except VocabularyError as error:
        return error


@pytest.mark.parametrize("form", FORMATS)
@given(data=st.binary(max_size=200))
@settings(deadline=None)
def test_any_bytes_are_read_or_refused_in_words(form: Format, data: bytes) -> None:
    answer = read_or_refused(data, form)

    assert isinstance(answer, Reading) or str(answer).endswith(".")


@pytest.mark.parametrize("form", FORMATS)
@given(start=st.integers(0, 8000), length=st.integers(0, 30), shard=SHARDS)
@settings(deadline=None)
def test_a_damaged_file_is_read_or_refused_in_words(
    form: Format, start: int, length: int, shard: str
) -> None:
    text = WHOLE[form]
    at = start % len(text)

    answer = read_or_refused((text[:at] + shard + text[at + length :]).encode(), form)

    assert isinstance(answer, Reading) or str(answer).endswith(".")


@pytest.mark.parametrize("form", FORMATS)
@given(vocabulary=vocabularies())
@settings(deadline=None, max_examples=20)
def test_a_file_that_claims_another_format_is_refused(form: Format, vocabulary: object) -> None:
    other = FORMATS[FORMATS.index(form) - 1]

    answer = read_or_refused(WRITERS[other](vocabulary, BASE).encode(), form)  # type: ignore[arg-type]

    assert isinstance(answer, VocabularyError)


def test_the_parser_prints_nothing_of_a_file_it_cannot_read(
    caplog: pytest.LogCaptureFixture,
) -> None:
    text = WHOLE["skos-ttl"].replace("2026-", "2026-\\uD800")

    answer = read_or_refused(text.encode(), "skos-ttl")

    assert text != WHOLE["skos-ttl"]
    assert str(answer) == "The file has half a letter in an escape; mend it."
    assert caplog.records == []
