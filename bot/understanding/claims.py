"""What a department says of itself, in stems, and how much of each topic it claims by that.

Nothing of it knows particular departments: a name, a description and, if there are any, words carry it all.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from bot.facts import DepartmentWords
from bot.understanding.english.kinds import no_claims
from bot.understanding.english.stems import GENERIC, STOP_STEMS, is_idle, stem
from bot.understanding.english.topics import EXCLUDED, USUALLY, topics
from bot.understanding.text import fold, words_of

NUMBER = "#"
"""The stem of any number."""
LONGEST = 6
"""Stems of the longest term."""
MOST_DESCRIBED = 400
"""Stems that are read of a name or a description, so that a page that was pasted costs no more."""
OWNED = 0.4
"""From this claim on a topic is a department's own; below it the topic goes to whom it usually belongs."""
WEAKEST_CLAIM = 0.12
"""Less is chance: one word that a department and a topic happen to share."""
_CLAIM_OF_NAME, _CLAIM_OF_TEXT, _CLAIM_OF_WORDS = 1.7, 1.0, 0.1
"""A name says what a department is, a description also what it has to do with; its own words claim next to nothing,
as they weigh by themselves (`terms.py`).
"""
_CLAIM_OF_SAYING = 0.3
"""A description in the words in which customers speak of a topic only hints at it; the surest of these twice as much,
while nothing names the topic.
"""
_WHOLE_CLAIM = 1.2
"""Claims add up towards 1: what is named once, in a description, claims more than half of a topic."""
_UNNAMED = 0.5
"""What is left of claims that only resemble the topic and never name it; nothing, where it is a trade."""
_INHERITED = 0.7
"""What a claim is worth for a topic that only usually goes with the one that is claimed."""
_MOST_STEPS = 3
"""From a topic to the one it usually belongs to, and on from there; two may belong to each other (billing, payments)
without an end.
"""

Term = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Described:
    """A department's stems as they were written, and in pieces: a known phrase is one piece, so that a department for
    "stolen cards" is none for cards.
    """

    name: Term
    text: Term
    words: tuple[Term, ...]
    named: frozenset[Term]
    told: frozenset[Term]


@dataclass(frozen=True, slots=True)
class StemmedTopic:
    """The stems of what claims a topic (below zero: in a name only), and of what is said of it."""

    name: str
    claims: list[tuple[Term, float]]
    says: list[tuple[Term, float]]
    is_trade: bool


def claims_of(name: str) -> dict[str, float]:
    """How much a department that has nothing but this name claims each topic, 0 to 1; those of trades left out."""
    known = all_topics()
    named = describe(DepartmentWords("", name, ""), phrases_of(known))
    return {topic.name: _claim(topic, named) for topic in known if not topic.is_trade}


def stems_of(phrase: str, most: int = LONGEST) -> Term:
    """The stems of a phrase, in order; words without meaning stay, since phrases live from them ("on hold")."""
    return tuple(root for root, _ in roots_of(phrase))[:most]


def roots_of(text: str, most: int = 900) -> list[tuple[str, str]]:
    """The stems of a text with their words, in order; a number is a number, whichever it is, however it is written."""
    found: list[tuple[str, str]] = []
    for word in words_of(text)[:most]:
        if not word.isdigit():
            found.append((stem(word), word))
        elif not found or found[-1][0] != NUMBER:
            found.append((NUMBER, word))
    return found


def all_topics() -> tuple[StemmedTopic, ...]:
    """All topics in stems. They take forty milliseconds to make and are needed once per set: no megabyte is kept."""
    return tuple(
        StemmedTopic(
            topic.name,
            [(stems_of(words), -weight if words.startswith("=") else weight) for words, weight in topic.claims],
            [(term, weight) for words, weight in topic.says if means(term := stems_of(words))],
            topic.is_trade,
        )
        for topic in topics()
    )


def phrases_of(topics: Iterable[StemmedTopic]) -> frozenset[Term]:
    """All phrases that claim a topic or are said of one."""
    return frozenset(term for topic in topics for row in (topic.claims, topic.says) for term, _ in row if len(term) > 1)


def describe(department: DepartmentWords, phrases: frozenset[Term]) -> Described:
    """What a department says of itself, without what it says that it does not do; its key is a name, too."""
    text = stems_of(EXCLUDED.sub(" ", fold(department.description)), MOST_DESCRIBED)
    name = stems_of(department.name, MOST_DESCRIBED)
    key = stems_of(department.key.replace("_", " "), MOST_DESCRIBED)
    words = dict.fromkeys(term for term in (stems_of(phrase) for phrase in department.words) if means(term))
    return Described(
        tuple(dict.fromkeys((*name, *key))),
        text,
        tuple(words),
        _pieces(name, phrases) | _pieces(key, phrases),
        _pieces(text, phrases),
    )


def _pieces(stems: Term, phrases: frozenset[Term]) -> frozenset[Term]:
    """The longest known phrases in a row of stems, and the single stems between them."""
    found, i = [], 0
    while i < len(stems):
        for length in range(min(LONGEST, len(stems) - i), 0, -1):
            if length == 1 or stems[i : i + length] in phrases:
                found.append(stems[i : i + length])
                i += length
                break
    return frozenset(found)


def means(term: Term) -> bool:
    """Whether a term says anything by itself."""
    return bool(term) and not is_idle(term) and not (len(term) == 1 and term[0] in STOP_STEMS)


def claims_on(topic: StemmedTopic, described: list[Described]) -> list[float]:
    """How much each department claims a topic, 0 to 1: much less, where another claims it more."""
    claims = [_claim(topic, each) for each in described]
    strongest = max(claims, default=0.0)
    return [claim * (claim / strongest) ** 1.5 if claim >= WEAKEST_CLAIM else 0.0 for claim in claims]


def inherit(claimed: dict[str, list[float]]) -> dict[str, list[float]]:
    """A topic that nobody claims goes to who claims the topic that it usually belongs to, with a little less weight."""
    found = {}
    for name, claims in claimed.items():
        owner, steps = name, 0
        while max(claimed[owner], default=0.0) < OWNED and owner in USUALLY and steps < _MOST_STEPS:
            owner, steps = USUALLY[owner], steps + 1
        usual = claimed[owner] if max(claimed[owner], default=0.0) >= OWNED else claims
        share = _INHERITED if owner != name else 1.0
        found[name] = [max(claim, share * other) for claim, other in zip(claims, usual, strict=True)]
    return found


def _claim(topic: StemmedTopic, each: Described) -> float:
    owned = {word for term in each.words for word in term}
    total, is_named = 0.0, False
    for term, signed in dict(reversed(topic.claims)).items():
        beside = no_claims().get((term[0], topic.name)) if len(term) == 1 else None
        if beside and not beside.isdisjoint((*each.name, *each.text)):
            continue
        only_name, weight = signed < 0, abs(signed)
        if term in each.named or (term in each.told and not only_name):
            longer = 1.0 + 0.5 * (len(term) - 1)
            total += weight * longer * (_CLAIM_OF_NAME if term in each.named else _CLAIM_OF_TEXT)
            is_named = is_named or weight >= 1
        elif len(term) == 1 and term[0] in owned:
            total += weight * _CLAIM_OF_WORDS
    for term, weight in dict(reversed(topic.says)).items():
        if (term in each.named or term in each.told) and not (len(term) == 1 and term[0] in GENERIC):
            total += (_CLAIM_OF_SAYING if is_named or weight < 1 else 2 * _CLAIM_OF_SAYING) * weight
            is_named = is_named or (topic.is_trade and weight >= 1)
    if not is_named:
        return 0.0 if topic.is_trade else (1 - math.exp(-total / _WHOLE_CLAIM)) * _UNNAMED
    return 1 - math.exp(-total / _WHOLE_CLAIM)
