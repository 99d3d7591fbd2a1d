"""Trains the model of a customer's voice, and says how it does on kinds of text that it never saw."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from bench.reading.report import auc, recall_at, rows
from bench.training.fitting import Example, Recipe, fit, fold_of, held_out, write
from bot.understanding.linear import SCALE, Linear
from bot.understanding.voice import voice_features


@cache
def features_of(text: str) -> frozenset[str]:
    return frozenset(voice_features(text))


OWN = Path(__file__).parent / "customers"
RECIPE = Recipe("voice", features_of, strength=0.02, rarest=4, smallest=0.02)
LENGTHS = (100, 250, 600, 1500, 1500)
"""Complaints are cut to one of these, or the model would take length for a customer."""
SHARES = {
    "complaints": 1.0,
    "banking77": 0.5,
    "tweets": 1.6,
    "reviews": 0.8,
    "mails": 0.8,
    "business": 0.8,
    "wishes": 0.6,
    "praise": 0.6,
    "chat": 2.0,
    "lin_enron": 1.6,
    "ami": 0.8,
    "work": 1.6,
    "about_customers": 1.0,
    "naming": 0.8,
    "mail_like": 0.4,
}
"""How much each corpus counts, whatever its size."""
ALARMS = {"chat": 0.002, "ordinary": 0.003, "lin_enron": 0.004, "ami": 0.0001}


def gather() -> list[Example]:
    """All examples; the weights make the corpora count as SHARES says. What is told of customers is for the rules."""
    found = [*_labelled(), *own_examples()]
    sizes = Counter(each.corpus for each in found)
    whole = len(found) / sum(SHARES.values())
    return [Example(one.text, one.label, one.corpus, whole * SHARES[one.corpus] / sizes[one.corpus]) for one in found]


def own_examples() -> Iterator[Example]:
    """What we wrote ourselves, a file a kind."""
    for path in sorted(OWN.glob("*/*.txt")):
        if path.stem in SHARES:
            for text in lines_of(path):
                yield Example(text, path.parent.name == "said", path.stem)


def lines_of(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("# ")]


def _labelled() -> Iterator[Example]:
    for row in rows("complaints.jsonl"):
        length = LENGTHS[int(fold_of(row["text"] + "length"))]
        yield Example(row["text"][:length], True, "complaints")
    yield from (Example(row["text"], True, "banking77") for row in rows("banking77.jsonl"))
    yield from (Example(row["text"], False, "chat") for row in rows("chat.jsonl"))
    seen = set[str]()
    for row in rows("promises.jsonl"):
        text = row["text"]
        if text.casefold() not in seen:
            seen.add(text.casefold())
            yield Example(text, False, row["corpus"])


def group_of(corpus: str) -> str:
    """The corpora of ordinary messages that we wrote count as one."""
    return "ordinary" if corpus in {"work", "about_customers", "naming", "mail_like"} else corpus


def threshold(judged: Sequence[tuple[Example, float]]) -> float:
    """The lowest score at which no group of ordinary texts has more alarms than allowed."""
    highest = 0.0
    for group, share in ALARMS.items():
        scores = sorted((s for each, s in judged if not each.label and group_of(each.corpus) == group), reverse=True)
        highest = max(highest, scores[int(len(scores) * share)])
    return highest


def moved(model: Linear, score: float) -> Linear:
    """The same model, with that score at one half."""
    return Linear(model.bias - round(math.log(score / (1 - score)) * SCALE), model.weights)


def transfer(examples: Sequence[Example]) -> list[str]:
    """Each kind of customers' words, judged by a model that saw none of that kind."""
    found = []
    for corpus in (name for name in SHARES if any(each.corpus == name and each.label for each in examples)):
        rest = [each for each in examples if each.corpus != corpus and fold_of(each.text) != 0]
        model = fit(RECIPE, rest)
        right = [model.score(features_of(each.text)) for each in examples if each.corpus == corpus]
        chat = [
            model.score(features_of(each.text))
            for each in examples
            if each.corpus == "chat" and fold_of(each.text) == 0
        ]
        found.append(f"{corpus}: recall at 1 % alarms {recall_at(right, chat):.3f}, AUC {auc(right, chat):.3f}")
    return found


def by_corpus(judged: Sequence[tuple[Example, float]], limit: float) -> list[str]:
    found = []
    for corpus in SHARES:
        scores = [score for each, score in judged if each.corpus == corpus]
        chat = [score for each, score in judged if each.corpus == "chat"]
        above = f"{corpus}: {sum(score > limit for score in scores)} of {len(scores)} above the threshold"
        is_said = any(each.label for each, _ in judged if each.corpus == corpus)
        found.append(
            f"{above}; recall at 1 % alarms {recall_at(scores, chat):.3f}, AUC {auc(scores, chat):.3f}"
            if is_said
            else above
        )
    return found


def train() -> None:
    examples = gather()
    judged = held_out(RECIPE, examples)
    limit = threshold(judged)
    lines = by_corpus(judged, limit)
    others = transfer(examples)
    print(f"threshold {limit:.3f}", *lines, "Kinds never seen:", *others, sep="\n")
    write(
        "voice",
        moved(fit(RECIPE, examples), limit),
        CARD.format(date="{date}", held="\n".join(lines), other="\n".join(others)),
    )


CARD = "{date} {held} {other}"
