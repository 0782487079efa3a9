"""Every word for a password is noticed, also by the quick look that lets most texts through."""

import pytest

from knutepunkt.collect.clean.secret_words import PARTS
from knutepunkt.collect.clean.secrets import (
    is_secret,
    link_without_secrets,
    number_without_secrets,
    without_secrets,
)

WORDS = (
    "password|pass word|passcode|passord|pass ord|passwort|kennwort|kenn wort|pwd|pw|pincode|"
    "pin-kode|PIN kode|access code|adgangskode|tilgangskode|møtekode|lösenord|contraseña|clave|"
    "senha|mot de passe|mot  de \n passe|code d'accès|wachtwoord|hasło|пароль|PASSORD|ПАРОЛЬ"
).split("|")


@pytest.mark.parametrize("word", WORDS)
def test_what_follows_the_word_is_taken_out(word: str) -> None:
    clean = without_secrets(f"{word}: sommer12")

    assert clean == f"{word}: ***"


TOLD = (
    "Passcode is {}", "PW - {}", "password {}", "Password (small letters): {}", "passord “{}”",
    "Password for the meeting: {}", "the passcode is all lower case {}", "Passcode → {}",
    "Passord er «{}»", "passkode: {}", "P/W: {}", "host key {}",
)  # fmt: skip
NUMBERED = ("Pass: {}", "PC: {}", "kode {}", "Code: {}", "pin {}", "Passcode, {}", "Passcode\n{}")


@pytest.mark.parametrize("sentence", TOLD)
def test_a_password_of_letters_is_taken_out_however_it_is_told(sentence: str) -> None:
    clean = without_secrets(sentence.format("serenity"))

    assert "serenity" not in clean


@pytest.mark.parametrize("sentence", NUMBERED)
def test_a_password_of_digits_is_taken_out_however_it_is_told(sentence: str) -> None:
    clean = without_secrets(sentence.format("482913"))

    assert "482913" not in clean


@pytest.mark.parametrize(
    "text",
    [
        "No password required", "Password-protected room", "For the password, write to us",
        "Passord sendes på SMS", "Passwort erfragen", "password is required", "Post code: 90210",
        "Dress code: casual", "The group Pass it on since 2020", "No password All are welcome",
        "Passord deles ut ved påmelding", "Passordet blir sendt dagen før",
        "Passord kommer på e-post", "Passord finnes i gruppa",
    ],
)  # fmt: skip
def test_a_sentence_about_passwords_that_tells_none_stays(text: str) -> None:
    clean = without_secrets(text)

    assert clean == text


@pytest.mark.parametrize(
    "link",
    [
        "https://rom.example/j/1?pwd=sommer", "https://rom.example/j/1;pwd=sommer",
        "https://rom.example/j/1%3Fpwd%3Dsommer", "https://rom.example/j/1?_pw=sommer",
        "https://rom.example/j/1#pwd=sommer", "https://du:sommer@rom.example/j/1",
        "https://rom.example/j/1?zak=sommer", "https://rom.example/j/1pwd=sommer",
    ],
)  # fmt: skip
def test_a_link_keeps_its_room_and_loses_its_password(link: str) -> None:
    clean = link_without_secrets(link)

    assert clean == "https://rom.example/j/1"


@pytest.mark.parametrize("behind", [",,,,*482913#", ",,#,,482913#", ",,1#,482913#"])
def test_a_number_to_dial_keeps_its_room_and_loses_its_password(behind: str) -> None:
    clean = number_without_secrets(f"+47 21 00 00 00,,123456789#{behind}")

    assert clean == "+47 21 00 00 00,,123456789#"


@pytest.mark.parametrize(
    "name",
    ["passcode", "conference_password", "zoom_pw", "Møtepassord", "Zoom-kode", "custom_pass"],
)
def test_a_field_is_known_as_a_password_by_its_name(name: str) -> None:
    assert is_secret(name)


@pytest.mark.parametrize(
    "name", ["postal_code", "landkode", "passive", "compass", "code", "pinned"]
)
def test_a_field_with_another_name_is_no_password(name: str) -> None:
    assert not is_secret(name)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Password: one two three", "Password: ***"),
        ("Passord: tre små ord\nVelkommen", "Passord: ***\nVelkommen"),
        ("Password: one two. See you", "Password: ***. See you"),
        ("Password: hope please come early", "Password: *** please come early"),
        ("Password: hope Meeting ID 12 34", "Password: *** Meeting ID 12 34"),
        ("Password-hope", "Password-***"),
    ],
)
def test_a_password_of_several_words_ends_where_its_sentence_does(text: str, clean: str) -> None:
    assert without_secrets(text) == clean


@pytest.mark.parametrize("sign", PARTS)
def test_the_quick_look_goes_by_a_sign_that_every_part_holds(sign: str) -> None:
    assert [part for part in PARTS[sign] if sign not in part] == []


@pytest.mark.parametrize("word", ["passord→", "passcode,"])
def test_a_password_is_taken_out_where_no_space_stands(word: str) -> None:
    assert without_secrets(f"{word}1234") == f"{word}***"
