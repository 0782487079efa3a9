import actionfields


def test_a_shipped_field_is_read_by_its_name() -> None:
    field = actionfields.load("selvhjelp")

    assert field.about.name == "selvhjelp"
