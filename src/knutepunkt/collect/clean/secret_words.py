"""The words, signs and names by which a password of an online room is known."""

import re

REMOVED = "***"
WORDS = (
    r"pass[ \xa0-]?words?|pass[ \xa0-]?[ck]odes?|pass[ \xa0-]?ord(?:et)?|pass[ \xa0-]?wort|"
    r"kenn\s?wort|pwd|pw|p/w|pin[ -]?(?:code|kode)|access[ -]?(?:code|key)|host[ -]key|"
    r"(?:security|participant)[ -]code|(?:adgangs|tilgangs|sikkerhets|deltak[ea]r|møte)-?kode|"
    r"lösenord|contraseña|clave|senha|mot\s+de\s+passe|code\s+d'accès|wachtwoord|hasło|пароль"
)
FIRST = r"(?=[pkatmlcswhdп])"  # how the words begin: other places are passed over at once
VALUE = r"(?:\"[^\"\n]{1,80}\"|'[^'\n]{1,80}'|“[^”\n]{1,80}”|«[^»\n]{1,80}»|[^\s,;<>()]+)"
# What follows "password" in a sentence about getting it, and is none itself.
ORDINARY = (
    "a|an|and|any|are|as|ask|at|available|before|below|beforehand|by|call|can|changes|contact|"
    "details|e-?mail|entry|for|from|given|has|here|if|in|info|information|is|it|link|may|must|"
    "needed|no|not|of|on|only|or|per|please|protected|protection|provided|request|required|"
    "requirement|see|sent|should|so|system|text|that|the|then|this|to|upon|via|was|we|when|which|"
    "will|with|you|your|"
    "av|beskytt\\w*|blir|delast|deles|den|det|du|eller|finnes|etter|fr[aå]|fås|får|gis|ikke|ikkje|kreves|krevst|ligger|med|"
    "kjem|kommer|må|når|og|oppgis|på|ring|send\\w*|som|til|trengs|utleveres|ved|å|"
    "auf|anfrage\\w*|bei|beim|bekommen|bitte|erforderlich|erfragen|erhalten|erhältlich|für|gibt|"
    "ist|kann|nicht|nur|oder|unter|und|von|wird|zu|zum|zur|über|https?:\\S*"
)
NOT_ORDINARY = rf"(?!(?:{ORDINARY})(?![\w-]))(?!https?:)"
NONE = r"(?<!\bno\s)(?<!\bingen\s)(?<!\buten\s)(?<!\butan\s)(?<!\bkein\s)(?<!\bohne\s)"
SHAPE = (
    r"(?:(?:all|in|lower|upper|case|lowercase|uppercase|caps|small|letters|always|still)\s+){0,5}"
)
HINT = (
    r"(?:[ \xa0]{0,5}\([^()\n]{0,40}\))?"
    r"(?:[ \xa0]{1,5}(?:for|to|til|i|für|zum)[ \xa0][^\n:=.]{1,40}?(?=\s{0,5}[:=]))?"
)
# The further words of "Password: one two three", up to where the sentence or line ends.
PHRASE = (
    rf"(?:(?:[ \xa0]{NOT_ORDINARY}(?-i:[a-zæøåäöü]{{1,20}})){{1,5}}"
    r"(?=[ \xa0]{0,5}(?:[.,;<>()\n]|\Z)))?"
)
# "Password: x", "passcode (small letters) = x", "Passord til møtet: x".
TOLD = re.compile(
    rf"(\b{FIRST}(?:{WORDS})\b{HINT}\s{{0,5}}(?:[:=#→][\s:=#→.]{{0,9}})){VALUE}{PHRASE}",
    re.IGNORECASE,
)
# "Passcode 1234".
GIVEN = re.compile(
    rf"(\b{FIRST}(?:{WORDS})\b[\s,.]{{1,5}}(?=\S{{0,40}}\d)){NOT_ORDINARY}[^\s,;<>()]+",
    re.IGNORECASE,
)
# "password hope", "passcode is hope", "PW - hope"; but not "password required".
SPOKEN = re.compile(
    rf"(\b{FIRST}{NONE}(?:{WORDS})\b"
    rf"(?:\s{{1,5}}(?:is|er|ist|est|es|är)\b[\s:=]{{1,5}}{SHAPE}|"
    rf"\s{{0,5}}[–—-]\s{{0,5}}|[ \t\xa0]{{1,5}}))"
    rf"{NOT_ORDINARY}(?![*:=#→–—(-]){VALUE}",
    re.IGNORECASE,
)
# Words that also mean other things: only with a sign and a number behind them.
WEAK = re.compile(
    r"(\b(?=[pck])(?<!zip )(?<!post )(?<!postal )(?<!area )(?<!qr )(?<!dress )"
    r"(?:(?:pass|pc|code|kode|key|pin)\s{0,5}(?:[:=#]|\b(?:is|er)\b)[\s:=#]{0,9}|(?:kode|pin)\s{1,5})"
    r"[\"'“«]?)(?=\S{0,40}\d{3})[^\s,;<>()\"'”»]+",
    re.IGNORECASE,
)
KEYS = "pwd|_pw|pw|passwd|password|passcode|pass|pincode|pin|tk|zak|token|access_?code"
SECRET_KEYS = {*KEYS.replace("_?", "_").split("|"), "accesscode"}
IN_LINK = re.compile(rf"((?:(?<![a-z])|(?<=_))(?:{KEYS})(?:=|%3D))[^&#\s\"'<>;]+", re.IGNORECASE)
IN_PATH = re.compile(
    rf"(?:[;?&]|%3F|%26)?(?:(?<![a-z])|(?<=%3F)|(?<=%26))(?:{KEYS})(?:=|%3D)[^&#/;]*", re.IGNORECASE
)
# Some part of every word above, so that texts without any are let through at once; by a sign in
# it, since few texts of this country hold many of the signs.
PARTS = {
    "w": ("wort", "woord", "pw", "p/w"), "c": ("code", "clave", "contra", "pc:", "pc :"),
    "k": ("kode", "token"), "y": ("key:", "t key", "t-key", "s key", "s-key"),
    "=": ("tk=", "zak=", "pin="), "%": ("tk%3d", "zak%3d", "pin%3d"), ":": ("pin:",),
    "#": ("pin#",), " ": ("pin ",), "h": ("senha",), "ö": ("lösen",), "ł": ("hasło",),
    "п": ("парол",),
}  # fmt: skip
PASS = re.compile(  # not "passing", and not "passer" but in "mot de passe"
    r"pass(?:=|%|[\s-]?[wcko]|\s?[:#]|\s(?:is|er)\b|(?:(?<=\bde\spass)|(?<=\s\spass))e)"
)
# Without any of these a link holds no query, no user and no "pwd=" in its path, and can be parsed.
DOUBTED = re.compile(r"[?@=%\[\]]")
# Behind a star, or behind the room's number: "+47 …,,123456789#,,,,*654321#".
DIALLED = re.compile(r"(?<![\s,])(?=\s*,)[\s,]+\*[\d*]+#?|(?<=#)(?=[\s,*#\d]*\d)[\s,][\s,*#\d]*")
NAME = re.compile(
    r"pass[ _-]?(?:word|wd|[ck]ode|ord|wort|phrase)|kennwort|lösenord|pwd|(?<![a-z])p_?w(?![a-z])|"
    r"(?<![a-z])pass$|pin[ _-]?(?:code|kode)|(?<![a-z])pin$|"
    r"(?:access|security|host)[ _-]?(?:code|key)|"
    r"(?:adgangs|tilgangs|sikkerhets|møte|zoom|meeting|conference)[ _-]?(?:code|kode)|"
    r"contraseña|senha|wachtwoord|hasło|пароль",
    re.IGNORECASE,
)
