"""The terms by which each department of a set is known, weighed against each other: built once per set.

Nothing of it knows particular departments: a name, a description and, if there are any, words carry it all.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bot.facts import DepartmentWords
from bot.understanding.english.kinds import EVERYDAY, kinds, no_claims
from bot.understanding.english.naming_words import COMMON
from bot.understanding.english.senses import Sense, senses
from bot.understanding.english.stems import FUNCTION_STEMS, GENERIC, STOP_STEMS, is_idle, stem
from bot.understanding.english.topics import EXCLUDED, GENERAL, LIKELY, USUALLY, topics
from bot.understanding.subjects import Division, divisions
from bot.understanding.text import fold, words_of

NUMBER = "#"
LONGEST, MOST_DESCRIBED = 6, 400
"""Stems of the longest term."""
_OWN, _SAID, _NAMED, _DESCRIBED, _VAGUE = 1.0, 0.9, 0.5, 0.35, 0.06
_CLAIM_OF_NAME, _CLAIM_OF_TEXT, _CLAIM_OF_WORDS = 1.7, 1.0, 0.1
_CLAIM_OF_SAYING = 0.3
_WHOLE_CLAIM = 1.2
_KIND, _KIND_TAKEN, _TAKEN, _EVERYDAY = 0.4, 0.12, 0.3, 0.4
_UNNAMED = 0.5
_WEAKEST_CLAIM = 0.12
_USUAL, _FAINT = 0.06, 0.1
_OWNED = 0.4
_INHERITED, _MOST_STEPS, _UNSURE = 0.7, 3, 0.6
_LITERAL, _OUTDONE = 0.6, 0.5
"""What only one department says of itself weighs so much there, and leaves so much to those that guess it."""
_IDLE = 0.8
"""How much a phrase counts that has only words which stand in any text."""

Term = tuple[str, ...]
Terms = dict[Term, dict[int, float]]


@dataclass(frozen=True, slots=True)
class Index:
    """Terms (stems in a row) to the departments they speak for, by position, with weights.

    `literal` has the terms that only one department's own name or description has.
    `usual` is what speaks for each department before a word is read; `general` is who answers what nobody else does.
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
    senses: Mapping[str, tuple[tuple[frozenset[str], frozenset[int]], ...]]
    owners: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class _Described:
    """A department's stems as they were written, and in pieces: a known phrase is one piece, so that a department for
    "stolen cards" is none for cards.
    """

    name: Term
    text: Term
    words: tuple[Term, ...]
    named: frozenset[Term]
    told: frozenset[Term]


@dataclass(frozen=True, slots=True)
class _Stemmed:
    """The stems of what claims a topic (below zero: in a name only), and of what is said of it."""

    name: str
    claims: list[tuple[Term, float]]
    says: list[tuple[Term, float]]
    is_trade: bool


@lru_cache(maxsize=64)
def index_departments(departments: tuple[DepartmentWords, ...]) -> Index:
    """Everything that reading needs of these departments, built once per set."""
    known = _stemmed()
    phrases = _phrases(known)
    described = [_described(department, phrases) for department in departments]
    terms = _own_terms(described)
    owned = {topic.name: _claims(topic, described) for topic in known}
    claimed = _inherited(owned)
    for topic in known:
        _put_sayings(terms, topic, claimed[topic.name], is_owned=max(owned[topic.name], default=0.0) >= _OWNED)
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
        {word: tuple(_heard(sense, claimed) for sense in rows) for word, rows in senses().items()},
        {name: _owners(claims, keys) for name, claims in claimed.items() if max(claims, default=0.0) >= _OWNED},
    )


def _service(owned: Mapping[str, list[float]], claimed: Mapping[str, list[float]], count: int) -> list[float]:
    """How likely each department is, before a word is read: who is there for anything, else for what is most usual."""
    service = [sum(claimed[name][i] * share for name, share in GENERAL) for i in range(count)]
    if max(service, default=0.0) >= _OWNED:
        return service
    return [_FAINT * sum(owned[name][i] * share for name, share in LIKELY) for i in range(count)]


def _own_terms(described: list[_Described]) -> Terms:
    terms: Terms = {}
    for position, each in enumerate(described):
        for stems, weight in ((each.text, _DESCRIBED), (each.name, _NAMED)):
            for word in stems:
                if _means((word,)):
                    _put(terms, (word,), position, _VAGUE if word in GENERIC else weight)
        for term in each.words:
            _put(terms, term, position, _OWN)
    return terms


def _put_kinds(terms: Terms, described: list[_Described], taken: frozenset[Term]) -> None:
    """Words of one kind with those of a description speak for it, too; little, where they say it of a topic anyway."""
    for position, each in enumerate(described):
        spoken = each.named | each.told | {(word,) for word in (*each.name, *each.text)} | _pairs(each.name, each.text)
        for row in kinds():
            if row[0] in spoken:
                for term in row[1:]:
                    _put(terms, term, position, _KIND_TAKEN if term in taken else _KIND)


def _pairs(*rows: Term) -> frozenset[Term]:
    return frozenset(pair for row in rows for pair in pairwise(row))


def _literal(described: list[_Described]) -> dict[Term, int]:
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
    return neighbours, frozenset(i for row in rows for i, claim in enumerate(row) if claim >= _OWNED / 2)


def _owners(claims: list[float], keys: tuple[str, ...]) -> tuple[int, ...]:
    claiming = [i for i, claim in enumerate(claims) if claim >= _OWNED]
    return tuple(sorted(claiming, key=lambda i: (-claims[i], keys[i])))


def claims_of(name: str) -> dict[str, float]:
    """How much a department that has nothing but this name claims each topic, 0 to 1; those of trades left out."""
    known = _stemmed()
    named = _described(DepartmentWords("", name, ""), _phrases(known))
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


def _described(department: DepartmentWords, phrases: frozenset[Term]) -> _Described:
    text = stems_of(EXCLUDED.sub(" ", fold(department.description)), MOST_DESCRIBED)
    name = stems_of(department.name, MOST_DESCRIBED)
    key = stems_of(department.key.replace("_", " "), MOST_DESCRIBED)
    words = dict.fromkeys(term for term in (stems_of(phrase) for phrase in department.words) if _means(term))
    return _Described(
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


def _phrases(topics: Iterable[_Stemmed]) -> frozenset[Term]:
    return frozenset(term for topic in topics for row in (topic.claims, topic.says) for term, _ in row if len(term) > 1)


def _means(term: Term) -> bool:
    return bool(term) and not is_idle(term) and not (len(term) == 1 and term[0] in STOP_STEMS)


def _put(terms: Terms, term: Term, position: int, weight: float) -> None:
    holders = terms.setdefault(term, {})
    holders[position] = max(holders.get(position, 0.0), weight)


def _stemmed() -> tuple[_Stemmed, ...]:
    """All topics in stems. They take forty milliseconds to make and are needed once per set: no megabyte is kept."""
    return tuple(
        _Stemmed(
            topic.name,
            [(stems_of(words), -weight if words.startswith("=") else weight) for words, weight in topic.claims],
            [(term, weight) for words, weight in topic.says if _means(term := stems_of(words))],
            topic.is_trade,
        )
        for topic in topics()
    )


def _claims(topic: _Stemmed, described: list[_Described]) -> list[float]:
    """How much each department claims a topic, 0 to 1: much less, where another claims it more."""
    claims = [_claim(topic, each) for each in described]
    strongest = max(claims, default=0.0)
    return [claim * (claim / strongest) ** 1.5 if claim >= _WEAKEST_CLAIM else 0.0 for claim in claims]


def _inherited(claimed: dict[str, list[float]]) -> dict[str, list[float]]:
    """A topic that nobody claims goes to who claims the topic that it usually belongs to, with a little less weight."""
    found = {}
    for name, claims in claimed.items():
        owner, steps = name, 0
        while max(claimed[owner], default=0.0) < _OWNED and owner in USUALLY and steps < _MOST_STEPS:
            owner, steps = USUALLY[owner], steps + 1
        usual = claimed[owner] if max(claimed[owner], default=0.0) >= _OWNED else claims
        share = _INHERITED if owner != name else 1.0
        found[name] = [max(claim, share * other) for claim, other in zip(claims, usual, strict=True)]
    return found


def _claim(topic: _Stemmed, each: _Described) -> float:
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


def _put_sayings(terms: Terms, topic: _Stemmed, claims: list[float], *, is_owned: bool) -> None:
    for position, claim in enumerate(claims):
        if claim < _WEAKEST_CLAIM / 2:
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
