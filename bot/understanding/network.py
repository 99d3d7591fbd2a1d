"""A small network over words: what three neighbouring words tell together, also of words that its examples never had.

A convolution with max pooling (Kim, "Convolutional Neural Networks for Sentence Classification", 2014): each of some
dozens of detectors looks at every window of three words, and votes with the window that speaks to it most. Words are
known by vectors, so that like words speak alike. All is whole numbers: the same answer on every machine.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from operator import mul

from bot.understanding.packing import BITS, HIGHEST, NEUTRAL, packed, side_by_side, unpacked

WIDTH = 3
MOST_WORDS = 30
"""Longer sentences are read up to here, as they were in training."""
MOST_KEPT = 1_000
SCALE = 100_000
"""Votes are stored as whole parts of this many."""
UNKNOWN, START, END = "<unknown>", "<start>", "<end>"


@dataclass(frozen=True, slots=True)
class Network:
    """`tables` has, for each word, one byte for each of its WIDTH places in a window and each detector.

    What a window says to a detector is the sum of its three bytes. What is above the detector's threshold counts as
    often as its vote, in parts of SCALE of log-odds. Thresholds are from nothing up to what a slot holds.
    """

    tables: bytes
    places: Mapping[str, int]
    thresholds: Sequence[int]
    votes: Sequence[int]
    bias: int
    _kept: dict[str, tuple[int, int, int]] = field(default_factory=dict, repr=False, compare=False)
    _least: int = field(init=False, repr=False, compare=False)
    _high: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_least", side_by_side(self.thresholds))
        object.__setattr__(self, "_high", side_by_side([HIGHEST] * len(self.votes)))

    def log_odds(self, words: Sequence[str]) -> float:
        """What the network gives a sentence of these words, folded."""
        votes: int = sum(map(mul, self._above(self._loudest(words)), self.votes))
        return (self.bias + votes) / SCALE

    def telling(self, words: Sequence[str]) -> str:
        """The window that speaks most for it; empty where none does."""
        loudest = unpacked(self._loudest(words), len(self.votes))
        said: dict[int, int] = {}
        for at, window in enumerate(self._windows(words)):
            heard = unpacked(window, len(self.votes))
            votes = zip(heard, loudest, self._above(window), self.votes, strict=True)
            said[at] = sum(above * vote for one, most, above, vote in votes if one == most and vote > 0)
        best = max(said, key=said.__getitem__)
        return " ".join(words[max(0, best - 1) : best + WIDTH - 1]) if said[best] > 0 else ""

    def _windows(self, words: Sequence[str]) -> Iterator[int]:
        """What each window says, the detectors side by side in one number: sixteen bits each, the highest one free."""
        rows = [self._row(word) for word in (START, *words[:MOST_WORDS], END)]
        neutral = packed(bytes([NEUTRAL]) * len(self.votes))
        rows += [(neutral, neutral, neutral)] * (WIDTH - 1)
        for (first, _, _), (_, second, _), (_, _, third) in zip(rows, rows[1:], rows[2:], strict=False):
            yield first + second + third

    def _row(self, word: str) -> tuple[int, int, int]:
        """What a word says at each place of a window; kept for the words that come again and again."""
        found = self._kept.get(word)
        if found is None:
            size = len(self.votes)
            start = self.places.get(word, self.places[UNKNOWN]) * size * WIDTH
            bounds = range(start, start + size * WIDTH + 1, size)
            first, second, third = (packed(self.tables[one:after]) for one, after in pairwise(bounds))
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            found = self._kept[word] = first, second, third
        return found

    def _loudest(self, words: Sequence[str]) -> int:
        """The most that any window says to each detector, all compared at once: some forty times faster than one by
        one. Where a lane's highest bit survives the subtraction, the other number was no larger there.
        """
        high, loudest = self._high, 0
        for window in self._windows(words):
            larger = ((window | high) - loudest) & high
            loudest ^= (loudest ^ window) & (larger - (larger >> (BITS - 1)))
        return loudest

    def _above(self, said: int) -> memoryview[int]:
        """By how much each detector hears more than its threshold; nothing, where it does not."""
        apart = (said | self._high) - self._least
        reached = apart & self._high
        return unpacked(apart & (reached - (reached >> (BITS - 1))), len(self.votes))


@lru_cache(maxsize=4)
def load_network(name: str, language: str = "english") -> Network:
    """The shipped network of that name; read once, when it is first used."""
    folder = files("bot.understanding") / language / "weights"
    stored = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    places = {word: place for place, word in enumerate(stored["words"].split(" "))}
    tables = (folder / f"{name}.bin").read_bytes()
    return Network(tables, places, stored["thresholds"], stored["votes"], stored["bias"])
