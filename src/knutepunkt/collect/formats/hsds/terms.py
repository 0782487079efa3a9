"""Classifications and languages as terms, under the scheme of the taxonomy they come from."""

from collections.abc import Iterator

from knutepunkt.collect.clean.weekdays import parted
from knutepunkt.collect.drafts import Term
from knutepunkt.collect.formats.hsds.values import Pairs, line, row, rows
from knutepunkt.collect.opened import RawRecord, Reading

SAYING = frozenset({"attributes", "languages", "taxonomy_ids"})


def terms_of(holder: RawRecord, reading: Reading) -> tuple[Term, ...]:
    """The terms and languages of a service, a location or a schedule, each once."""
    if SAYING.isdisjoint(holder):
        return ()
    found = [*classified(holder, reading), *languages(holder, reading)]
    return tuple(dict.fromkeys(term for term in found if term.code))


def classified(holder: RawRecord, reading: Reading) -> Iterator[Term]:
    """The terms: the code as written, or the term's id when it has no code."""
    for attribute in rows(holder.get("attributes")):
        term = row(attribute.get("taxonomy_term"))
        code = line(term.get("code") or term.get("id") or pointed_at(attribute), reading)
        yield Term(scheme_of(term, reading), code, line(term.get("name"), reading))
    listed = line(holder.get("taxonomy_ids"), reading).split(",")  # services.csv of 1.1
    yield from (Term("local", code.strip()) for code in listed)


def pointed_at(attribute: RawRecord) -> object:
    """What an attribute without a term still says: the id of one, or a bare value."""
    return (
        attribute.get("taxonomy_term_id") or attribute.get("taxonomy_id") or attribute.get("value")
    )


def scheme_of(term: RawRecord, reading: Reading) -> str:
    """``local:`` with the id of the term's taxonomy, else its name; ``local`` without either."""
    detail = row(term.get("taxonomy_detail"))
    named = (detail.get("id"), term.get("taxonomy_id"), term.get("taxonomy"),
             term.get("vocabulary"), detail.get("name"))  # fmt: skip
    said = (line(value, reading) for value in named if value is not None)
    taxonomy = next(filter(None, said), "")
    return f"local:{taxonomy}" if taxonomy else "local"


def languages(holder: RawRecord, reading: Reading) -> Iterator[Term]:
    """The languages spoken: by code, or by name where there is no code."""
    if isinstance(text := holder.get("languages"), str):
        yield from (Term("language", name, name) for name in parted(line(text, reading)))
    for language in rows(holder.get("languages")):
        name = line(language.get("name") or language.get("language"), reading)
        yield Term("language", line(language.get("code"), reading) or name, name)


def said_with(holder: RawRecord, reading: Reading) -> Pairs:
    """What is said together with a term or a language."""
    if SAYING.isdisjoint(holder):
        return ()
    values = (
        (line(row(attribute.get("taxonomy_term")).get("name"), reading), line(value, reading))
        for attribute in rows(holder.get("attributes"))
        if attribute.get("taxonomy_term")
        and (value := attribute.get("value") or attribute.get("taxonomy_detail"))
    )
    notes = (
        (line(language.get("name") or language.get("code"), reading),
         line(language.get("note"), reading))
        for language in rows(holder.get("languages"))
    )  # fmt: skip
    return (
        *(("attributes", f"{name}: {value}") for name, value in values if value),
        *(("languages", f"{name}: {note}") for name, note in notes if note),
    )
