"""How much each word of all labels speaks for a concept."""

from knutepunkt.search.language.evidence import MOST, evidence, spoken_for
from knutepunkt.search.language.reading import STEP, Read

HEART, GRIEF, OTHER = 1, 2, 3


def test_word_of_few_concepts_speaks_more() -> None:
    told = evidence([(HEART, ["hjert", "rase"]), (GRIEF, ["hjert", "sorg"])])

    assert told["rase"][HEART] > told["hjert"][HEART]


def test_word_said_often_of_a_concept_speaks_more() -> None:
    told = evidence([(HEART, ["hjert"]), (HEART, ["hjert"]), (GRIEF, ["hjert"]), (GRIEF, ["sorg"])])

    assert told["hjert"][HEART] > told["hjert"][GRIEF]


def test_word_of_too_many_concepts_speaks_for_those_that_say_it_most() -> None:
    seldom = [(number, ["ofte"]) for number in range(MOST + 5)]

    told = evidence([*seldom, (MOST + 4, ["ofte"])])

    assert (len(told["ofte"]), MOST + 4 in told["ofte"]) == (MOST, True)


def test_of_two_readings_of_a_word_the_better_one_counts() -> None:
    told = evidence([(HEART, ["hjert"]), (HEART, ["heart"]), (GRIEF, ["sorg"])])
    both = Read(["hjerte"], {"hjert": [0], "heart": [0]})
    one = Read(["hjerte"], {"hjert": [0]})

    assert spoken_for(told, both) == spoken_for(told, one)


def test_words_speak_together() -> None:
    told = evidence([(HEART, ["hjert", "rase"]), (GRIEF, ["sorg"]), (OTHER, ["rase"])])
    read = Read(["hjertet", "raser"], {"hjert": [0], "rase": [STEP]})

    assert spoken_for(told, read)[HEART] == told["hjert"][HEART] + told["rase"][HEART]
