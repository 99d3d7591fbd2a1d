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
RECIPE = Recipe("voice", features_of, strength=0.04, rarest=4, smallest=0.02)
LENGTHS = (100, 250, 600, 1500, 1500)
"""Complaints are cut to one of these, or the model would take length for a customer."""
SHARES = {
    "complaints": 1.0,
    "banking77": 0.5,
    "tweets": 1.6,
    "about_brands": 0.7,
    "more": 0.8,
    "reviews": 0.8,
    "mails": 0.8,
    "business": 0.8,
    "wishes": 0.6,
    "praise": 0.6,
    "chat": 2.0,
    "lin_enron": 1.6,
    "ami": 0.8,
    "work": 1.0,
    "office": 0.6,
    "weeks": 0.9,
    "about_customers": 0.9,
    "naming": 0.7,
    "mail_like": 0.3,
}
"""How much each corpus counts, whatever its size."""
KEPT_BACK = 0
"""The fold whose texts nobody read while rules and features were written."""
ALARMS = {"chat": 0.002, "ordinary": 0.008, "lin_enron": 0.004, "ami": 0.0001}


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
    yield from (Example(cut(row["text"]), True, "complaints") for row in rows("complaints.jsonl"))
    yield from (Example(row["text"], True, "banking77") for row in rows("banking77.jsonl"))
    yield from (Example(row["text"], False, "chat") for row in rows("chat.jsonl"))
    seen = set[str]()
    for row in rows("promises.jsonl"):
        text = row["text"]
        if text.casefold() not in seen:
            seen.add(text.casefold())
            yield Example(text, False, row["corpus"])


def cut(complaint: str) -> str:
    return complaint[: LENGTHS[fold_of(complaint + "length")]]


def group_of(corpus: str) -> str:
    """The corpora of ordinary messages that we wrote count as one."""
    return "ordinary" if corpus in {"work", "office", "weeks", "about_customers", "naming", "mail_like"} else corpus


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
        rest = [each for each in examples if each.corpus != corpus and fold_of(each.text) != KEPT_BACK]
        model = fit(RECIPE, rest)
        right = [model.score(features_of(each.text)) for each in examples if each.corpus == corpus]
        chat = [
            model.score(features_of(each.text))
            for each in examples
            if each.corpus == "chat" and fold_of(each.text) == KEPT_BACK
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


def kept_back(examples: Sequence[Example]) -> str:
    """Whole complaints against chat, both of the fold that was kept back while features and rules were written."""
    model = fit(RECIPE, [each for each in examples if fold_of(each.text) != KEPT_BACK])
    whole = [row["text"] for row in rows("complaints.jsonl") if is_kept_back(row["text"])]
    said = [model.score(features_of(text)) for text in whole]
    chat = [model.score(features_of(row["text"])) for row in rows("chat.jsonl") if fold_of(row["text"]) == KEPT_BACK]
    figures = f"recall at 1 % alarms {recall_at(said, chat):.3f}, AUC {auc(said, chat):.3f}"
    return f"{figures} ({len(said)} and {len(chat)} texts)"


def is_kept_back(complaint: str) -> bool:
    """Complaints are trained on cut, so it is the cut text whose fold counts."""
    return fold_of(cut(complaint)) == KEPT_BACK


def train() -> None:
    examples = gather()
    judged = held_out(RECIPE, examples)
    limit = threshold(judged)
    held, last, others = by_corpus(judged, limit), kept_back(examples), transfer(examples)
    print(f"threshold {limit:.3f}", *held, "Kept back:", last, "Kinds never seen:", *others, sep="\n")
    model = moved(fit(RECIPE, examples), limit)
    card = CARD.format(date="{date}", features=len(model.weights), held=listed(held), last=last, others=listed(others))
    write("voice", model, card)


def listed(lines: Sequence[str]) -> str:
    return "\n".join(f"* {line}" for line in lines)


CARD = """# voice: how much a text sounds like a customer

A logistic regression over {features:,} features of `bot/understanding/voice.py`: which signs of `voice_words.py` fired,
how far their own sum reaches, which came together, and up to three shapes of words in a row (`voice_shapes.py`).
Topic words are blank: it knows "my …" and "your staff", no banks. A score of one half is where the bot speaks up.

Trained {date} by `make train`. Texts are not shipped, only weights.

## Data

| what | label | from | licence |
|---|---|---|---|
| complaints | customer | US Consumer Financial Protection Bureau, complaints database | public domain |
| banking77 | customer | PolyAI, banking77 | CC BY 4.0 |
| chat | ordinary | jkkummerfeld/irc-disentanglement | CC BY 4.0 |
| lin_enron | ordinary | Parth27/Lin, sentences of Enron's mail | MIT; the mail is public record |
| ami | ordinary | AMI meeting corpus | CC BY 4.0 |
| tweets, about_brands, reviews, mails, business, wishes, praise, more | customer | `customers/said` | Apache-2.0 |
| work, office, weeks, about_customers, naming, mail_like | ordinary | `customers/ordinary` | Apache-2.0 |

The folders are in `bench/training`; what lies there was written for this project. Each corpus counts as much
as `SHARES` says, whatever its size.

## Figures

Each text judged by a model that saw no text of its fold; alarms are the chat's, the threshold is
the shipped one:

{held}

Whole complaints against chat, both of the fold that was kept back: {last}.

Each kind judged by a model that saw nothing of that kind (a tweet's @ is then a teammate's, hence the low figure):

{others}

## What it is bad at

* Short praise and wishes without "you" ("Finally a company that listens!") look like anybody's.
* A brand that is named but not spoken to is only a blank: "X is down again" is heard as a teammate's.
* Somebody's private trouble with their own bank or landlord, told at work, sounds like a customer's.
* The customers' and teammates' texts that we wrote have few authors; the figures on them are kinder than life.
* The ordinary messages that we wrote are hard on purpose: their share of alarms is no share of a day's messages.
* Complaints are American and about money. English only.
* It reads the first 1,500 characters.
"""
