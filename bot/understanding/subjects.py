"""What a text is about where departments divide one trade among themselves, by models of that trade's subjects.

A bank whose departments are "Mortgages" and "Debt collection" needs finer ears than a shop with one "Finance". So these
models are asked only where several departments claim several subjects of one model, and they say nothing elsewhere.
The subjects are names of `topics`: a department is known by its description, as everywhere.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.understanding import linear
from bot.understanding.corrections import surfaces
from bot.understanding.english.stems import STOP_WORDS, is_idle, stem
from bot.understanding.english.topics import SUBJECTS
from bot.understanding.text import words_of

FEWEST_SUBJECTS = 5
_CLEAR = 0.5
_WEIGHT = 6.0
_TELLING_SHARE = 0.25
_TELLING_WORD = 0.15
MOST_CHARACTERS, MOST_WORDS = 6000, 400


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


def frequencies(text: str) -> dict[str, float]:
    """Stems and pairs of neighbours with how often they stand in a text, each time counting less."""
    words = [stem(word) for word in words_of(text[:MOST_CHARACTERS]) if len(word) > 1 and word not in STOP_WORDS]
    said = [word for word in words if "xx" not in word][:MOST_WORDS]  # complaints are published with names crossed out
    counts = Counter(said)
    counts.update(f"{one} {two}" for one, two in pairwise(said))
    return {feature: 1 + math.log(count) for feature, count in counts.items()}


def weigh_subjects(text: str, division: Division) -> tuple[list[float], list[list[tuple[float, str]]]]:
    """How much the subjects of a text speak for each department, and through which words."""
    rarity = linear.load(f"{division.model}-rarity").weights
    found = {feature: value for feature, value in _telling(text) if feature in rarity}
    norm = math.sqrt(sum((value * rarity[feature] / linear.SCALE) ** 2 for feature, value in found.items())) or 1.0
    rows = [(row, linear.load(f"{division.model}-{subject.replace(' ', '-')}")) for subject, row in division.claims]
    odds = [_log_odds(found, model, norm) for _, model in rows]
    highest = max(odds)
    shares = [math.exp(value - highest) for value in odds]
    total = sum(shares)
    raw = [0.0] * len(division.claims[0][1])
    why: list[list[tuple[float, str]]] = [[] for _ in raw]
    for share, (claims, model) in zip(shares, rows, strict=True):
        for position, claim in enumerate(claims):
            raw[position] += _WEIGHT * claim * share / total
            if claim * share / total >= _TELLING_SHARE:
                why[position] += _words(found, model, norm, text)
    return raw, why


def _telling(text: str) -> Iterator[tuple[str, float]]:
    """The models were trained with numbers and months, too: those that weigh anything there do so by chance."""
    return ((feature, value) for feature, value in frequencies(text).items() if not is_idle(feature.split()))


def _log_odds(found: Mapping[str, float], model: linear.Linear, norm: float) -> float:
    """As it was trained: a long text has more features, and each of them says less."""
    known = model.weights
    return (model.bias + sum(known.get(feature, 0) * value for feature, value in found.items()) / norm) / linear.SCALE


def _words(found: Mapping[str, float], model: linear.Linear, norm: float, text: str) -> list[tuple[float, str]]:
    telling = [
        (model.weights.get(feature, 0) * value / norm / linear.SCALE, feature) for feature, value in found.items()
    ]
    best = sorted((each for each in telling if each[0] >= _TELLING_WORD), key=lambda each: (-each[0], each[1]))[:3]
    said = surfaces(text) if best else {}
    return [(min(1.0, weight), said[feature]) for weight, feature in best if feature in said]
