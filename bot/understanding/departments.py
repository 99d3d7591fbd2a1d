"""Which departments a customer's words concern, each with its reasons, from descriptions and words alone.

A department is known by three kinds of terms: its own words (they weigh most), what customers say of the business
concepts that its description claims, and the words of its description. A term that many departments share weighs
little. Corrections, when there are any, shift the scores (see `corrections`).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.facts import NOTHING_SPECIFIC, DepartmentReading, DepartmentWords, Reason
from bot.understanding.english.stems import STOP_WORDS, stem
from bot.understanding.english.topics import TOPICS, Topic
from bot.understanding.text import words_of

FALLBACK = "customer_service"
TAGGED_FROM = 0.33
SHARE_OF_BEST = 0.5
MOST_TAGS = 4
MOST_WORDS = 900
CLEAR_TERM = 0.3
WEAKEST_CLAIM = 0.9
_OWN, _CONCEPT, _DESCRIBED = 1.0, 0.75, 0.22
_SATURATION = 1.8

Terms = dict[tuple[str, ...], dict[int, float]]


@dataclass(frozen=True, slots=True)
class Index:
    """Terms (stems in a row) to the departments they speak for, by position, with weights."""

    keys: tuple[str, ...]
    terms: Terms
    firsts: frozenset[str]


def read_departments(
    text: str, departments: Sequence[DepartmentWords], is_mention: bool, shift: Mapping[str, float] | None = None
) -> tuple[DepartmentReading, ...]:
    """A reading for every department, in their order; a real mention tags at least one."""
    index = index_departments(tuple(departments))
    raw, why = _weigh(text, index)
    scores = [1 - math.exp(-value / _SATURATION) for value in raw]
    if shift:
        scores = [_shifted(score, shift.get(key, 0.0)) for key, score in zip(index.keys, scores, strict=True)]
    tagged = _tagged(scores, [max((weight for weight, _ in each), default=0.0) for each in why])
    readings = [
        DepartmentReading(key, round(score, 3), _reasons(why[i], shift, key), i in tagged)
        for i, (key, score) in enumerate(zip(index.keys, scores, strict=True))
    ]
    return tuple(_with_fallback(readings) if is_mention and readings and not tagged else readings)


def _shifted(score: float, shift: float) -> float:
    clipped = min(0.98, max(0.02, score))
    return 1 / (1 + math.exp(-(math.log(clipped / (1 - clipped)) + shift)))


def _reasons(why: list[tuple[float, str]], shift: Mapping[str, float] | None, key: str) -> tuple[Reason, ...]:
    best = sorted(why, key=lambda each: -each[0])[:4]
    reasons: tuple[Reason, ...] = (Reason("words", ", ".join(f"'{words}'" for _, words in best)),) if best else ()
    moved = (shift or {}).get(key, 0.0)
    if abs(moved) >= 0.2:
        reasons += (Reason("corrections", f"past corrections speak {'for' if moved > 0 else 'against'} it"),)
    return reasons


def _tagged(scores: list[float], clearest: list[float]) -> set[int]:
    """The departments to ask: near the best, and with a term that speaks for them clearly (or corrections)."""
    order = sorted(range(len(scores)), key=lambda i: (-scores[i], i))
    if not order or scores[order[0]] < TAGGED_FROM:
        return set()
    best = scores[order[0]]
    clear = [i for i in order if clearest[i] >= CLEAR_TERM or scores[i] >= 0.6]
    return {i for i in clear[:MOST_TAGS] if scores[i] >= TAGGED_FROM and scores[i] >= SHARE_OF_BEST * best}


def _with_fallback(readings: list[DepartmentReading]) -> list[DepartmentReading]:
    """A customer spoke and nothing stands out: the best guess if there is one, else customer service."""
    best = max(range(len(readings)), key=lambda i: (readings[i].score, readings[i].key == FALLBACK))
    served = next((i for i, reading in enumerate(readings) if reading.key == FALLBACK), best)
    chosen = best if readings[best].score >= 0.3 else served
    old = readings[chosen]
    reasons = old.reasons or (Reason("fallback", NOTHING_SPECIFIC),)
    readings[chosen] = DepartmentReading(old.key, old.score, reasons, True)
    return readings


@lru_cache(maxsize=64)
def index_departments(departments: tuple[DepartmentWords, ...]) -> Index:
    """Everything that reading needs of these departments, built once per set."""
    terms: Terms = {}
    for position, department in enumerate(departments):
        described = [
            stem(word) for word in words_of(f"{department.name} {department.description}") if word not in STOP_WORDS
        ]
        for word in described:
            _put(terms, (word,), position, _DESCRIBED)
        for phrase in department.words:
            _put(terms, stems_of(phrase), position, _OWN)
    _claim_topics(terms, departments)
    weighted = {term: _rarer(term, holders, len(departments)) for term, holders in terms.items() if term}
    return Index(tuple(d.key for d in departments), weighted, frozenset(term[0] for term in weighted))


def stems_of(phrase: str) -> tuple[str, ...]:
    """The stems of a phrase, in order; words without meaning stay, since phrases live from them ("on hold")."""
    return tuple(stem(word) for word in words_of(phrase))[:6]


def _put(terms: Terms, term: tuple[str, ...], position: int, weight: float) -> None:
    if term and not (len(term) == 1 and term[0] in STOP_WORDS):
        holders = terms.setdefault(term, {})
        holders[position] = max(holders.get(position, 0.0), weight)


def _claim_topics(terms: Terms, departments: tuple[DepartmentWords, ...]) -> None:
    for topic in TOPICS:
        claims = [_claim(topic, department) for department in departments]
        strongest = max(claims, default=0.0)
        if strongest < WEAKEST_CLAIM:
            continue
        for position, claim in enumerate(claims):
            share = claim / strongest
            if share < 0.4:
                continue
            for phrase in topic.says:
                _put(terms, stems_of(phrase), position, _CONCEPT * share * min(1.0, 0.55 + 0.15 * claim))


def _claim(topic: Topic, department: DepartmentWords) -> float:
    """How much a department's name, description and words claim a concept."""
    wanted = {stem(word) for word in topic.claims if word not in STOP_WORDS}
    named = {stem(word) for word in words_of(f"{department.name} {department.key.replace('_', ' ')}")}
    described = {stem(word) for word in words_of(department.description)}
    owned = {stem(word) for phrase in department.words for word in words_of(phrase)}
    said = {term for phrase in topic.says for term in stems_of(phrase)} - STOP_WORDS
    return (
        2.0 * len(wanted & named)
        + 1.0 * len(wanted & described)
        + 0.15 * len(said & described)
        + 0.1 * len(wanted & owned)
    )


def _rarer(term: tuple[str, ...], holders: dict[int, float], count: int) -> dict[int, float]:
    """A term's weights: longer phrases weigh more, terms that many departments hold weigh less."""
    total = sum(holders.values())
    length = 1.0 + 0.45 * (len(term) - 1)
    rarity = math.log((count + 1) / (total + 0.25)) / math.log(count + 1) if count > 1 else 1.0
    return {
        position: weight * length * max(0.15, rarity) * (0.4 + 0.6 * weight / total)
        for position, weight in holders.items()
    }


def _weigh(text: str, index: Index) -> tuple[list[float], list[list[tuple[float, str]]]]:
    said = words_of(text)[:MOST_WORDS]
    stems = [stem(word) for word in said]
    raw = [0.0] * len(index.keys)
    why: list[list[tuple[float, str]]] = [[] for _ in index.keys]
    seen: dict[tuple[str, ...], int] = {}
    used = -1
    for i, first in enumerate(stems):
        if first not in index.firsts:
            continue
        for length in (5, 4, 3, 2, 1):
            term = tuple(stems[i : i + length])
            holders = index.terms.get(term)
            if holders is None or len(term) < length or i + length <= used:
                continue
            times = seen.get(term, 0)
            seen[term] = times + 1
            _credit(holders, times, " ".join(said[i : i + length]), raw, why)
            used = i + length
            break
    return [_damped(value, len(said)) for value in raw], why


def _credit(
    holders: dict[int, float], times: int, words: str, raw: list[float], why: list[list[tuple[float, str]]]
) -> None:
    for position, weight in holders.items():
        raw[position] += weight / (1 + times) ** 1.5
        if not times and weight >= 0.12:
            why[position].append((weight, words))


def _damped(value: float, count: int) -> float:
    """Long texts touch on everything: what they say counts less per word."""
    return value * math.sqrt(60 / max(60, count))
