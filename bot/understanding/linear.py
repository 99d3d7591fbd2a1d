"""Small linear models: the features that a text has, weighed, give a score between 0 and 1.

They are trained offline (`make train`), and shipped as small files beside their cards; see `english/weights`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

SCALE = 1000
"""Weights are stored as whole thousandths: smaller files, and the same sum on every machine."""


@dataclass(frozen=True, slots=True)
class Linear:
    """Weights by feature, in thousandths of log-odds; features that it does not know weigh nothing."""

    bias: int
    weights: Mapping[str, int]

    def log_odds_of(self, values: Mapping[str, float]) -> float:
        """The sum for features that have values."""
        known = self.weights
        return (self.bias + math.fsum([known[name] * value for name, value in values.items() if name in known])) / SCALE

    def sum_of(self, features: Iterable[str]) -> float:
        """What these distinct features add, in log-odds; for models that weigh groups of them differently."""
        known = self.weights
        return sum([known[feature] for feature in features if feature in known]) / SCALE

    def log_odds(self, features: Iterable[str]) -> float:
        """The sum for distinct features."""
        known = self.weights
        return (self.bias + sum(known.get(feature, 0) for feature in features)) / SCALE

    def score(self, features: Iterable[str]) -> float:
        """The chance that the model gives, 0 to 1."""
        return logistic(self.log_odds(features))


def logistic(log_odds: float) -> float:
    """Log-odds as a chance; bounded, so that no sum overflows."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))


@lru_cache(maxsize=16)
def load(name: str, language: str = "english") -> Linear:
    """The shipped model of that name; read once, when it is first used."""
    folder = files("bot.understanding") / language / "weights"
    # Few weights differ: each number is held once, which saves nearly a megabyte.
    stored = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"), parse_int=cache(int))
    return Linear(stored["bias"], stored["weights"])
