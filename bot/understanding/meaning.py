"""How near a text is to a department in meaning, where they share no word: "bandage" and one for "dressings".

Each stem points somewhere, such that all stems of a text together point to where a language model puts it, which is
fifty times as large and taught it (`bench/training/meaning.py`). Reading is to look up and add. All is whole numbers
but for one division and root, so that every machine gives the same answer.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from operator import mul

from bot.understanding.packing import NEUTRAL, packed, unpacked

MODEL = "meaning"
SIZE = 96
MOST_STEMS = 200
"""So many of a text are read: what it is about stands there, and their sum fits into a slot (`packing`)."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """Where a text points, and how far: a direction in whole numbers, and its length squared."""

    direction: tuple[int, ...]
    square: int

    def near(self, other: Meaning) -> float:
        """From -1 for the opposite to 1 for the same; nothing is near to what has no meaning."""
        if not self.square or not other.square:
            return 0.0
        along: int = sum(map(mul, self.direction, other.direction))
        return along / math.sqrt(self.square * other.square)


@dataclass(frozen=True, slots=True)
class Meanings:
    """`table` has SIZE bytes for each stem that has a place."""

    table: bytes
    places: Mapping[str, int]

    def of(self, stems: Iterable[str]) -> Meaning:
        """The meaning of a text with these stems: that of all that are known, side by side in one number and added."""
        total = count = 0
        for stem in self._known(stems):
            start = self.places[stem] * SIZE
            total += packed(self.table[start : start + SIZE])
            count += 1
        direction = tuple(each - count * NEUTRAL for each in unpacked(total, SIZE))
        return Meaning(direction, sum(map(mul, direction, direction)))

    def telling(self, stems: Sequence[str], meaning: Meaning) -> str | None:
        """The stem that points there most; none where none does."""
        known = dict.fromkeys(self._known(stems))
        pulls = {stem: sum(map(mul, self.of([stem]).direction, meaning.direction)) for stem in known}
        best = max(pulls, key=lambda stem: (pulls[stem], stem), default=None)
        return best if best is not None and pulls[best] > 0 else None

    def _known(self, stems: Iterable[str]) -> Iterator[str]:
        known = (stem for stem in stems if stem in self.places)
        yield from (stem for _, stem in zip(range(MOST_STEMS), known, strict=False))


@lru_cache(maxsize=1)
def shipped(language: str = "english") -> Meanings:
    """The meanings that come with the bot; read once, when they are first needed."""
    folder = files("bot.understanding") / language / "weights"
    stems = json.loads((folder / f"{MODEL}.json").read_text(encoding="utf-8"))["stems"].split(" ")
    return Meanings((folder / f"{MODEL}.bin").read_bytes(), {stem: place for place, stem in enumerate(stems)})
