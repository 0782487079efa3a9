from hypothesis import given, settings
from hypothesis import strategies as st

from actionfields.exchange.refi.counting import WAYS, Counting, Passage, counting_of

LETTERS = st.lists(st.sampled_from(["a", "å", " ", "\n", "\r\n", "🌼", "𝒜"]), max_size=30)


def places(text: str, way: Counting) -> list[tuple[Passage, str]]:
    """Every passage of some letters that a tool would write, counting in its own way."""
    found = []
    for start in range(len(text)):
        for end in range(start + 1, min(start + 9, len(text) + 1)):
            words = way.cut(text, [Passage(start, end - way.is_inclusive)])[0]
            if words is not None and len("".join(words.split())) > 2 and "\ufffd" not in words:
                found.append((Passage(start, end - way.is_inclusive, words.strip()), words))
    return found


@settings(max_examples=30, deadline=None)
@given(text=LETTERS.map("".join), way=st.sampled_from(WAYS))
def test_passages_that_say_their_words_are_found_in_any_way_of_counting(
    text: str, way: Counting
) -> None:
    said = places(text, way)

    found = counting_of(text, [one for one, _ in said])

    words = found.cut(text, [one for one, _ in said])
    assert [(one or "").split() for one in words] == [one.split() for _, one in said]


def test_the_standard_is_kept_where_nothing_tells() -> None:
    assert counting_of("abc", [Passage(0, 2), Passage(1, 9)]) == Counting()


def test_a_passage_outside_the_text_has_no_words() -> None:
    assert Counting().cut("abc", [Passage(2, 9), Passage(2, 1), Passage(0, 3)]) == [
        None,
        None,
        "abc",
    ]
