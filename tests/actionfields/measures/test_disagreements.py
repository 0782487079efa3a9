from actionfields.measures.coding import Coding
from actionfields.measures.disagreements import Disagreement, disagreements, uncoded

ROWS = [
    ("s1", "kari", 1), ("s1", "ola", -1),
    ("s2", "kari", 1), ("s2", "ola", 1), ("s2", "per", 0),
    ("s3", "kari", 1), ("s3", "ola", 1), ("s3", "per", 1),
]  # fmt: skip


def test_each_unit_that_divides_coders_is_listed_with_its_codes() -> None:
    assert list(disagreements(Coding.of(ROWS))) == [
        Disagreement("s1", (("kari", 1), ("ola", -1)), ("per",)),
        Disagreement("s2", (("kari", 1), ("ola", 1), ("per", 0)), ()),
    ]


def test_what_a_coder_left_out_is_a_list_of_its_own() -> None:
    assert uncoded(Coding.of(ROWS)) == {"s1": ("per",)}
