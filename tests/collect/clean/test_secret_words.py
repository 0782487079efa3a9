"""Every word for a password is noticed, also by the quick look that lets most texts through."""

import pytest

from knutepunkt.collect.clean.secrets import without_secrets

WORDS = (
    "password|pass word|passcode|passord|pass ord|passwort|kennwort|kenn wort|pwd|pw|pincode|"
    "pin-kode|PIN kode|access code|adgangskode|tilgangskode|møtekode|lösenord|contraseña|clave|"
    "senha|mot de passe|code d'accès|wachtwoord|hasło|пароль|PASSORD|ПАРОЛЬ"
).split("|")


@pytest.mark.parametrize("word", WORDS)
def test_what_follows_the_word_is_taken_out(word: str) -> None:
    clean = without_secrets(f"{word}: sommer12")

    assert clean == f"{word}: ***"
