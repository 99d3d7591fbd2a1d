"""Rules that come of people's corrections: found in the examples, proposed by others, heeded in reading once accepted.

Pure arithmetic: an example's weight halves every three months; a rule needs three mentions that are not too old, little
that people said against it, and words that (nearly) no mention without that department holds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from bot.facts import Example, FoundRule, Reason, RuleWords, Tagged
from bot.understanding.corrections import Correction, Corrections, explain, features, surfaces
from bot.understanding.departments import Lean

HALVES_AFTER = timedelta(days=90)
FEWEST_MENTIONS = 3
FEWEST_WEIGHT = 2.0
MOST_AGAINST = 1 / 3
"""The weight of what people said against a rule, for each one of what they said for it."""
MOST_CONTRARY = 1 / 6
"""Mentions with the same words and without that department, for each with it: for three, none."""
MOST_TEXT = 1_500
LONGEST_WORDS = 40
Heard = tuple[frozenset[str], Tagged]
LEAST_SAID, LITTLE, STRONG = 0.2, 0.7, 1.6
"""Of what past corrections lean by themselves, in log-odds; less than the first is not worth a word."""
SPEAKS_FOR, SPEAKS_AGAINST = 5.0, -2.5
"""Log-odds: an accepted rule tags by itself, but what else speaks for a department clearly outweighs one against it."""


def taught(text: str) -> dict[str, str]:
    """What an example of this text keeps: stems and pairs of stems, each with the words that it stands for, in no order
    of the text. Nothing with a digit (orders, telephones, sums), and of a long text its beginning.
    """
    said = surfaces(text if len(text) <= MOST_TEXT else text[:MOST_TEXT].rpartition(" ")[0])
    return {
        feature: said[feature]
        for feature in sorted(said)
        if len(said[feature]) <= LONGEST_WORDS and not any(character.isdigit() for character in said[feature])
    }


def weight_at(example: Example, now: datetime) -> float:
    """How much an example counts at that moment, 0 to 1."""
    age = max(timedelta(0), now - example.at)
    return float(0.5 ** (age / HALVES_AFTER))


def lessons(examples: Sequence[Example], tagged: Mapping[str, Collection[str]], now: datetime) -> list[Correction]:
    """All that people said of each mention as one example to learn from, with its weight at that moment; `tagged` are
    the keys with which a mention is tagged now: what nobody said was wrong is right.
    """
    said: dict[str, list[Example]] = {}
    for example in examples:
        said.setdefault(example.mention_id, []).append(example)
    return [
        Correction(
            text="",
            departments=tuple(sorted({*tagged.get(mention_id, ()), *(one.key for one in own if one.is_right)})),
            wrong=tuple(sorted({one.key for one in own if not one.is_right})),
            weight=max(weight_at(one, now) for one in own),
            features=tuple(own[-1].features),
        )
        for mention_id, own in said.items()
    ]


def find_rules(examples: Sequence[Example], now: datetime) -> list[FoundRule]:
    """The rules for which the examples give enough evidence, best first. Each audience's examples count by themselves:
    a rule tells nobody of words, or of numbers, that they could not open.
    """
    found: list[tuple[tuple[object, ...], FoundRule]] = []
    for audience in sorted({example.audience for example in examples}):
        heard = [example for example in examples if example.audience == audience]
        for key in sorted({example.key for example in heard}):
            for speaks_for in (True, False):
                own = [one for one in heard if one.key == key and one.is_right == speaks_for]
                others = [one for one in heard if one.key == key and one.is_right != speaks_for]
                found += [(_rank(rule, heard), rule) for rule in _with_evidence(own, others, now)]
    return [rule for _, rule in sorted(found, key=lambda each: each[0])]


def _with_evidence(own: Sequence[Example], others: Sequence[Example], now: datetime) -> Iterable[FoundRule]:
    """`own` say the same of one department, `others` the opposite."""
    holders: dict[str, list[Example]] = {}
    for example in own:
        for feature in example.features:
            holders.setdefault(feature, []).append(example)
    for feature, held in sorted(holders.items()):
        times = len({example.mention_id for example in held})
        weight = sum(weight_at(example, now) for example in held)
        against = sum(weight_at(example, now) for example in others if feature in example.features)
        if times >= FEWEST_MENTIONS and weight >= FEWEST_WEIGHT and against <= weight * MOST_AGAINST:
            first, people = held[0], len({example.by for example in held})
            words, where = str(held[-1].features[feature]), tuple(sorted({example.channel_id for example in held}))
            yield FoundRule(first.key, feature, words, first.is_right, first.audience, times, people, where)


def _rank(rule: FoundRule, heard: Sequence[Example]) -> tuple[object, ...]:
    """Most mentions first; of as many, two words before one, and what is said elsewhere least."""
    elsewhere = sum(one.key != rule.key and rule.feature in one.features for one in heard)
    return (-rule.times, " " not in rule.feature, elsewhere, rule.key, rule.feature, rule.audience)


def hear(mentions: Iterable[Tagged]) -> list[Heard]:
    """The mentions with their features, which take longer to find than all the rest."""
    return [(frozenset(features(mention.words)), mention) for mention in mentions]


def holds(rule: FoundRule, mentions: Iterable[Heard]) -> bool:
    """Whether mentions with these words bear the rule out, those included that nobody corrected: for a department, they
    are tagged with it; against one, it did not deal with them.
    """
    heard = [mention for said, mention in mentions if rule.feature in said]
    contrary = sum(rule.key not in one.keys if rule.speaks_for else rule.key in one.acted for one in heard)
    return contrary <= min(rule.times, len(heard) - contrary) * MOST_CONTRARY


def says_the_same(rule: FoundRule, known: Collection[FoundRule]) -> bool:
    """Whether a rule that was proposed before is about the same words, or some of them."""
    words = set(rule.feature.split())
    return any(
        (one.key, one.speaks_for) == (rule.key, rule.speaks_for)
        and (words <= set(one.feature.split()) or set(one.feature.split()) <= words)
        for one in known
    )


def leans_of_corrections(text: str, shift: Mapping[str, float], learned: Corrections | None) -> tuple[Lean, ...]:
    """What past corrections shift by themselves, where that is worth a word: how much, and by which of the text's."""
    return tuple(
        Lean(key, weight, Reason("corrections", _how_much(weight, explain(text, key, learned)[1])))
        for key, weight in shift.items()
        if learned is not None and abs(weight) >= LEAST_SAID
    )


def _how_much(weight: float, spoken: Sequence[str]) -> str:
    size = abs(weight)
    how = "a little " if size < LITTLE else "strongly " if size >= STRONG else ""
    words = ", ".join(f"'{each}'" for each in spoken[:2])
    return f"past corrections speak {how}{'for' if weight > 0 else 'against'} it{f': {words}' if words else ''}"


def leans_of_rules(text: str, rules: Sequence[RuleWords]) -> tuple[Lean, ...]:
    """What the rules whose words a text holds lean to, each with its reason; of several that say the same of a
    department the first counts.
    """
    said = frozenset(features(text)) if rules else frozenset()
    heeded: dict[tuple[str, bool], Lean] = {}
    for rule in rules:
        if rule.feature in said:
            weight = SPEAKS_FOR if rule.speaks_for else SPEAKS_AGAINST
            heeded.setdefault((rule.key, rule.speaks_for), Lean(rule.key, weight, Reason("rule", rule.why)))
    return tuple(heeded.values())
