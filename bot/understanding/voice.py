"""The voice of a customer in plain words: told by a teammate ("a client called and says…") or pasted as it came.

A score in log-odds from the shapes of `voice_words`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from bot.facts import Reason
from bot.understanding.english.voice_words import AGAINST, FIRST_PERSON, GENERAL, SELF, TOLD
from bot.understanding.text import fold

MOST_CHARACTERS = 4_000
_TOLD_BIAS = -1.4
_PASTED_BIAS = -2.6
_NOT_SELF = -1.0


@dataclass(frozen=True, slots=True)
class Voice:
    """How much a text sounds like a customer, 0 to 1, and what it was recognised by."""

    score: float
    reasons: tuple[Reason, ...]


def hear_customer(text: str) -> Voice:
    """Weigh a plain text."""
    folded = fold(text[:MOST_CHARACTERS])
    told = [sign for sign in TOLD if sign.pattern.search(folded)]
    if told and not GENERAL.search(folded):
        strongest = max(told, key=lambda sign: sign.weight)
        return Voice(_logistic(strongest.weight + _TOLD_BIAS), (Reason(strongest.kind, strongest.words),))
    return _pasted(folded)


def _pasted(folded: str) -> Voice:
    total = _PASTED_BIAS
    reasons: list[Reason] = []
    for sign in FIRST_PERSON:
        hits = len({match.group() for match in sign.pattern.finditer(folded)})
        if hits:
            total += sign.weight * min(1.8, 0.7 + 0.35 * hits)
            reasons.append(Reason(sign.kind, sign.words))
    if not reasons:
        return Voice(_logistic(total + _NOT_SELF), ())
    if not SELF.search(folded):
        total += _NOT_SELF
    words = folded.count(" ") + 1
    total += min(0.8, max(-0.6, (words - 20) / 60))
    for sign in AGAINST:
        hits = len(sign.pattern.findall(folded))
        total += sign.weight * min(2.0, 0.6 + 0.4 * hits) if hits else 0
    return Voice(_logistic(total), tuple(reasons))


def _logistic(total: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
