"""Gives stems the places at which a larger model puts texts: `python -m bench.training.meaning FOLDER`.

FOLDER is that of all-MiniLM-L6-v2, as for `bench.training.teacher`; five minutes on two cores. Not a part of `make
train`, as that needs no download of it. Texts that `bench.reading` sets aside take no part, and no label is read. That
a vector a word can learn what a sentence encoder says of texts is from Tulkens and van Dongen, "Model2Vec" (2024).
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax

from bench.reading.report import rows
from bench.reading.teams import ASIDE_OF_COMPLAINTS, is_aside, trials
from bench.training import vectors
from bench.training.examples import own_lines
from bench.training.fitting import FOLDER, write_card
from bench.training.teacher.encoder import Table, meant
from bench.training.teacher.learning import batched, known
from bot.understanding.claims import roots_of
from bot.understanding.english.topics import topics
from bot.understanding.meaning import MODEL, SIZE
from bot.understanding.packing import NEUTRAL
from bot.understanding.text import sentences

RAREST = 3
"""A stem has a place if so many texts have it, or if it is a usual word."""
COMPLAINTS, OF_ONE, SHORTEST, LONGEST = 14_000, 12, 15, 200
"""So many sentences of complaints, so many of one of them at most, and between so many characters."""
PAIRS, HANDFULS = 6_000, 30
"""Texts of two things that customers say of any topics; texts of two to four, of each topic."""
MOST_STEMS = 40
EPOCHS, BATCH, RATE, DROPPED = 8, 256, 2e-3, 0.1
WORD = 0.5
"""What a single word counts, beside a text."""
USUAL = 1e-3
"""In how many of all texts a word is half as telling as one that is in none: where learning begins."""
_WORD = re.compile(r"[a-z]{3,}")
CARD = """# meaning.json, meaning.bin

Says how near a text is in meaning to what a department says of itself, where they share no word. Each of {stems} stems
has {size} bytes; the sum of a text's stems points where a language model would put the text. It moves departments that
other words speak for, and never tags one by itself but as the last guess.

* Taught by all-MiniLM-L6-v2 (Sentence Transformers, Apache License 2.0), whose 384 numbers were brought to {size}, on
  {texts} texts: questions to a bank (banking77, CC BY 4.0) and complaints of the US Consumer Financial Protection
  Bureau (public domain) that are not set aside, and what customers say of topics, written here; and on single words.
  No label was read. No text of these is in the weights, only single words.
* Points where the larger model does, on questions that were set aside: cosine {cosine:.2f} on average.
* Trained: {date}, by `python -m bench.training.meaning`.
* Bad at: word order and "not"; words that neither the texts nor the most usual 22,000 words have.
"""


def main(folder: Path) -> None:
    """Asks the larger model, learns, and writes the table with its card."""
    texts = sorted(set(_texts()))
    words = sorted({*vectors.read(), *filter(_WORD.fullmatch, _vocabulary(folder))})
    aside = sorted(row["text"] for row in rows("banking77.jsonl") if is_aside(row["text"]))
    params, cutter = known(folder)
    answers = batched(jax.jit(lambda batch: meant(params, batch)), [*texts, *words, *aside], cutter)
    wanted = _brought_down(answers, len(texts))
    places = _places(texts, words)
    learned = len(texts) + len(words)
    table = _learned(_encoded([*texts, *words], places), wanted[:learned], _start(places, texts, words, wanted))
    step = np.abs(table).max() / (NEUTRAL - 1)
    whole = np.rint(table / step).astype(np.int32)
    _write(whole, places, len(texts), _cosine(whole, _encoded(aside, places), wanted[learned:]))


def _texts() -> Iterator[str]:
    drawn = random.Random(1)  # noqa: S311
    yield from (row["text"] for row in rows("banking77.jsonl") if not is_aside(row["text"]))
    told = [text for row in rows("complaints.jsonl") if not is_aside(text := row["text"], ASIDE_OF_COMPLAINTS)]
    said = [each[:LONGEST] for text in told for each in list(sentences(text))[:OF_ONE] if len(each) > SHORTEST]
    yield from drawn.sample(said, min(len(said), COMPLAINTS))
    phrases = [[words for words, _ in topic.says] for topic in topics()]
    yield from (words.removeprefix("=") for topic in topics() for words, _ in topic.claims)
    yield from (words for row in phrases for words in row)
    together = [words for row in phrases for words in row]
    yield from (" ".join(drawn.sample(together, 2)) for _ in range(PAIRS))
    for row in phrases:
        yield from (" ".join(drawn.sample(row, min(len(row), drawn.randint(2, 4)))) for _ in range(HANDFULS))
    yield from _of_ours()


def _of_ours() -> Iterator[str]:
    for trial in trials():
        if not trial.name.startswith(("bank", "complaints")):
            yield from (said.text for said in trial.said if not said.aside)
    for path in sorted((Path(__file__).parent / "customers").rglob("*.txt")):
        yield from own_lines(path)


def _vocabulary(folder: Path) -> list[str]:
    return (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")


def _brought_down(answers: Table, texts: int) -> Table:
    """In the SIZE directions in which texts differ most, of length one."""
    middle = answers[:texts].mean(0)
    _, _, directions = np.linalg.svd(answers[:texts] - middle, full_matrices=False)
    return _of_length_one((answers - middle) @ directions[:SIZE].T)


def _of_length_one(table: Table) -> Table:
    return table / np.maximum(1e-6, np.linalg.norm(table, axis=1, keepdims=True))


@cache
def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem for stem, _ in roots_of(text, MOST_STEMS))


def _places(texts: Sequence[str], words: Sequence[str]) -> dict[str, int]:
    """The stems that have a place; none is at 0, which stands for nothing."""
    counts = Counter(stem for text in texts for stem in set(_stems(text)))
    usual = {found[0] for word in words if len(found := _stems(word)) == 1}
    stems = sorted(usual | {stem for stem, count in counts.items() if count >= RAREST})
    return {stem: place for place, stem in enumerate(stems, 1)}


def _encoded(texts: Sequence[str], places: dict[str, int]) -> Table:
    table = np.zeros((len(texts), MOST_STEMS), np.int32)
    for row, text in zip(table, texts, strict=True):
        found = [places[stem] for stem in _stems(text) if stem in places]
        row[: len(found)] = found
    return table


def _start(places: dict[str, int], texts: Sequence[str], words: Sequence[str], wanted: Table) -> Table:
    """Each stem where its words are, and shorter, the more texts have it."""
    counts = Counter(stem for text in texts for stem in set(_stems(text)))
    table = np.random.RandomState(0).normal(0, 0.05, (len(places) + 1, SIZE)).astype(np.float32)
    sums: dict[str, list[Table]] = {}
    for word, there in zip(words, wanted[len(texts) :], strict=False):
        if len(found := _stems(word)) == 1:
            sums.setdefault(found[0], []).append(there)
    for stem, theirs in sums.items():
        rare = USUAL / (USUAL + max(1, counts[stem]) / len(texts))
        table[places[stem]] = np.mean(theirs, axis=0) * min(1.0, rare + 0.1)
    table[0] = 0
    return table


def _learned(rows: Table, wanted: Table, table: Table) -> Table:
    """The table with which sums of stems point where they should."""
    counts = np.where(rows[:, 1] > 0, 1.0, WORD).astype(np.float32)
    moves = optax.adam(RATE)
    state = moves.init(table)

    def loss(table: Table, batch: tuple[Table, Table, Table], key: Any) -> Table:
        rows, wanted, counts = batch
        heard = jnp.where(jax.random.bernoulli(key, 1 - DROPPED, rows.shape), rows, 0)
        return (counts * (1 - (_pointed(table, heard) * wanted).sum(-1))).mean()

    def step(table: Table, state: Any, batch: tuple[Table, Table, Table], key: Any) -> tuple[Table, Any]:
        change, state = moves.update(jax.grad(loss)(table, batch, key), state)
        return optax.apply_updates(table, change), state

    quick, key, drawn = jax.jit(step), jax.random.PRNGKey(0), np.random.RandomState(0)
    for _ in range(EPOCHS):
        order = drawn.permutation(len(rows))
        for start in range(0, len(order) - BATCH + 1, BATCH):
            at = order[start : start + BATCH]
            key, now = jax.random.split(key)
            table, state = quick(table, state, (rows[at], wanted[at], counts[at]), now)
    return np.asarray(table)


def _pointed(table: Table, rows: Table) -> Table:
    total = (table[rows] * (rows > 0)[..., None]).sum(1)
    return total / jnp.sqrt((total**2).sum(-1, keepdims=True) + 1e-6)


def _cosine(table: Table, rows: Table, wanted: Table) -> float:
    return float((np.asarray(_pointed(table, rows)) * wanted).sum(-1).mean())


def _write(table: Table, places: dict[str, int], texts: int, cosine: float) -> None:
    (FOLDER / f"{MODEL}.bin").write_bytes((table[1:] + NEUTRAL).astype(np.uint8).tobytes())
    stored = json.dumps({"stems": " ".join(places)}, ensure_ascii=False) + "\n"
    (FOLDER / f"{MODEL}.json").write_text(stored, encoding="utf-8")
    write_card(
        MODEL, CARD.format(stems=f"{len(places):,}", size=SIZE, texts=f"{texts:,}", cosine=cosine, date="{date}")
    )
    print(f"{len(places):,} stems, cosine {cosine:.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
