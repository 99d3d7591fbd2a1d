"""The terms by which each department of a set is known, weighed against each other: built once per set.

Nothing of it knows particular departments: what they say of themselves and claim by it (`claims.py`) carries it all.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bot.facts import DepartmentWords
from bot.understanding import meaning
from bot.understanding.claims import (
    MOST_DESCRIBED,
    OWNED,
    WEAKEST_CLAIM,
    Described,
    StemmedTopic,
    Term,
    all_topics,
    claims_on,
    describe,
    inherit,
    means,
    phrases_of,
    stems_of,
)
from bot.understanding.english.kinds import EVERYDAY, kinds
from bot.understanding.english.naming_words import COMMON
from bot.understanding.english.senses import Sense, senses
from bot.understanding.english.stems import FUNCTION_STEMS, GENERIC, STOP_STEMS, is_idle, stem
from bot.understanding.english.topics import EXCLUDED, GENERAL, LIKELY
from bot.understanding.meaning import Meaning
from bot.understanding.subjects import Division, divisions
from bot.understanding.text import fold

_OWN, _SAID, _NAMED, _DESCRIBED, _VAGUE = 1.0, 0.9, 0.5, 0.35, 0.06
"""What a term weighs by where it is from: a department's own words, what customers say of a topic that it claims in
full, its name, its description; the last is for words of names and descriptions that any department has.
"""
_UNSURE = 0.6
"""What a weaker saying is worth for a topic that is inherited, not owned."""
_KIND, _KIND_TAKEN = 0.4, 0.12
"""What a word of one kind with a department's own weighs, and one that is said of somebody's topic anyway."""
_TAKEN = 0.3
"""From this weight on a term is said of somebody's topic."""
_EVERYDAY = 0.4
"""What is left of a single word that stands in any talk (`kinds.EVERYDAY`)."""
_LITERAL, _OUTDONE = 0.6, 0.5
"""What only one department says of itself weighs so much there, and leaves so much to those that guess it."""
_USUAL, _FAINT = 0.06, 0.1
"""What speaks for who is there for anything before a word is read: enough to order a tie, and too little to tag. A
tenth of that, where nobody is there for anything and it is guessed from what is most usual.
"""
_IDLE = 0.8
"""How much a phrase counts that has only words which stand in any text."""

Terms = dict[Term, dict[int, float]]


@dataclass(frozen=True, slots=True)
class Index:
    """Terms (stems in a row) to the departments they speak for, by position, with weights.

    `literal` has the terms that only one department's own name or description has.
    `usual` is what speaks for each department before a word is read; `general` is who answers what nobody else does.
    `meanings` has what each department means by its name and description.
    `senses` has, for a stem of several senses, the neighbours of each and the departments that hear it in that sense;
    `owners` the departments that claim a topic, strongest first.
    """

    keys: tuple[str, ...]
    terms: Terms
    literal: Mapping[Term, int]
    firsts: frozenset[str]
    usual: tuple[float, ...]
    general: int
    divisions: tuple[Division, ...]
    meanings: tuple[Meaning, ...]
    senses: Mapping[str, tuple[tuple[frozenset[str], frozenset[int]], ...]]
    owners: Mapping[str, tuple[int, ...]]


@lru_cache(maxsize=64)
def index_departments(departments: tuple[DepartmentWords, ...]) -> Index:
    """Everything that reading needs of these departments, built once per set."""
    known = all_topics()
    phrases = phrases_of(known)
    described = [describe(department, phrases) for department in departments]
    terms = _own_terms(described)
    owned = {topic.name: claims_on(topic, described) for topic in known}
    claimed = inherit(owned)
    for topic in known:
        _put_sayings(terms, topic, claimed[topic.name], is_owned=max(owned[topic.name], default=0.0) >= OWNED)
    _put_kinds(terms, described, frozenset(term for term, holders in terms.items() if max(holders.values()) >= _TAKEN))
    literal = _literal(described)
    for term, position in literal.items():
        terms[term] = _told_by(position, terms.get(term, {}))
    weighted = _weighted(terms, len(departments))
    keys = tuple(department.key for department in departments)
    service = _service(owned, claimed, len(departments))
    return Index(
        keys,
        weighted,
        literal,
        frozenset(term[0] for term in weighted),
        tuple(_USUAL * min(1.0, value) for value in service),
        min(range(len(departments)), key=lambda i: (-service[i], keys[i]), default=0),
        divisions(owned),
        tuple(_meant(each) for each in departments),
        {word: tuple(_heard(sense, claimed) for sense in rows) for word, rows in senses().items()},
        {name: _owners(claims, keys) for name, claims in claimed.items() if max(claims, default=0.0) >= OWNED},
    )


def _meant(department: DepartmentWords) -> Meaning:
    """Its name counts twice: it says most in fewest words."""
    described = EXCLUDED.sub(" ", fold(department.description))
    return meaning.shipped().of(stems_of(f"{department.name}. {department.name}. {described}", MOST_DESCRIBED))


def _service(owned: Mapping[str, list[float]], claimed: Mapping[str, list[float]], count: int) -> list[float]:
    """How likely each department is, before a word is read: who is there for anything, else for what is most usual."""
    service = [sum(claimed[name][i] * share for name, share in GENERAL) for i in range(count)]
    if max(service, default=0.0) >= OWNED:
        return service
    return [_FAINT * sum(owned[name][i] * share for name, share in LIKELY) for i in range(count)]


def _own_terms(described: list[Described]) -> Terms:
    terms: Terms = {}
    for position, each in enumerate(described):
        for stems, weight in ((each.text, _DESCRIBED), (each.name, _NAMED)):
            for word in stems:
                if means((word,)):
                    _put(terms, (word,), position, _VAGUE if word in GENERIC else weight)
        for term in each.words:
            _put(terms, term, position, _OWN)
    return terms


def _put_kinds(terms: Terms, described: list[Described], taken: frozenset[Term]) -> None:
    """Words of one kind with those of a description speak for it, too; little, where they say it of a topic anyway."""
    for position, each in enumerate(described):
        spoken = each.named | each.told | {(word,) for word in (*each.name, *each.text)} | _pairs(each.name, each.text)
        for row in kinds():
            if row[0] in spoken:
                for term in row[1:]:
                    _put(terms, term, position, _KIND_TAKEN if term in taken else _KIND)


def _pairs(*rows: Term) -> frozenset[Term]:
    return frozenset(pair for row in rows for pair in pairwise(row))


def _literal(described: list[Described]) -> dict[Term, int]:
    """The words and phrases that the name or description of one department has, and of no other."""
    owners: dict[Term, list[int]] = {}
    for position, each in enumerate(described):
        for term in {*each.named, *each.told, *each.words}:
            if not _says_little().issuperset(term) and not is_idle(term):
                owners.setdefault(term, []).append(position)
    return {term: positions[0] for term, positions in sorted(owners.items()) if len(positions) == 1}


@lru_cache(maxsize=1)
def _says_little() -> frozenset[str]:
    return GENERIC | STOP_STEMS | FUNCTION_STEMS | {stem(word) for word in COMMON}


def _told_by(position: int, holders: Mapping[int, float]) -> dict[int, float]:
    found = {other: _OUTDONE * weight for other, weight in holders.items()}
    found[position] = max(_LITERAL, holders.get(position, 0.0))
    return found


def _heard(sense: Sense, claimed: dict[str, list[float]]) -> tuple[frozenset[str], frozenset[int]]:
    named, neighbours = sense
    rows = [claimed[topic] for topic in named if topic in claimed]
    return neighbours, frozenset(i for row in rows for i, claim in enumerate(row) if claim >= OWNED / 2)


def _owners(claims: list[float], keys: tuple[str, ...]) -> tuple[int, ...]:
    claiming = [i for i, claim in enumerate(claims) if claim >= OWNED]
    return tuple(sorted(claiming, key=lambda i: (-claims[i], keys[i])))


def _put(terms: Terms, term: Term, position: int, weight: float) -> None:
    holders = terms.setdefault(term, {})
    holders[position] = max(holders.get(position, 0.0), weight)


def _put_sayings(terms: Terms, topic: StemmedTopic, claims: list[float], *, is_owned: bool) -> None:
    for position, claim in enumerate(claims):
        if claim < WEAKEST_CLAIM / 2:
            continue
        for term, weight in topic.says:
            sure = 1.0 if is_owned or weight >= 1 else _UNSURE
            sure *= _EVERYDAY if len(term) == 1 and term[0] in EVERYDAY else 1.0
            _put(terms, term, position, _SAID * weight * sure * claim)


def _weighted(terms: Terms, count: int) -> Terms:
    """Each term's weights, in `terms`' place. Most are those of other terms, too: held once, they take a tenth."""
    weighted: Terms = {}
    held: dict[tuple[tuple[int, float], ...], dict[int, float]] = {}
    for term in list(terms):
        found = _rarer(term, terms.pop(term), count)
        weighted[term] = held.setdefault(tuple(found.items()), found)
    return weighted


def _rarer(term: Term, holders: dict[int, float], count: int) -> dict[int, float]:
    """A term's weights: longer phrases weigh more, terms that many departments hold weigh less."""
    total = sum(sorted(holders.values()))  # in any order of departments the same sum
    meaning = sum(word not in STOP_STEMS and word not in GENERIC for word in term)
    length = 1.0 + 0.35 * (meaning - 1) if meaning else _IDLE
    spread = total / max(holders.values())
    rarity = 1 - math.log(spread) / math.log(count + 1) if count > 1 else 1.0
    return {
        position: weight * length * max(0.1, rarity) * (0.4 + 0.6 * weight / total)
        for position, weight in holders.items()
    }
