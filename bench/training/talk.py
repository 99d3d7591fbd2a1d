"""Trains the networks that tell talk and hear promises in it (`bot/understanding/network.py`): a part of `promises`.

Labels of meetings are noisy, so they are softened, and a larger model has its say beside them (`teacher`). Whole
dimensions of the word vectors are left out at random: what a single number says is learned less by heart. All settings
were chosen on groups of people never heard.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

import jax
import jax.numpy as jnp
import numpy as np
import optax

from bench.training import vectors
from bench.training.fitting import FOLDER, write_card
from bot.understanding.network import END, MOST_WORDS, SCALE, START, UNKNOWN, WIDTH, Network
from bot.understanding.packing import NEUTRAL

BATCH = 64
RATE, DECAY = 1e-3, 1e-4
SLOWER = 0.3
"""How much more slowly the vectors learn than all else: they know much already."""
DROPPED_DIMENSIONS, DROPPED_DETECTORS = 0.2, 0.4
LOUDNESS = 2.0
RAREST = 10
"""A part of a contraction or a single letter is known without a vector if it is said so often. No other word is: in
mail and chat those are people's names, too, which belong into nobody's weights.
"""
LENGTH = MOST_WORDS + 2
NOTHING = 0

Table: TypeAlias = Any
"""An array of numbers; NumPy is there for training alone, and so are its types."""
Params = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Worded:
    """The words of a text, and the chance (0 to 1) that what is learned is true of it."""

    words: Sequence[str]
    chance: float


@dataclass(frozen=True, slots=True)
class Plan:
    """How it is learned: so many networks, each with so many detectors, begin with other random numbers, since their
    mean is steadier; all examples are seen `epochs` times.
    """

    networks: int
    detectors: int
    epochs: int


REGISTER = Plan(networks=1, detectors=48, epochs=3)
PROMISES = Plan(networks=2, detectors=128, epochs=3)


def write(name: str, network: Network, card: str) -> None:
    """A network and its card, side by side: its tables as they are, all else in JSON."""
    stored = {
        "bias": network.bias,
        "thresholds": network.thresholds,
        "votes": network.votes,
        "words": " ".join(network.places),
    }
    text = json.dumps(stored, ensure_ascii=False, separators=(",", ":")) + "\n"
    (FOLDER / f"{name}.json").write_text(text, encoding="utf-8")
    (FOLDER / f"{name}.bin").write_bytes(network.tables)
    card = card.replace("{words}", f"{len(network.places):,}").replace("{detectors}", str(len(network.votes)))
    write_card(name, card)


@cache
def known_vectors() -> Mapping[str, vectors.Vector]:
    return vectors.read()


def fit(examples: Sequence[Worded], plan: Plan) -> Network:
    """The same examples, in the same order, give the same network."""
    counts = Counter(word for each in examples for word in each.words)
    known = known_vectors()
    seen = sorted(word for word, count in counts.items() if count >= RAREST and _is_part(word) and word not in known)
    words = ["<nothing>", UNKNOWN, START, END, *known, *seen]
    places = {word: place for place, word in enumerate(words)}
    table = _encoded([each.words for each in examples], places)
    chances = np.array([each.chance for each in examples], np.float32)
    trained = [
        _trained((table, chances), _start(words, plan.detectors, seed), plan.epochs, seed)
        for seed in range(plan.networks)
    ]
    return _in_whole_numbers(trained, words)


def _is_part(word: str) -> bool:
    return "'" in word or (len(word) == 1 and not word.isdigit())


def _trained(data: tuple[Table, Table], params: Params, epochs: int, seed: int) -> dict[str, Table]:
    moves = optax.adamw(RATE, weight_decay=DECAY)
    state = moves.init(params)
    table, chances = jnp.array(data[0]), jnp.array(data[1])

    def step(params: Params, state: Any, rows: Any, key: Any) -> tuple[Params, Any]:
        slope = jax.grad(_loss)(params, (table[rows], chances[rows]), key)
        slope["vectors"] = slope["vectors"].at[NOTHING].set(0)
        change, state = moves.update(slope, state, params)
        change["vectors"] = change["vectors"] * SLOWER
        return optax.apply_updates(params, change), state

    quick = jax.jit(step)
    key = jax.random.PRNGKey(seed)
    for rows in _batches(len(data[1]), epochs, seed):
        key, now = jax.random.split(key)
        params, state = quick(params, state, rows, now)
    return {name: np.asarray(value) for name, value in params.items()}


def _encoded(texts: Sequence[Sequence[str]], places: Mapping[str, int]) -> Table:
    """Each text as the places of its words, from its start to its end, and nothing behind: as long as all others."""
    table = np.full((len(texts), LENGTH + WIDTH - 1), NOTHING, np.int32)
    for row, words in zip(table, texts, strict=True):
        found = [places[START], *(places.get(word, places[UNKNOWN]) for word in words[:MOST_WORDS]), places[END]]
        row[: len(found)] = found
    return table


def _start(words: Sequence[str], detectors: int, seed: int) -> Params:
    """What is known of the words, and small numbers for the rest."""
    known = known_vectors()
    drawn = np.random.RandomState(seed)
    table: Table = drawn.normal(0, 0.1, (len(words), vectors.SIZE)).astype(np.float32)
    for place, word in enumerate(words):
        if word in known:
            table[place] = known[word]
    table[NOTHING] = 0
    one, two = jax.random.split(jax.random.PRNGKey(seed + 1000))
    inputs = WIDTH * vectors.SIZE
    return {
        "vectors": jnp.array(table),
        "detectors": jax.random.normal(one, (inputs, detectors)) / inputs**0.5,
        "biases": jnp.zeros(detectors),
        "votes": jax.random.normal(two, (detectors,)) * 0.05,
        "bias": jnp.array(-2.0),
    }


def _loss(params: Params, batch: tuple[Any, Any], key: Any) -> Any:
    rows, chances = batch
    one, two = jax.random.split(key)
    is_word = (rows > NOTHING)[..., None]
    said = params["vectors"][rows] * LOUDNESS * is_word
    said = said * _kept(one, (said.shape[0], 1, said.shape[2]), DROPPED_DIMENSIONS)
    windows = jnp.concatenate([said[:, at : at + LENGTH] for at in range(WIDTH)], -1)
    heard = jax.nn.relu(windows @ params["detectors"] + params["biases"])
    loudest = jnp.where(is_word[:, :LENGTH], heard, 0).max(1)
    loudest = loudest * _kept(two, loudest.shape, DROPPED_DETECTORS)
    judged = loudest @ params["votes"] + params["bias"]
    return optax.sigmoid_binary_cross_entropy(judged, chances).mean()


def _kept(key: Any, shape: tuple[int, ...], dropped: float) -> Any:
    """Nought for what is left out at random, and what makes up for it for the rest."""
    return jax.random.bernoulli(key, 1 - dropped, shape) / (1 - dropped)


def _batches(count: int, epochs: int, seed: int) -> Iterator[Table]:
    drawn = np.random.RandomState(seed)
    for _ in range(epochs):
        order = drawn.permutation(count)
        yield from (order[start : start + BATCH] for start in range(0, count - BATCH + 1, BATCH))


def _in_whole_numbers(trained: Sequence[Mapping[str, Table]], words: Sequence[str]) -> Network:
    """All networks as one that gives their mean. Each detector has steps of its own: its largest number becomes the
    largest that a byte holds.
    """
    said = np.concatenate([_said(each) for each in trained], -1)
    biases, votes = (np.concatenate([each[name] for each in trained]) for name in ("biases", "votes"))
    steps = np.abs(said).max(axis=(0, 1)) / (NEUTRAL - 1)
    table = (np.rint(said / steps) + NEUTRAL).astype(np.uint8)
    return Network(
        table.tobytes(),
        {word: place for place, word in enumerate(words)},
        [int(each) for each in np.rint(NEUTRAL * WIDTH - biases / steps)],
        [int(each) for each in np.rint(votes * steps * SCALE / len(trained))],
        round(float(np.mean([each["bias"] for each in trained])) * SCALE),
    )


def _said(params: Mapping[str, Table]) -> Table:
    """What each word says to each detector at each place of a window."""
    detectors = params["detectors"].reshape(WIDTH, vectors.SIZE, -1) * LOUDNESS
    said: Table = np.einsum("vs,wsd->vwd", params["vectors"], detectors)
    return said
