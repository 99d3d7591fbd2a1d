"""Trains the model of promises on OURS_DATA and on our own sentences (`bench/training/chat`): `make train`.

Prints what it does on sentences that it never saw, each corpus on its own, and writes the weights with their card.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from bench.reading.report import HOURS, NOW
from bench.training import conventions, talk, teacher
from bench.training.examples import MEETING_FOLDS, gather, part_of
from bench.training.fitting import Example, best_f1, fold_of, write
from bench.training.promises_card import CARD
from bench.training.talk import Worded
from bench.training.talk_cards import REGISTER_CARD, TALK_CARD
from bot.understanding import read_due
from bot.understanding.english.promise_vocabulary import ECHO_ONLY
from bot.understanding.linear import SCALE, Linear
from bot.understanding.promise_features import REGISTER, SPOKEN, see, share_of, spoken_words
from bot.understanding.promises import (
    LONGEST_SENTENCE,
    REGISTER_MODEL,
    TALK_MODEL,
    THRESHOLD,
    Models,
    Register,
    Setting,
    judge,
    score_of,
    setting_of,
)
from bot.understanding.text import sentences

REWRITTEN = 0.35
"""How much of an example's weight goes to it as another convention would write it down."""
SMALLEST = 0.12
MAYBE_TALK = 0.3
"""The chance that a text is talk from which on the network of talk learns from it."""
UNREAD_FOLD = 4
"""Whoever writes rules looks at no sentence of this fold: its figures are the honest ones."""
UNSURE = 0.05, 0.3
"""How much of a label is replaced by how usual a yes is: of what tells talk, and of what tells promises in it. Whether
people promise is far less sure than whether they talk.
"""
OTHER_THAN_TALK, PUBLIC_CHAT = 2, 3
"""How often mail and chat count, and lines of public chat, when talk is told from writing: there is less of them, and
a wrong offer costs most in chat.
"""


@dataclass(frozen=True, slots=True)
class Restraint:
    """How strongly weights may grow, and how rare a feature may be."""

    strength: float
    rarest: int


MANNER, PROMISING = Restraint(1.0, 10), Restraint(0.4, 3)
EVEN, LEAST_TELLING = 1.0, 0.1
"""What is added to the counts that say how telling a feature is, and to that: so that no feature is ruled out."""


@dataclass(frozen=True, slots=True)
class Row:
    """The features of an example, each with its value."""

    values: dict[str, float]
    label: bool
    weight: float


def train() -> None:
    """Fit, judge on held-out sentences, and write weights and card; the same data give the same files."""
    examples = gather()
    judged = held_out(examples)
    figures = "\n".join(_figures(judged))
    unread = "\n".join(
        _figures([pair for pair in judged if not pair[0].talks and fold_of(pair[0].text) == UNREAD_FOLD])
    )
    print(f"{figures}\n\nUnread:\n{unread}")
    models = fit_all(examples)
    size = f"{len(models.linear.weights):,}"
    print(f"{size} weights")
    card = CARD.replace("{figures}", figures).replace("{unread}", unread).replace("{size}", size)
    write("promises", models.linear, card)
    talk.write(REGISTER_MODEL, models.telling_talk, REGISTER_CARD)
    heard = "\n".join(_figures([pair for pair in judged if pair[0].talks]))
    talk.write(TALK_MODEL, models.talk, TALK_CARD.replace("{figures}", heard))


@cache
def names_moment(sentence: str) -> bool:
    return read_due(sentence, NOW, HOURS) is not None


def held_out(examples: Sequence[Example]) -> list[tuple[Example, float]]:
    """Each example with the score of a model that saw no sentence of its fold."""
    judged = []
    for fold in range(MEETING_FOLDS):
        model = fit_all([each for each in examples if part_of(each) != fold], left_out=fold)
        judged += [(each, score(each.text, model)) for each in examples if part_of(each) == fold]
    return judged


def score(text: str, models: Models) -> float:
    """As the bot reads it: the strongest sentence of a text."""
    setting = setting_of(text, models.register)
    found = [judge(sentence, names_moment, setting) for sentence in sentences(text)]
    return max((score_of(each, models) for each in found if each.may_be), default=0.0)


def fit_all(examples: Sequence[Example], left_out: int | None = None) -> Models:
    """First what tells talk from writing, then, with that, what tells promises, and what tells them in talk.
    `left_out` is the fold that is not among the examples.

    Each example is there twice, once as other people or a machine would have written it down: else capitals and full
    stops of these transcripts would tell what talk is.
    """
    both = [replace(each, weight=each.weight * (1 - REWRITTEN)) for each in examples]
    both += [replace(each, weight=each.weight * REWRITTEN) for each in conventions.rewritten(examples)]
    ordered = sorted(both, key=lambda each: (each.text, each.corpus, each.label, each.weight))
    register = fit_register(ordered)
    told = list(zip(ordered, settings_of(ordered), strict=True))
    linear = fit([row for each, setting in told for row in _rows(each, setting)], PROMISING)
    spoken = register.linear.weights
    return Models(
        Linear(linear.bias, {**spoken, **linear.weights}),
        register.network,
        talk.fit(list(_heard(told, left_out)), talk.PROMISES),
    )


def fit_register(examples: Sequence[Example]) -> Register:
    """What tells talk from writing."""
    linear = fit([_register_row(each) for each in examples], MANNER)
    weights = {REGISTER + name: weight for name, weight in linear.weights.items()}
    weights[REGISTER] = linear.bias
    often = [each for each in examples for _ in range(_times(each))]
    usual = sum(bool(each.talks) for each in often) / max(1, len(often))
    worded = [Worded(spoken_words(each.text), _softened(bool(each.talks), usual, UNSURE[0])) for each in often]
    return Register(Linear(0, weights), talk.fit(worded, talk.REGISTER))


def settings_of(examples: Sequence[Example]) -> list[Setting]:
    """Each text as it looks to what has not seen it: what has, mistakes none, and errors could not be learned from."""
    found: dict[int, Setting] = {}
    for part in sorted({part_of(each) for each in examples}):
        register = fit_register([each for each in examples if part_of(each) != part])
        found |= {
            place: setting_of(each.text, register) for place, each in enumerate(examples) if part_of(each) == part
        }
    return [found[place] for place in range(len(examples))]


def _register_row(example: Example) -> Row:
    manner = see(example.text[:LONGEST_SENTENCE]).manner()
    is_talk = bool(example.talks)
    return Row(dict.fromkeys(manner, share_of(manner)), is_talk, float(_times(example)))


def _times(example: Example) -> int:
    """How often an example counts when talk is told from writing."""
    if example.talks:
        return 1
    return PUBLIC_CHAT if example.corpus == "irc" else OTHER_THAN_TALK


def _heard(examples: Sequence[tuple[Example, Setting]], left_out: int | None) -> Iterator[Worded]:
    """Meetings, of which a teacher has its say beside people, and what could be taken for talk: there, too, the network
    shall know what is no promise.
    """
    lessons = list(teacher.lessons(left_out))
    labels = [each.label for each in lessons if each.label is not None]
    usual = sum(labels) / len(labels)
    for example in _maybe_talk(examples):
        yield Worded(spoken_words(example.text), _softened(example.label, usual, UNSURE[1]))
    for each in lessons:
        people = each.chance if each.label is None else _softened(each.label, usual, UNSURE[1])
        yield Worded(each.words, (each.chance + people) / 2)


def _maybe_talk(examples: Sequence[tuple[Example, Setting]]) -> Iterator[Example]:
    """What is no talk, and could be taken for it."""
    for each, setting in examples:
        if not each.talks and setting.talk > MAYBE_TALK and not (each.label and ECHO_ONLY.match(each.text)):
            yield from [each] * (PUBLIC_CHAT if each.corpus == "irc" else 1)


def _softened(chance: float, usual: float, unsure: float) -> float:
    return (1 - unsure) * chance + unsure * usual


def _rows(example: Example, setting: Setting) -> Iterator[Row]:
    """Sentence by sentence: all of what is no promise, and the one of a promise that the rules find strongest."""
    if example.label and ECHO_ONLY.match(example.text):
        return  # "Yeah." counts as an offer in meetings, for what was said before it
    parts = [judge(part, names_moment, setting) for part in sentences(example.text)]
    if example.label:
        parts = sorted(parts, key=lambda part: -part.weighing.total)[:1]
    yield from (
        Row(part.values(part.said().all(), spoken=setting.spoken), example.label, example.weight) for part in parts
    )


def fit(examples: Sequence[Row], restraint: Restraint) -> Linear:
    """A logistic regression over features with values; small weights are left out."""
    counts = Counter(name for row in examples for name in row.values)
    rarest = restraint.rarest
    known = [{name: value for name, value in row.values.items() if counts[name] >= rarest} for row in examples]
    telling = how_telling(examples, {name for row in known for name in row if name.startswith(SPOKEN)})
    shaper = DictVectorizer()
    table = shaper.fit_transform(
        [{name: value * telling.get(name, 1.0) for name, value in row.items()} for row in known]
    )
    table.indices, table.indptr = table.indices.astype("int32"), table.indptr.astype("int32")
    model = LogisticRegression(C=restraint.strength, max_iter=3000, solver="liblinear", random_state=0)
    model.fit(table, [row.label for row in examples], [row.weight for row in examples])
    weighed = zip(shaper.feature_names_, model.coef_[0], strict=True)
    weights = {name: round(float(value) * telling.get(name, 1.0), 2) for name, value in weighed}
    bias = round(float(model.intercept_[0]) * SCALE)
    return Linear(bias, {name: round(each * SCALE) for name, each in weights.items() if abs(each) >= SMALLEST})


def how_telling(examples: Sequence[Row], names: Set[str]) -> dict[str, float]:
    """How much more often each of these stands in one class than in the other, about 1 on average.

    Multiplied by it, features that stand in both classes alike are held back more than those that tell them apart.
    Meetings have thousands of the former, and learn from them by heart.
    """
    counts = {True: dict.fromkeys(sorted(names), EVEN), False: dict.fromkeys(sorted(names), EVEN)}
    for row in examples:
        for name in row.values.keys() & names:
            counts[row.label][name] += row.weight
    for_it, against = (math.fsum(counts[label].values()) for label in (True, False))
    found = {
        name: math.sqrt(abs(math.log(counts[True][name] / for_it * against / counts[False][name])) + LEAST_TELLING)
        for name in counts[True]
    }
    usual = math.sqrt(math.fsum(each * each for each in found.values()) / max(1, len(found)))
    return {name: each / usual for name, each in found.items()}


def _figures(judged: Sequence[tuple[Example, float]]) -> Iterator[str]:
    by_corpus: dict[str, list[tuple[bool, float]]] = defaultdict(list)
    for example, value in judged:
        by_corpus[example.corpus].append((example.label, value))
    for corpus, pairs in sorted(by_corpus.items()):
        said = sum(value >= THRESHOLD for _, value in pairs)
        right = sum(label and value >= THRESHOLD for label, value in pairs)
        real = sum(label for label, _ in pairs)
        if not real:
            yield f"| {corpus} | {len(pairs)} | flagged {said / len(pairs):.4f} | | | |"
            continue
        best = best_f1(pairs)
        yield (
            f"| {corpus} | {len(pairs)} | {2 * right / (said + real):.3f} | {right / max(1, said):.3f}"
            f" | {right / real:.3f} | {best[0]:.3f} at {best[3]:.2f} |"
        )
