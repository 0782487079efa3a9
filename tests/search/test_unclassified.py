"""The lists that nobody has classified, and what is judged to answer questions put to them."""

import pytest
from bench.unclassified import groups, is_relevant, questions


@pytest.mark.parametrize("name", ["first", "second"])
def test_each_question_has_a_group_and_asks_for_facts_that_some_group_has(name: str) -> None:
    everyone = groups(name)
    facts = {fact for one in everyone for fact in one.facts}
    asked = questions(name)

    without = [text for _, text, relevant in asked
               if not any(is_relevant(one, relevant) for one in everyone)]  # fmt: skip
    unknown = {
        fact for _, _, relevant in asked
        for fact in relevant.replace("|", "&").replace("!", "").split("&")
        if ":" not in fact and fact not in facts
    }  # fmt: skip

    assert len(asked) > 100
    assert without == []
    assert unknown == set()
    assert len({one.name for one in everyone}) == len(everyone)
