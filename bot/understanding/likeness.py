"""Which of earlier texts is most like a new one: shared words count by how rare they are among all of them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import cache

from bot.understanding.corrections import features
from bot.understanding.english.naming_words import COMMON
from bot.understanding.english.stems import GENERIC, stem

LIKE_FROM = 0.2
"""Of 1 (the same words): below it, what two texts share is chance."""
MOST_TEXT = 1_500


def most_like(text: str, earlier: Sequence[str]) -> int | None:
    """The place of the earlier text that shares most with this one (of equals the first); None when none is like it."""
    wanted, found = _said(text), [_said(one) for one in earlier]
    if not wanted or not found:
        return None
    times = Counter(feature for one in found for feature in one)
    likeness = [_share(wanted, one, times, len(found)) for one in found]
    best = max(range(len(found)), key=lambda place: (likeness[place], -place))
    return best if likeness[best] >= LIKE_FROM else None


def _said(text: str) -> frozenset[str]:
    """Its stems and pairs of them, but for those that stand in any text."""
    return frozenset(one for one in features(text[:MOST_TEXT]) if not _common().issuperset(one.split()))


@cache
def _common() -> frozenset[str]:
    return frozenset(GENERIC) | {stem(word) for word in COMMON}


def _share(one: frozenset[str], other: frozenset[str], times: Counter[str], texts: int) -> float:
    """The cosine of the two, each feature weighing by its rarity."""
    both = _weight(one & other, times, texts)
    size = math.sqrt(_weight(one, times, texts) * _weight(other, times, texts))
    return both / size if size else 0.0


def _weight(found: frozenset[str], times: Counter[str], texts: int) -> float:
    return math.fsum(math.log(1 + (texts + 1) / (times[feature] + 0.5)) ** 2 for feature in sorted(found))
