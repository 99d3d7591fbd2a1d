"""What people's corrections say about a text: naive-Bayes-like evidence with minimum counts, the same every time."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bot.understanding.english.stems import STOP_WORDS, stem
from bot.understanding.text import words_of

FEWEST_EXAMPLES = 3
FEWEST_COUNTS = 2
MOST_SHIFT = 3.0


@dataclass(frozen=True, slots=True)
class Correction:
    """A text and the departments that people said it concerns."""

    text: str
    departments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Corrections:
    """Counts of features (stems and pairs of stems, no text) per department."""

    examples: int = 0
    of_department: Mapping[str, int] = field(default_factory=dict)
    of_feature: Mapping[str, int] = field(default_factory=dict)
    of_both: Mapping[tuple[str, str], int] = field(default_factory=dict)


def learn(corrections: Iterable[Correction]) -> Corrections:
    """Count the features of all corrections."""
    of_department: Counter[str] = Counter()
    of_feature: Counter[str] = Counter()
    of_both: Counter[tuple[str, str]] = Counter()
    examples = 0
    for correction in corrections:
        examples += 1
        found = features(correction.text)
        of_feature.update(found)
        for key in dict.fromkeys(correction.departments):
            of_department[key] += 1
            of_both.update((key, feature) for feature in found)
    return Corrections(examples, dict(of_department), dict(of_feature), dict(of_both))


def features(text: str) -> list[str]:
    """Distinct stems of a text and pairs of neighbours, in order."""
    stems = [stem(word) for word in words_of(text[:6000]) if word not in STOP_WORDS and len(word) > 1][:300]
    pairs = [f"{one} {two}" for one, two in pairwise(stems)]
    return list(dict.fromkeys((*stems, *pairs)))


def shift_for(text: str, keys: Sequence[str], learned: Corrections) -> dict[str, float]:
    """How much the corrections speak for or against each department, in log-odds, bounded."""
    if learned.examples < FEWEST_EXAMPLES:
        return {}
    found = [feature for feature in features(text) if learned.of_feature.get(feature, 0) >= FEWEST_COUNTS]
    return {key: _evidence(key, found, learned) for key in keys}


def _evidence(key: str, found: list[str], learned: Corrections) -> float:
    yes = learned.of_department.get(key, 0)
    no = learned.examples - yes
    weights = []
    for feature in found:
        with_it = learned.of_both.get((key, feature), 0)
        without = learned.of_feature[feature] - with_it
        weights.append(math.log(((with_it + 0.5) / (yes + 1.0)) / ((without + 0.5) / (no + 1.0))))
    weights.sort(key=abs, reverse=True)
    strongest = weights[:12]
    total = sum(strongest) / math.sqrt(max(1, len(strongest)))
    trust = min(1.0, learned.examples / 40)
    return max(-MOST_SHIFT, min(MOST_SHIFT, total * (0.4 + 0.6 * trust)))
