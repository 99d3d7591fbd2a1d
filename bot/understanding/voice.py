"""The voice of a customer in plain words: told by a teammate ("a client called and says…") or pasted as it came.

What is told is known by rules. What was pasted is weighed by a small linear model (`weights/voice.md`): it sees the
signs of `voice_words` that fired, and the shapes of the words, never their topics.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from bot.facts import Reason
from bot.understanding.english.consumer_words import CONSUMER, MAY_BE
from bot.understanding.english.told_words import WANTS_TO_BUY
from bot.understanding.english.voice_shapes import BLANK, BRAND, BRAND_HANDLE, TELLING, shape_of
from bot.understanding.english.voice_words import AGAINST, FIRST_PERSON, NUMBERED, SELF, Sign
from bot.understanding.linear import Linear, load
from bot.understanding.patterns import regex
from bot.understanding.text import fold
from bot.understanding.told import hear_told

MOST_CHARACTERS = 1_500
"""Who speaks shows early; what comes later would only take time."""
HEARD = 0.5
"""A customer speaks from this score on."""
LIKELY = 0.2
"""What is quoted, posted by an app or stands beside a customer's post is a customer's from this score on."""
TOLD = 0.858
"""What a teammate tells of a customer."""
_WANTS, _NUMBERED = 0.69, 0.6
_LONGEST_RUN = 3
_TOKEN = regex(
    r"https?://\S{1,2000}|[@#]\w+|[£$€]?\d[\d.,:]*\w*|[^\W\d_]+(?:['-][^\W\d_]+)*|[!?]+|(?P<end>[.;:…]+(?=\s|$)|\n+)"
)
_STEPS = (-2, -1, 0, 1, 2, 3, 4, 6)
"""How far the signs' own sum reaches: each step is a feature."""
_START, _END = "^", "$."


@dataclass(frozen=True, slots=True)
class Voice:
    """How much a text sounds like a customer, 0 to 1, and what it was recognised by."""

    score: float
    reasons: tuple[Reason, ...]


_Row = list[tuple[str, int, int]]
"""Shapes, each with its start and end."""


def hear_customer(text: str) -> Voice:
    """Weigh a plain text."""
    folded = _folded(text)
    model = load("voice")
    signs = _signs(folded)
    pasted = model.score(_features(folded, signs))
    told = _surely(folded)
    if told is not None and told.score >= pasted:
        return told
    reasons = tuple(Reason(sign.kind, sign.words) for sign, _ in signs)
    if not reasons and pasted >= HEARD:
        reasons = _telling_words(folded, model)
    return Voice(pasted, reasons)


def voice_features(text: str) -> set[str]:
    """What the model sees of a plain text."""
    folded = _folded(text)
    return _features(folded, _signs(folded))


def _signs(folded: str) -> list[tuple[Sign, int]]:
    return [(sign, hits) for sign in FIRST_PERSON if (hits := _hits(sign.pattern, folded))]


def _folded(text: str) -> str:
    head = text[:MOST_CHARACTERS]
    folded = fold(BRAND.sub(BRAND_HANDLE, head) if "@" in head else head)
    return folded.replace(" n't", "n't").replace(" 's", "'s")


def _surely(folded: str) -> Voice | None:
    if WANTS_TO_BUY.pattern.search(folded):
        return Voice(_WANTS, (Reason(WANTS_TO_BUY.kind, WANTS_TO_BUY.words),))
    if NUMBERED.pattern.search(folded):
        return Voice(_NUMBERED, (Reason(NUMBERED.kind, NUMBERED.words),))
    if told := hear_told(folded):
        return Voice(TOLD, (Reason("told", told),))
    if any(word in folded for word in MAY_BE):
        for of_consumers in CONSUMER:
            if of_consumers.pattern.search(folded):
                return Voice(_NUMBERED, (Reason(of_consumers.kind, of_consumers.words),))
    return None


def _hits(pattern: re.Pattern[str], folded: str) -> int:
    return len({match.group() for match in pattern.finditer(folded)})


def _features(folded: str, signs: list[tuple[Sign, int]]) -> set[str]:
    found = {run for row in _rows(folded) for run in _runs(row)}
    together = sorted({sign.kind for sign, _ in signs} | (found & TELLING))
    found.update(f"{one} with {other}" for one, other in combinations(together, 2))
    found.update(f"sign {sign.kind}" for sign, _ in signs)
    found.update(f"sign {sign.kind} 2" for sign, hits in signs if hits > 1)
    found.update(f"signs {count}" for count in range(1, min(len(signs), 4) + 1))
    total = sum(sign.weight * min(1.8, 0.7 + 0.35 * hits) for sign, hits in signs)
    if not SELF.search(folded):
        found.add("no self")
        total -= 1
    for sign in AGAINST:
        if hits := _hits(sign.pattern, folded):
            found.update((f"against {sign.kind}", f"against {sign.kind} 2") if hits > 1 else (f"against {sign.kind}",))
            total += sign.weight * min(2.0, 0.6 + 0.4 * hits)
    found.update(f"rules {step}" for step in _STEPS if total >= step)
    return found


def _rows(folded: str) -> list[_Row]:
    """The shapes of each sentence, and where they stand; topic words in a row are one blank."""
    row: _Row = [(_START, 0, 0)]
    rows = [row]
    for match in _TOKEN.finditer(folded):
        start, end = match.span()
        if match.lastgroup:
            row.append((_END, start, start))
            row = [(_START, end, end)]
            rows.append(row)
            continue
        shape = shape_of(match.group())
        if shape == BLANK == row[-1][0]:
            row[-1] = (BLANK, row[-1][1], end)
        else:
            row.append((shape, start, end))
    row.append((_END, len(folded), len(folded)))
    return [row for row in rows if len(row) > 2]


def _runs(row: _Row) -> Iterator[str]:
    """Up to three shapes in a row."""
    before = last = ""
    for shape, _, _ in row:
        yield shape
        if last:
            yield f"{last} {shape}"
        if before:
            yield f"{before} {last} {shape}"
        before, last = last, shape


def _telling_words(folded: str, model: Linear) -> tuple[Reason, ...]:
    """Without a sign, the words that weighed most are the reason."""
    best, words = 0, ""
    for row in _rows(folded):
        for first in range(len(row)):
            for last in range(first + 1, min(first + _LONGEST_RUN, len(row))):
                weight = model.weights.get(" ".join(shape for shape, _, _ in row[first : last + 1]), 0)
                if weight > best and (said := folded[row[first][1] : row[last][2]].strip()):
                    best, words = weight, said
    return (Reason("words", f"speaks as a customer does: “{words[:60]}”"),) if words else ()
