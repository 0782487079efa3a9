from actionfields.comparing.understood import agreement, understood
from tests.actionfields.comparing.fields import ACTORS, made, said

POOL = {"actor_id": "alle", "actor_type": "collective", "periods": "A", "sphere_uncertain": "0"}


def actors_with(*more: dict[str, str]) -> list[dict[str, str]]:
    return [{"actor_id": one, "periods": "A", "sphere_uncertain": "0"} for one in ACTORS] + [*more]


def test_those_seen_and_not_heard_are_silent() -> None:
    field = made(statements=said(("elv", "A", "hub", 1, "talk")))

    one = understood(field, "A").named.of("hub")

    assert (one.supporters, one.silent) == (("elv",), ACTORS[1:])


def test_a_collective_is_one_voice_apart() -> None:
    rows = said(("elv", "A", "hub", 1, "talk"), ("alle", "A", "hub", -1, "talk"))
    field = made(statements=rows, actors=actors_with(POOL))

    named, collective = understood(field, "A").of("hub")

    assert (named.supporters, named.opponents) == (("elv",), ())
    assert (collective.opponents, collective.silent) == (("alle",), ())


def test_an_anonymised_speaker_is_not_counted_beside_those_it_may_be() -> None:
    hidden = {"actor_id": "nr 1", "actor_type": "anonymised", "sphere_uncertain": "0"}
    field = made(statements=said(("nr 1", "A", "hub", 1, "talk")), actors=actors_with(hidden))

    named, unnamed = understood(field, "A").of("hub")

    assert (named.voices, unnamed.supporters) == (0, ("nr 1",))


def test_a_collective_of_another_period_is_not_silent_in_this_one() -> None:
    field = made(actors=actors_with(POOL))

    assert understood(field, "B").of("hub")[1].base == 0


def test_the_analyst_is_no_actor_of_the_field() -> None:
    analyst = {"actor_id": "meg", "actor_type": "analyst", "sphere_uncertain": "0"}
    field = made(statements=said(("meg", "A", "hub", 1, "talk")), actors=actors_with(analyst))

    found = understood(field, "A")

    assert found.named.of("hub").voices == found.collective.of("hub").voices == 0


def test_what_was_said_in_another_period_is_not_heard() -> None:
    field = made(statements=said(("elv", "B", "hub", 1, "talk")))

    assert understood(field, "A").named.of("hub").voices == 0


def test_one_question_has_its_own_categories() -> None:
    assert understood(made(), "A", "Q2").named.voices.categories == ("net",)


def test_agreement_is_among_those_heard() -> None:
    rows = said(("elv", "A", "hub", 1, "talk"), ("hav", "A", "hub", -1, "talk"))

    found = agreement(made(statements=rows), "A")

    assert found.actors == ("elv", "hav")
    assert found.conflict[0, 1] == 1
