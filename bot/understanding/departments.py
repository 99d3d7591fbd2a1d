"""Which departments a customer's words concern, each with its reasons, from descriptions and words alone.

A department is known by three kinds of terms: its own words, what customers say of the business concepts that its
description claims, and the words of its name and description. A term that many departments share weighs little.
What else is known of a mention (its customer, its source) may lean to a department, and so may past corrections.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.facts import NOTHING_SPECIFIC, DepartmentReading, DepartmentWords, Reason
from bot.understanding.claims import LONGEST, roots_of
from bot.understanding.english.stems import is_idle
from bot.understanding.meaning import shipped
from bot.understanding.subjects import weigh_subjects
from bot.understanding.terms import Index, index_departments

FALLBACK = "customer_service"
TAGGED_FROM = 0.33
SHARE_OF_BEST = 0.5
MOST_TAGS = 4
MOST_WORDS = 900
CLEAR_TERM = 0.3
PHRASE_FROM, PHRASE_OF_BEST, CLEAR_PHRASE = 0.27, 0.35, 0.5
"""A phrase that says it plainly ("nobody answers") asks a second department sooner than single words do."""
_GUESSED = 0.1
"""From this score on a department may be the last guess."""
_SATURATION = 1.8
_USUAL_LENGTH = 60
_OTHER_SENSE = 0.1
_PART_OF_PHRASE = 0.25
_MEANING = 1.25
"""What the nearness in meaning weighs, from the department that is as near as all are on average."""
_NO_MEANING, _FULL_MEANING = 75, 150
"""How far all but function words point together in what says nothing ("it happened again"), and one telling word."""
_CLEAR_MEANING, _TELLING = 0.4, 0.1
"""From this gain on nearness is a reason to name, and what the word that tells it weighs there: too little to tag."""


@dataclass(frozen=True, slots=True)
class Lean:
    """Something beside the text that speaks for a department, in log-odds, and the reason that people read."""

    key: str
    weight: float
    reason: Reason


def read_departments(
    text: str,
    departments: Sequence[DepartmentWords],
    is_mention: bool,
    shift: Mapping[str, float] | None = None,
    leans: Sequence[Lean] = (),
) -> tuple[DepartmentReading, ...]:
    """A reading for every department, in their order; a real mention tags at least one."""
    index = index_departments(tuple(departments))
    raw, why = _weigh(text, index)
    plain = [1 - math.exp(-value / _SATURATION) for value in raw]
    moved = {key: (shift or {}).get(key, 0.0) for key in index.keys}
    for lean in leans:
        moved[lean.key] = moved.get(lean.key, 0.0) + lean.weight
    scores = [_shifted(score, moved[key]) for key, score in zip(index.keys, plain, strict=True)]
    # What leans to one department takes nothing from another that the words speak for.
    best = min(max(plain, default=0.0), max(scores, default=0.0))
    tagged = _tagged(scores, best, why, index.keys)
    readings = [
        DepartmentReading(key, round(score, 3), _reasons(why[i], shift, leans, key), i in tagged)
        for i, (key, score) in enumerate(zip(index.keys, scores, strict=True))
    ]
    return tuple(_with_fallback(readings, index) if is_mention and readings and not tagged else readings)


def _shifted(score: float, shift: float) -> float:
    if not shift:
        return score
    clipped = min(0.999, max(0.05, score))
    return 1 / (1 + math.exp(-(math.log(clipped / (1 - clipped)) + shift)))


def _reasons(
    why: list[tuple[float, str]], shift: Mapping[str, float] | None, leans: Sequence[Lean], key: str
) -> tuple[Reason, ...]:
    best = sorted(why, key=lambda each: (-each[0], each[1]))[:4]
    reasons: tuple[Reason, ...] = (Reason("words", ", ".join(f"'{words}'" for _, words in best)),) if best else ()
    reasons += tuple(lean.reason for lean in leans if lean.key == key)
    moved = (shift or {}).get(key, 0.0)
    if abs(moved) >= 0.2:
        reasons += (Reason("corrections", f"past corrections speak {'for' if moved > 0 else 'against'} it"),)
    return reasons


def _tagged(scores: list[float], best: float, why: list[list[tuple[float, str]]], keys: tuple[str, ...]) -> set[int]:
    """The departments to ask: near the best, and with a term that speaks for them clearly (or corrections)."""
    order = sorted(range(len(scores)), key=lambda i: (-scores[i], keys[i]))
    if not order or scores[order[0]] < PHRASE_FROM:
        return set()
    return {i for i in order[:MOST_TAGS] if _is_asked(scores[i], best, why[i])}


def _is_asked(score: float, best: float, why: list[tuple[float, str]]) -> bool:
    if any(weight >= CLEAR_PHRASE and " " in words for weight, words in why):
        return score >= max(PHRASE_FROM, PHRASE_OF_BEST * best)
    is_clear = score >= 0.6 or any(weight >= CLEAR_TERM for weight, _ in why)
    return is_clear and score >= max(TAGGED_FROM, SHARE_OF_BEST * best)


def _with_fallback(readings: list[DepartmentReading], index: Index) -> list[DepartmentReading]:
    """A customer spoke and nothing stands out: the best guess that has a reason, else customer service."""
    served = next((i for i, reading in enumerate(readings) if reading.key == FALLBACK), index.general)
    guessed = [i for i, reading in enumerate(readings) if reading.reasons and reading.score >= _GUESSED]
    chosen = min(guessed, key=lambda i: (-readings[i].score, readings[i].key), default=served)
    old = readings[chosen]
    reasons = old.reasons or (Reason("fallback", NOTHING_SPECIFIC),)
    readings[chosen] = DepartmentReading(old.key, old.score, reasons, True)
    return readings


def _weigh(text: str, index: Index) -> tuple[list[float], list[list[tuple[float, str]]]]:
    roots = roots_of(text, MOST_WORDS)
    stems, said = [root for root, _ in roots], [word for _, word in roots]
    spoken = frozenset(stems)
    raw = list(index.usual)
    why: list[list[tuple[float, str]]] = [[] for _ in index.keys]
    seen: dict[tuple[str, ...], int] = {}
    heard = [0] * len(index.keys)  # up to where each department has taken the words in
    for i, first in enumerate(stems):
        if first not in index.firsts:
            continue
        share = 1.0
        for length in range(min(LONGEST, len(stems) - i), 0, -1):
            term = tuple(stems[i : i + length])
            holders = index.terms.get(term)
            if holders is None:
                continue
            if first in index.senses and length == 1:
                holders = _in_sense(holders, index.senses[first], spoken)
            whose = index.literal.get(term)
            fresh = {
                position: weight if position == whose else share * weight
                for position, weight in holders.items()
                if heard[position] <= i
            }
            for position in fresh:
                heard[position] = i + length
            times = seen.get(term, 0)
            seen[term] = times + 1
            _credit(fresh, times, " ".join(said[i : i + length]), raw, why)
            share = _PART_OF_PHRASE
    damp = math.sqrt(_USUAL_LENGTH / max(_USUAL_LENGTH, len(said)))  # long texts touch on everything
    raw = [value * damp for value in raw]
    for division in index.divisions:
        more, words = weigh_subjects(text, division)
        raw = [one + other for one, other in zip(raw, more, strict=True)]
        why = [_joined(one, other) for one, other in zip(why, words, strict=True)]
    return _with_meaning(roots, index, raw, why)


def _with_meaning(
    roots: list[tuple[str, str]], index: Index, raw: list[float], why: list[list[tuple[float, str]]]
) -> tuple[list[float], list[list[tuple[float, str]]]]:
    """Departments that are nearer in meaning than the others gain, those that are less near lose, whatever words they
    share; where no word speaks for one that clearly gains, the one that is nearest to it says why.
    """
    known, stems = shipped(), [root for root, _ in roots if not is_idle((root,))]
    meant = known.of(root for root, _ in roots)
    near = [meant.near(each) for each in index.meanings]
    usual = math.fsum(near) / max(1, len(near))
    weight = _MEANING * _between(math.sqrt(known.of(stems).square), _NO_MEANING, _FULL_MEANING)
    more = [weight * (each - usual) for each in near]
    for position, gain in enumerate(more):
        if gain >= _CLEAR_MEANING and not why[position]:
            stem = known.telling(stems, index.meanings[position])
            why[position] = [(_TELLING, word) for root, word in roots if root == stem][:1]
    return [max(0.0, one + other) for one, other in zip(raw, more, strict=True)], why


def _between(value: float, least: float, most: float) -> float:
    """Where a value lies between two others, from 0 to 1."""
    return min(1.0, max(0.0, (value - least) / (most - least)))


def _in_sense(
    holders: dict[int, float], senses: tuple[tuple[frozenset[str], frozenset[int]], ...], spoken: frozenset[str]
) -> dict[int, float]:
    """A word of several senses, as its neighbours have it: that a kettle leaked is nothing for Security."""
    fitting = [positions for neighbours, positions in senses if not neighbours.isdisjoint(spoken)]
    if not fitting:
        return holders
    hearing = frozenset[int]().union(*fitting)
    return {i: weight if i in hearing else _OTHER_SENSE * weight for i, weight in holders.items()}


def _joined(one: list[tuple[float, str]], other: list[tuple[float, str]]) -> list[tuple[float, str]]:
    known = {words for _, words in one}
    return one + [each for each in other if each[1] not in known]


def _credit(
    holders: dict[int, float], times: int, words: str, raw: list[float], why: list[list[tuple[float, str]]]
) -> None:
    for position, weight in holders.items():
        raw[position] += weight / (1 + times) ** 1.5
        if not times and weight >= 0.12:
            why[position].append((weight, words))
