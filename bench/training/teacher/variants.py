"""Texts that nobody said, near to those that somebody did: what a teacher says of them teaches more than the labels do.

After Tang and others, "Distilling Task-Specific Knowledge from BERT into Simple Neural Networks" (2019): words are left
out or exchanged for like ones, texts are cut short or joined with each other. Here fillers come in, too, and marks fall
out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import numpy as np

from bench.training import vectors

JOINED, CUT = 0.2, 0.4
"""Up to here of a draw two texts are joined; from there up to here one is cut short."""
LEFT_OUT, EXCHANGED = 0.05, 0.2
FILLED, UNMARKED = 0.03, 0.2
LIKE = 12
"""A word is exchanged for one of so many that are most like it."""
FILLERS = ("uh", "um", "so", "yeah", "well", "and", "okay", "like", "just", "you", "know")
MARKS = frozenset(".,?!")


class Variants:
    """Draws near texts; the same words in the same order give the same."""

    def __init__(self, seed: int) -> None:
        self._drawn = np.random.RandomState(seed)

    def of(self, texts: Sequence[Sequence[str]], times: int) -> list[list[str]]:
        """So many of each text, less those of which nothing is left."""
        found = [self._one(list(words), texts) for words in texts for _ in range(times)]
        return [words for words in found if words]

    def _one(self, words: list[str], others: Sequence[Sequence[str]]) -> list[str]:
        draw = self._drawn.rand()
        if draw < JOINED and len(words) > 1:
            words = self._joined(words, list(others[self._drawn.randint(len(others))]))
        elif draw < CUT and len(words) > 3:
            length = self._drawn.randint(2, len(words))
            start = self._drawn.randint(len(words) - length + 1)
            words = words[start : start + length]
        changed = list(self._changed(words))
        if self._drawn.rand() < UNMARKED:
            return [word for word in changed if word not in MARKS]
        return changed

    def _joined(self, words: list[str], other: list[str]) -> list[str]:
        here, there = self._drawn.randint(1, len(words)), self._drawn.randint(len(other) + 1)
        if self._drawn.rand() < 0.5:
            return words[:here] + other[there:]
        return other[:there] + words[here:]

    def _changed(self, words: Sequence[str]) -> Iterator[str]:
        for word in words:
            draw = self._drawn.rand()
            if draw < LEFT_OUT:
                continue
            if self._drawn.rand() < FILLED:
                yield FILLERS[self._drawn.randint(len(FILLERS))]
            like = _like(word) if draw < EXCHANGED else ()
            yield like[self._drawn.randint(len(like))] if like else word


@cache
def _known() -> tuple[list[str], dict[str, int], Any]:
    found = vectors.read()
    names = list(found)
    return names, {name: at for at, name in enumerate(names)}, np.array([found[name] for name in names], np.float32)


@cache
def _like(word: str) -> tuple[str, ...]:
    """The words most like it by their vectors, none where it has none."""
    names, places, table = _known()
    if word not in places:
        return ()
    nearest = np.argsort(-(table @ table[places[word]]), kind="stable")[: LIKE + 1]
    return tuple(names[at] for at in nearest if at != places[word])
