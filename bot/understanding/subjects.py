"""What a text is about where departments divide one trade among themselves, by models of that trade's subjects.

A bank whose departments are "Mortgages" and "Debt collection" needs finer ears than a shop with one "Finance". So these
models are asked only where several departments claim several subjects of one model, and they say nothing elsewhere.
The subjects are names of `topics`: a department is known by its description, as everywhere.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.understanding import linear
from bot.understanding.corrections import surfaces
from bot.understanding.english.topics import SUBJECTS

FEWEST_SUBJECTS = 5
_CLEAR = 0.5
_WEIGHT = 4.0
_TELLING = 0.25
_TELLING_WORD = 1.5


@dataclass(frozen=True, slots=True)
class Division:
    """A model whose subjects the departments divide; `claims` says how much each (by position) claims a subject."""

    model: str
    claims: tuple[tuple[str, tuple[float, ...]], ...]


def divisions(claimed: Mapping[str, Sequence[float]]) -> tuple[Division, ...]:
    """The models that are worth asking for departments with these claims (by topic, then by position)."""
    found = []
    for model, subjects in SUBJECTS.items():
        claims = tuple((subject, tuple(claimed[subject])) for subject in subjects)
        owners = {row.index(max(row)) for _, row in claims if max(row, default=0.0) >= _CLEAR}
        if len(owners) >= FEWEST_SUBJECTS:
            found.append(Division(model, claims))
    return tuple(found)


def weigh_subjects(text: str, division: Division) -> tuple[list[float], list[list[tuple[float, str]]]]:
    """How much the subjects of a text speak for each department, and through which words."""
    found = surfaces(text)
    rows = [(row, linear.load(f"{division.model}-{subject.replace(' ', '-')}")) for subject, row in division.claims]
    odds = [_log_odds(found, model) for _, model in rows]
    highest = max(odds)
    shares = [math.exp(value - highest) for value in odds]
    total = sum(shares)
    raw = [0.0] * len(division.claims[0][1])
    why: list[list[tuple[float, str]]] = [[] for _ in raw]
    for share, (claims, model) in zip(shares, rows, strict=True):
        for position, claim in enumerate(claims):
            raw[position] += _WEIGHT * claim * share / total
            if claim * share / total >= _TELLING:
                why[position] += _words(found, model)
    return raw, why


def _log_odds(found: Mapping[str, str], model: linear.Linear) -> float:
    """As it was trained: a long text has more features, and each of them says less."""
    bias = model.bias / linear.SCALE
    return bias + (model.log_odds(found) - bias) / math.sqrt(max(1, len(found)))


def _words(found: Mapping[str, str], model: linear.Linear) -> list[tuple[float, str]]:
    telling = [(model.weights.get(feature, 0) / linear.SCALE, words) for feature, words in found.items()]
    best = sorted((each for each in telling if each[0] >= _TELLING_WORD), key=lambda each: -each[0])[:3]
    return [(min(1.0, weight / 10), words) for weight, words in best]
