"""``compare`` and ``network``: two periods side by side, and one kind of tie."""

from typing import Any

import click

from actionfields import comparing
from actionfields.commands.options import as_is_option, field_argument, json_option, opened
from actionfields.commands.printing import as_json, heading, paragraph, shown, table
from actionfields.commands.values import plain, short
from actionfields.comparing import Comparison, Shape
from actionfields.field import Field
from actionfields.measures import (
    Axes,
    Chance,
    Direction,
    Interval,
    Refused,
    Shared,
    brokerage,
    constraint,
)
from actionfields.records.deeds import PROSPECTIVE, REPORTED

LARGE = 20_000  # statements above which the space of stances is left to a notebook
UNLIKE = (
    "The two are known from unlike materials. Every difference below can come from that, so none "
    "is tested."
)


@click.command(short_help="Set two periods side by side.")
@field_argument
@click.argument("one", metavar="P1")
@click.argument("other", metavar="P2")
@as_is_option
@json_option
def compare(field: str, one: str, other: str, *, is_as_is: bool, is_json: bool) -> None:
    """Set periods P1 and P2 of FIELD side by side: materials first, then what both speak of.

    Where nobody is named, nothing is known: silence is never «no».

    \b
    Example:
      actionfields compare selvhjelp P1 P2
    """
    data = opened(field, is_as_is=is_as_is, is_json=is_json)
    found = comparing.compare(data, one, other)
    tested = tests(data, found, one, other)
    if is_json:
        as_json(plain(found) | {"recurring": list(found.recurring())} | plain(tested))
        return
    tell_materials(found)
    tell_understanding(found)
    heading("Networks, each kind by itself")
    for kind, *shapes in found.shapes:
        for told, here in zip((one, other), shapes, strict=True):
            if here is not None:
                tell_shape(f"{kind}, {told}", here)
            else:
                paragraph(f"{kind}, {told}: no tie is told of", "  ")
    heading("By chance, and in a space of stances")
    for kind, value in tested["qap"].items():
        paragraph(f"the same actors tied in both by {kind} (QAP): {said(value)}", "  ")
    if not tested["qap"]:
        paragraph("no kind of tie is told of in both, so none is correlated (QAP)", "  ")
    paragraph(f"actors by categories (MCA): {said(tested['mca'])}", "  ")


def tests(data: Field, found: Comparison, one: str, other: str) -> dict[str, Any]:
    """What chance and the space of stances say of the two, or why they are not asked."""
    both = [kind for kind, *shapes in found.shapes if all(shapes)]
    return {
        "qap": {kind: comparing.ties_together(data, kind, one, other) for kind in both},
        "mca": comparing.space(data, [one, other])
        if len(data.statements) <= LARGE
        else Refused.because("too_large", count=len(data.statements), most=LARGE),
    }


def tell_materials(found: Comparison) -> None:
    """Print what each period is known from, and who is seen in it."""
    for told, actors in zip(found.profiles, found.actors, strict=True):
        rests = ", ".join(f"{count} on {kind}" for kind, count in told.rests_on.items())
        paragraph(f"{told.period}: {actors} named actors; {told.statements} statements ({rests})")
        paragraph(f"missing: {', '.join(told.missing)}" if told.missing else "", "  ")
    if found.unlike:
        paragraph(UNLIKE)
    paragraph(f"Seen in both: {shown(found.common)}.")
    paragraph(f"Asked in one only, and not compared: {shown(found.one_sided)}.")


def tell_understanding(found: Comparison) -> None:
    """Print who stands where on each category that either period speaks of."""
    for number, told in enumerate(found.profiles):
        heading(f"Understanding in {told.period}")
        for name in found.understood[number].named.voices.categories:
            named, pooled = found.understood[number].of(name)
            if named.voices or pooled.voices:
                paragraph(f"{name}: {stood(named)}", "  ")
                paragraph(f"collectives: {stood(pooled)}" if pooled.voices else "", "    ")
    heading("Supported in both")
    paragraph(shown(found.recurring()), "  ")


def stood(shared: Shared) -> str:
    """Who stands where on one category, by name."""
    parts = {
        "for": shared.supporters,
        "against": shared.opponents,
        "divided": shared.divided,
        "mentioned": shared.mentioned,
    }
    said = "; ".join(f"{where} {shown(names)}" for where, names in parts.items() if names)
    return f"{said}; silent {len(shared.silent)}" if said else f"silent {len(shared.silent)}"


def tell_shape(label: str, found: Shape) -> None:
    """Print the measures of one network, and what they rest on."""
    network = found.network
    paragraph(
        f"{label}: {network.ties.size} actors, {network.ties.count} ties; {network.explicit} rows "
        f"told of, {network.derived} derived from an event",
        "  ",
    )
    measures = {"density": found.density, "centralisation": found.centralisation}
    for name, value in measures.items():
        paragraph(f"{name} {said(value)}", "    ")
    paragraph(f"E-I by sphere {said(found.direction)}", "    ")


def said(value: Any) -> str:
    """A measure in words, or why it is refused."""
    if isinstance(value, Refused):
        return f"refused: {value.reason}"
    if isinstance(value, Interval):
        ends = f"from {shown(value.low)} to {shown(value.high)}"
        return f"{ends}, in {value.level:.0%} of {value.samples} draws"
    if isinstance(value, Chance):
        draws = f"where {value.samples} draws give {shown(value.expected)}"
        return f"{shown(value.value)} {draws}; p {shown(value.p)}"
    if isinstance(value, Axes):
        return ", ".join(f"axis {n} {share:.0%}" for n, share in enumerate(value.rates.tolist(), 1))
    if isinstance(value, Direction):
        return shown(value.low) if value.low == value.high else (
            f"between {shown(value.low)} and {shown(value.high)}, as uncertain spheres are placed"
        )  # fmt: skip
    return shown(value)


@click.command(short_help="Look at one kind of tie.")
@field_argument
@click.argument("kind", required=False)
@click.option("--period", metavar="P", help="Only this period.")
@click.option("--prospective", is_flag=True, help="The ties that are only intended.")
@as_is_option
@json_option
def network(
    field: str,
    kind: str | None,
    period: str | None,
    *,
    prospective: bool,
    is_as_is: bool,
    is_json: bool,
) -> None:
    """Measure the ties of one KIND in FIELD; without KIND, list the kinds there are.

    Kinds are never pooled.

    \b
    Example:
      actionfields network selvhjelp
      actionfields network selvhjelp invitation --period P2
    """
    data = opened(field, is_as_is=is_as_is, is_json=is_json)
    data = data.at(period) if period else data
    if kind is None:
        tell_kinds(data, is_json=is_json)
        return
    found = comparing.ties_of(data, kind, status=PROSPECTIVE if prospective else REPORTED)
    measured, chance = comparing.shape(data, found), comparing.by_chance(data, found)
    groups = dict(zip(data.actors.cells("actor_id"), data.actors.values("sphere"), strict=True))
    roles, tied_up = brokerage(found.ties, groups), constraint(found.ties)
    if is_json:
        told = {"brokerage": roles, "constraint": tied_up, "edges": edges(data, kind, found.status)}
        as_json(plain(measured) | plain(chance) | plain(told))
        return
    tell_shape(f"{kind}, {period or 'all periods'}", measured)
    paragraph(f"density, actors drawn again (bootstrap) {said(chance.bootstrap)}", "    ")
    paragraph(f"E-I, spheres dealt anew (permutation) {said(chance.permutation)}", "    ")
    tell_others(data, kind, found.status)
    heading("Actors")
    rows = [(name, roles[name]["total"], short(tied_up[name])) for name in found.ties.nodes]
    table(["actor", "stands between", "constraint"], rows)


def tell_others(data: Field, kind: str, status: str) -> None:
    """Print how many ties of the kind are left out for their status."""
    others = sum(
        rows for name, other, _, rows in comparing.kinds(data) if name == kind and other != status
    )
    if others:
        word = "reported" if status == PROSPECTIVE else "prospective"
        how = "without" if status == PROSPECTIVE else "with"
        paragraph(f"{others} {word} rows are not counted here; see them {how} --prospective.", "  ")


def tell_kinds(data: Field, *, is_json: bool) -> None:
    """Print the kinds of tie with their number of rows."""
    rows = comparing.kinds(data)
    heads = ["kind", "status", "basis", "rows"]
    if is_json:
        as_json([dict(zip(heads, row, strict=True)) for row in rows])
    else:
        table(heads, rows)


def edges(data: Field, kind: str, status: str) -> list[dict[str, Any]]:
    """The edges with the rows they rest on."""
    graph = data.network(kind, status)
    return [{"from": one, "to": other, **told} for one, other, told in graph.edges(data=True)]
