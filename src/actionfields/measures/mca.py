"""The space that actors and categories span: specific multiple correspondence analysis."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from actionfields.measures.grounds import enough_actors
from actionfields.measures.refusals import Refused
from actionfields.measures.voices import Flags, Floats

FILLED = 0.9
FEWEST_QUESTIONS = 2
NOTHING = 1e-10
Answers = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Axes:
    """Actors and categories in one space, an axis per column, the weightiest first.

    ``categories`` are (question, category). ``inertias`` are the axes' eigenvalues and ``rates``
    Benzécri's modified rates, which sum to 1 over the axes above the average; the raw shares of an
    MCA are always small and say little. The sign of an axis is free; here the category that weighs
    most on it is positive.
    """

    actors: tuple[str, ...]
    categories: tuple[tuple[str, str], ...]
    actor_places: Floats
    category_places: Floats
    inertias: Floats
    rates: Floats

    def supplementary(self, answers: Mapping[str, str]) -> dict[str, Floats]:
        """Where the categories of a question that took no part lie: a question not in the analysis.

        A category lies at the mean of its actors, each axis divided by the root of its eigenvalue.
        Actors without an answer are left out; actors unknown to the analysis are passed over.
        """
        found = {}
        for category in dict.fromkeys(answers.values()):
            rows = [row for row, actor in enumerate(self.actors) if answers.get(actor) == category]
            if rows:
                found[category] = self.actor_places[rows].mean(axis=0) / np.sqrt(self.inertias)
        return found


def mca(
    answers: Answers, questions: Sequence[str], *, axes: int = 2, filled: float = FILLED
) -> Axes | Refused:
    """Multiple correspondence analysis of actors by questions, each answered with one category.

    With Z the 0/1 matrix of N actors by all categories of Q questions, P = Z / NQ, r and c its row
    and column sums:

        D_r^-½ (P − r cᵀ) D_c^-½ = U Σ Vᵀ;  actors F = D_r^-½ U Σ,  categories G = D_c^-½ V Σ

    A missing answer is a category of its own that weighs in r and c and spans no axis (specific
    MCA). It is for the few gaps of a full table, not for a table of silence.

    Refused: under five actors (few_actors); less than ``filled`` of the cells answered (sparse), as
    absence would be read as a no; fewer than two questions on which actors differ (constant).

    Reference: B. Le Roux & H. Rouanet (2010), Multiple Correspondence Analysis, 39–43 and 61–64;
    J.-P. Benzécri (1979) on the rates.

    >>> answers = {name: {"q1": one, "q2": one} for name, one in zip("abcdef", "xxxyyy")}
    >>> found = mca(answers, ["q1", "q2"], axes=1)
    >>> found.inertias.round(9).tolist(), found.rates.round(9).tolist()
    ([1.0], [1.0])
    >>> mca({"a": {}}, ["q1"]).code
    'few_actors'
    """
    actors = tuple(answers)
    if refused := enough_actors(len(actors)) or _sparse(answers, questions, filled):
        return refused
    table = _Table.of(answers, questions)
    if len(table.asked) < FEWEST_QUESTIONS:
        return Refused.because("constant")
    return _axes(table, axes)


@dataclass(frozen=True, slots=True)
class _Table:
    """The 0/1 matrix of actors by categories of the questions on which actors differ.

    ``kept`` is False for the category that a missing answer makes.
    """

    actors: tuple[str, ...]
    asked: tuple[str, ...]
    categories: tuple[tuple[str, str], ...]
    kept: Flags
    marks: Floats

    @classmethod
    def of(cls, answers: Answers, questions: Sequence[str]) -> "_Table":
        given = {
            question: sorted({answers[actor].get(question, "") for actor in answers})
            for question in questions
        }
        asked = tuple(one for one in questions if len(set(given[one]) - {""}) > 1)
        found = tuple((question, cell) for question in asked for cell in given[question])
        marks = [[answers[one].get(q, "") == cell for q, cell in found] for one in answers]
        kept = np.array([cell != "" for _, cell in found], dtype=bool)
        return cls(tuple(answers), asked, found, kept, np.array(marks, dtype=np.float64))


def _sparse(answers: Answers, questions: Sequence[str], least: float) -> Refused | None:
    cells = len(answers) * len(questions)
    there = sum(bool(given.get(question)) for given in answers.values() for question in questions)
    if cells and there / cells >= least:
        return None
    share = int(100 * there / cells) if cells else 0
    return Refused.because(
        "sparse", filled=there, cells=cells, share=share, least=round(100 * least)
    )


def _axes(table: _Table, axes: int) -> Axes:
    rows, kept = len(table.actors), table.kept
    shares = table.marks / table.marks.sum()
    weights = shares.sum(axis=0)
    residual = (shares - weights / rows) * np.sqrt(rows) / np.sqrt(weights)
    left, sizes, right = np.linalg.svd(residual[:, kept], full_matrices=False)
    count = min(axes, int(np.count_nonzero(sizes > NOTHING)))
    places = right[:count].T * sizes[:count] / np.sqrt(weights[kept])[:, None]
    pull = places**2 * weights[kept][:, None]
    signs = np.sign(places[pull.argmax(axis=0), np.arange(count)])
    return Axes(
        table.actors,
        tuple(one for one, keep in zip(table.categories, kept.tolist(), strict=True) if keep),
        actor_places=left[:, :count] * sizes[:count] * np.sqrt(rows) * signs,
        category_places=places * signs,
        inertias=sizes[:count] ** 2,
        rates=_rates(sizes**2, len(table.asked))[:count],
    )


def _rates(inertias: Floats, asked: int) -> Floats:
    """Benzécri's modified rates: what lies above the average inertia, stretched."""
    above = np.clip(inertias - 1 / asked, 0, None)
    stretched = (asked / (asked - 1) * above) ** 2
    total = stretched.sum()
    return stretched / total if total else stretched
