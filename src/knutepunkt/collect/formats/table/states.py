"""Whether a group is running, in the words that lists use."""

from knutepunkt.collect.drafts import State
from knutepunkt.collect.formats.table.row import Row

WORDS: dict[State, str] = {
    "active": "active|aktiv|aktivt|open|åpen|åpent|ope|open to new members|åpen for nye|ledig|"
    "ledige plasser|true|yes|ja|i drift|running|aktuell|pågår|published|publisert",
    "forming": "forming|under oppstart|starter opp|oppstart|ny gruppe|new|starting|planlagt|"
    "planned|under etablering|in gründung|neu|søker deltakere|søkjer deltakarar",
    "waiting-list": "waiting-list|waiting list|venteliste|warteliste",
    "full": "full|fullt|fulltegnet|fullteikna|voll|ingen ledige plasser",
    "paused": "paused|pause|på vent|on hold|pauset|på pause|suspended|temporarily closed|"
    "midlertidig stengt|mellombels stengd|inactive|inaktiv|false|no|nei|nein|pausiert|ruht",
    "closed": "closed|lukket|lukka|stengt|stengd|lukket for nye|closed to new members|geschlossen",
    "ended": "ended|avsluttet|avslutta|nedlagt|nedlagd|defunct|opphørt|beendet|aufgelöst",
}
BY_WORD: dict[str, State] = {
    word: state for state, words in WORDS.items() for word in words.split("|")
}
OWNER = "you: say under [values.state] of the mapping file what the word means"


def state_of(row: Row, *, is_paused: bool) -> State:
    """The state a row tells; active when it tells none, with an issue for an unknown word."""
    word = row.one("state")
    state = BY_WORD.get(word.lower())
    if word and state is None:
        row.issue("state", word, "nobody said what this state means", OWNER)
    return "paused" if is_paused else state or "active"
