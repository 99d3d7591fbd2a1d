"""What people's corrections say about a text: naive-Bayes evidence with minimum counts, the same every time.

Counts are kept, no text: features of a text (stems, and pairs of neighbours) per department. They are sums of the
examples' weights in steps of 1/1024, so that taking an example back gives exactly what was before it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeVar

from bot.understanding.english.stems import STOP_WORDS, stem
from bot.understanding.text import words_of

_Key = TypeVar("_Key", str, tuple[str, str])

FEWEST_EXAMPLES = 3
FEWEST_COUNTS = 1.5
MOST_SHIFT = 4.0
STEPS = 1024
_DOUBT = 8.0
"""How many unseen examples, spread as all are, each department is thought to have beside those that were seen."""
_UNSEEN = 30.0
"""So many texts of no department are thought to have none of the features: that all examples are of one is no proof."""
_STRONGEST = 400
_ALIKE = 0.7
"""Features of one text repeat each other: their sum is divided by their number to this power."""
_TRUST = 10.0
_MANY, _CHANCE = 30, 0.5
_UNCLEAR, _CLEAR = 0.4, 1.3
"""A shift that could as well be chance is none, and what is left of the others counts a little more."""
_RARE = 4.0
"""A feature that was seen so often counts half: what was seen twice is mostly chance."""
_DENIED = 3.0
"""So many times "this department is wrong" halve what a feature says for it; not to be named says less."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One example: the departments that people said a text concerns, and those that they said it does not.

    `weight` is how much it counts (less as it ages: the caller decides). `features` stand for the text where the text
    itself is not kept: they are what `features(text)` gave.
    """

    text: str
    departments: tuple[str, ...]
    wrong: tuple[str, ...] = ()
    weight: float = 1.0
    features: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Corrections:
    """Weights of features (stems and pairs of stems, no text), per department that was right, and that was wrong."""

    examples: float = 0.0
    of_department: Mapping[str, float] = field(default_factory=dict)
    of_feature: Mapping[str, float] = field(default_factory=dict)
    of_both: Mapping[tuple[str, str], float] = field(default_factory=dict)
    wrong_department: Mapping[str, float] = field(default_factory=dict)
    wrong_both: Mapping[tuple[str, str], float] = field(default_factory=dict)


def learn(corrections: Iterable[Correction], onto: Corrections | None = None) -> Corrections:
    """The sum of all corrections, in any order, added to what was learnt before."""
    return _added(onto or Corrections(), corrections, 1.0)


def forget(learned: Corrections, corrections: Iterable[Correction]) -> Corrections:
    """What would have been learnt without these corrections: exactly the state before them."""
    return _added(learned, corrections, -1.0)


def _added(learned: Corrections, corrections: Iterable[Correction], sign: float) -> Corrections:
    examples = learned.examples
    of_department, of_feature, of_both = dict(learned.of_department), dict(learned.of_feature), dict(learned.of_both)
    wrong_department, wrong_both = dict(learned.wrong_department), dict(learned.wrong_both)
    for correction in corrections:
        weight = sign * _in_steps(correction.weight)
        found = list(dict.fromkeys(correction.features)) or features(correction.text)
        examples += weight
        for feature in found:
            _add(of_feature, feature, weight)
        for keys, departments, both in (
            (correction.departments, of_department, of_both),
            (correction.wrong, wrong_department, wrong_both),
        ):
            for key in dict.fromkeys(keys):
                _add(departments, key, weight)
                for feature in found:
                    _add(both, (key, feature), weight)
    return Corrections(examples, of_department, of_feature, of_both, wrong_department, wrong_both)


def _in_steps(weight: float) -> float:
    """Nothing for what is not a number, or too little to count; bounded, so that every sum is exact."""
    return round(min(1e6, weight) * STEPS) / STEPS if weight > 0 else 0.0


def _add(counts: dict[_Key, float], key: _Key, weight: float) -> None:
    total = counts.get(key, 0.0) + weight
    if total > 0:
        counts[key] = total
    else:
        counts.pop(key, None)


def features(text: str) -> list[str]:
    """Distinct stems of a text and pairs of neighbours, in order."""
    return list(surfaces(text))


def surfaces(text: str) -> dict[str, str]:
    """Each feature of a text, in order, with the words that it stands for."""
    words = [word for word in words_of(text[:6000]) if word not in STOP_WORDS and len(word) > 1][:300]
    stems = [stem(word) for word in words]
    found: dict[str, str] = {}
    for one, word in zip(stems, words, strict=True):
        found.setdefault(one, word)
    for (one, two), (first, second) in zip(pairwise(stems), pairwise(words), strict=True):
        found.setdefault(f"{one} {two}", f"{first} {second}")
    return found


def shift_for(text: str, keys: Sequence[str], learned: Corrections) -> dict[str, float]:
    """How much the corrections speak for or against each department, in log-odds, bounded."""
    if learned.examples < FEWEST_EXAMPLES:
        return {}
    found = _known(features(text), learned)
    return {key: _total(_evidence(key, found, learned), key, learned) for key in keys}


def explain(text: str, key: str, learned: Corrections) -> tuple[float, tuple[str, ...]]:
    """How much past corrections speak for or against a department (as `shift_for` has it), and the words that did."""
    if learned.examples < FEWEST_EXAMPLES:
        return 0.0, ()
    words = surfaces(text)
    evidence = _evidence(key, _known(words, learned), learned)
    total = _total(evidence, key, learned)
    speaking = [feature for weight, feature in evidence if weight * total > 0 and abs(weight) >= 0.2]
    return total, tuple(words[feature] for feature in speaking[:4])


def _known(found: Iterable[str], learned: Corrections) -> list[str]:
    return [feature for feature in found if learned.of_feature.get(feature, 0) >= FEWEST_COUNTS]


def _evidence(key: str, found: list[str], learned: Corrections) -> list[tuple[float, str]]:
    """The features that say most about a department, strongest first, in log-odds."""
    yes = learned.of_department.get(key, 0)
    no = max(0.0, learned.examples - yes)
    weighed = []
    for feature in found:
        usual = (learned.of_feature[feature] + 0.5) / (learned.examples + _UNSEEN)
        with_it = learned.of_both.get((key, feature), 0)
        without = max(0.0, learned.of_feature[feature] - with_it)
        right = (with_it + _DOUBT * usual) / (yes + _DOUBT)
        denied = (with_it + _DENIED) / (with_it + learned.wrong_both.get((key, feature), 0) + _DENIED)
        odds = math.log(right * denied / ((without + _DOUBT * usual) / (no + _DOUBT)))
        seen = learned.of_feature[feature]
        weighed.append((odds * seen / (seen + _RARE), feature))
    weighed.sort(key=lambda each: (-abs(each[0]), each[1]))
    return weighed[:_STRONGEST]


def _total(evidence: list[tuple[float, str]], key: str, learned: Corrections) -> float:
    """Bounded, and little while few examples speak of the department."""
    total = sum(weight for weight, _ in evidence) / _norm(len(evidence))
    seen = learned.of_department.get(key, 0) + learned.wrong_department.get(key, 0)
    trust = learned.examples / (learned.examples + _TRUST) * min(1.0, (seen + 1) / 4)
    clear = max(0.0, abs(total) - _UNCLEAR) * _CLEAR * trust
    return math.copysign(min(MOST_SHIFT, clear), total) if clear else 0.0


def _norm(count: int) -> float:
    """What a sum of so many features is divided by: in a long text chance speaks too, and often."""
    return math.pow(max(1, count), _ALIKE) * math.pow(max(1.0, count / _MANY), _CHANCE)
