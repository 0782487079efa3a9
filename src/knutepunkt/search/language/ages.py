"""How old somebody says that they are, which age group that makes, and if it was long ago."""

import re
from collections.abc import Sequence

NUMBER = r"(\d{1,2}|1[01]\d)"
# "Er 17", "fylt 80" and "17 år", but not "i 17 år", "17 år siden" or "er 5 uker på vei".
AGES = (
    re.compile(
        rf"\b(?:er|e|am|i m|fylt|fyller|blitt|turned|aged) {NUMBER}(?: år)?(?= og\b| and\b|$)"
    ),
    re.compile(
        rf"(?<!\bi )(?<!etter )(?<!siste )(?<!for )(?<!hatt )\b{NUMBER}"
        r" (?:år(?! (?:siden|sidan|etter|med|uten|i))|åring|years? old|yr old)\b"
    ),
)
GROUPS = (
    (range(13), "children"),
    (range(13, 18), "youth"),
    (range(18, 30), "young-adults"),
    (range(67, 120), "elderly"),
)
YOUNG = ("children", "youth")
# "Da vi var små", "når æ va lita", "som barn", "i oppveksten"; not "når barnet var lite".
OF_OLD = re.compile(
    r"\b(?:da|då|når|mens|when|while) (?:jeg|eg|æ|je|vi|me|mi|i|we) (?:var|va|was|were)"
    r" (?:en |ei |a )?(?:liten|lita|lite|små|ung|barn|born|unge|jente|gutt|guten|kid|kids|child"
    r"|little|young)\b"
    r"|\b(?:barndom|barndommen|barndomen|oppvekst|oppveksten|childhood|oppvokst)\b"
    r"|\b(?:vokste|vokst|vaks|voks|vakse|grew|growing) (?:opp|up)\b"
)


def stage(said: Sequence[str]) -> str:
    """ "young" where whoever writes is a child or of school age, "grown" where what they tell was
    when they were small, else "".

    >>> stage("pappa drikker og jeg er 15".split()), stage("pappa drakk da jeg var liten".split())
    ('young', 'grown')
    """
    if age_group(said) in YOUNG:
        return "young"
    return "grown" if OF_OLD.search(" ".join(said)) else ""


def age_group(said: Sequence[str]) -> str:
    """The code of the age group of whoever writes, "" where no age is told or it makes none.

    >>> age_group("er 17 og ensom".split()), age_group("gift i 17 år".split())
    ('youth', '')
    """
    text = " ".join(said)
    for pattern in AGES:
        if match := pattern.search(text):
            age = int(match[1])
            return next((code for ages, code in GROUPS if age in ages), "")
    return ""
