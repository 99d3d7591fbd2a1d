"""Fits a linear model on sets of features, judges it on sentences that it never saw, and writes it with its card."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from bot.understanding.linear import SCALE, Linear

FOLDER = Path(__file__).resolve().parents[2] / "bot" / "understanding" / "english" / "weights"
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Example:
    """A text, what is true of it, where it comes from, how much it counts, and of which talks it is a part, if any."""

    text: str
    label: bool
    corpus: str
    weight: float = 1.0
    talks: str = ""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a model is fitted: features of a text, how strongly weights are held back, how rare a feature may be."""

    name: str
    features: Callable[[str], Iterable[str]]
    strength: float = 1.0
    rarest: int = 3
    smallest: float = 0.02


def fold_of(text: str) -> int:
    """The fold of a text: the same sentence, however it is spaced or cased, never lies in two folds."""
    same = " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())
    return int.from_bytes(hashlib.sha256(same.encode()).digest()[:4], "big") % FOLDS


def fit(recipe: Recipe, examples: Sequence[Example]) -> Linear:
    """A logistic regression; the same examples in any order give the same weights."""
    ordered = sorted(examples, key=lambda each: (each.text, each.corpus, each.label))
    rows = [dict.fromkeys(recipe.features(each.text), 1.0) for each in ordered]
    counts: dict[str, int] = {}
    for row in rows:
        for feature in row:
            counts[feature] = counts.get(feature, 0) + 1
    kept = [{feature: 1.0 for feature in row if counts[feature] >= recipe.rarest} for row in rows]
    shaper = DictVectorizer()
    model = LogisticRegression(C=recipe.strength, max_iter=3000, solver="liblinear", random_state=0)
    shaped = shaper.fit_transform(kept)
    # With many features the vectorizer counts in 64 bits, which liblinear refuses.
    shaped.indices, shaped.indptr = shaped.indices.astype("int32"), shaped.indptr.astype("int32")
    model.fit(shaped, [each.label for each in ordered], [each.weight for each in ordered])
    weights = zip(shaper.feature_names_, model.coef_[0], strict=True)
    return Linear(
        round(float(model.intercept_[0]) * SCALE),
        {name: round(float(value) * SCALE) for name, value in weights if abs(value) >= recipe.smallest},
    )


def held_out(recipe: Recipe, examples: Sequence[Example]) -> list[tuple[Example, float]]:
    """Each example with the score of a model that saw no sentence of its fold."""
    judged: list[tuple[Example, float]] = []
    for fold in range(FOLDS):
        model = fit(recipe, [each for each in examples if fold_of(each.text) != fold])
        judged += [
            (each, model.score(set(recipe.features(each.text)))) for each in examples if fold_of(each.text) == fold
        ]
    return judged


def best_f1(judged: Iterable[tuple[bool, float]]) -> tuple[float, float, float, float]:
    """The best F1 over all thresholds, with its precision, recall and threshold."""
    ranked = sorted(judged, key=lambda pair: -pair[1])
    positives = sum(label for label, _ in ranked)
    best = (0.0, 0.0, 0.0, 1.0)
    right = 0
    for count, (label, score) in enumerate(ranked, 1):
        right += label
        if count < len(ranked) and math.isclose(ranked[count][1], score):
            continue
        f1 = 2 * right / (count + positives) if positives else 0.0
        best = max(best, (f1, right / count, right / max(1, positives), score))
    return best


def write(name: str, model: Linear, card: str) -> None:
    """The model and its card, side by side."""
    stored: dict[str, Any] = {"bias": model.bias, "weights": dict(sorted(model.weights.items()))}
    (FOLDER / f"{name}.json").write_text(
        json.dumps(stored, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8"
    )
    write_card(name, card)


def write_card(name: str, card: str) -> None:
    (FOLDER / f"{name}.md").write_text(card.replace("{date}", date.today().isoformat()), encoding="utf-8")  # noqa: DTZ011
