"""Fits the encoder to what it shall tell, all of its layers: it knows English, and learns what an offer is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax

from bench.training.teacher.encoder import Params, Table, cut, judged, padded, read, with_head

BATCH = 32
EPOCHS = 3
RATE, WARMING, LOWEST, DECAY = 5e-5, 0.1, 0.05, 0.01
"""The rate rises for the first tenth of all steps, then sinks to a twentieth."""
HEAD_START = 10.0
"""How much more quickly the head learns than what is below it."""
SOFTER = 0.1
"""How much of a label is replaced by how usual a yes is: labels of meetings are noisy."""
SORTED = 50
"""So many batches are drawn together and sorted by length, so that little is padded."""
AT_ONCE = 128


@cache
def known(folder: Path) -> tuple[Params, Any]:
    return read(folder)


def fit(texts: Sequence[str], labels: Sequence[bool], folder: Path, seed: int) -> Params:
    """The same texts and labels, in the same order, give the same encoder on the same machine."""
    start, cutter = known(folder)
    rows = cut(texts, cutter)
    wanted = np.array(labels, np.float32)
    wanted = (1 - SOFTER) * wanted + SOFTER * wanted.mean()
    params = with_head(start, seed)
    steps = EPOCHS * (len(rows) // BATCH)
    rates = optax.warmup_cosine_decay_schedule(0, RATE, round(steps * WARMING), steps, RATE * LOWEST)
    moves = optax.adamw(rates, weight_decay=DECAY)
    state = moves.init(params)

    def step(params: Params, state: Any, batch: tuple[Table, Table], key: Any) -> tuple[Params, Any]:
        change, state = moves.update(jax.grad(_loss)(params, batch, key), state, params)
        for name in ("votes", "bias"):
            change[name] = change[name] * HEAD_START
        return optax.apply_updates(params, change), state

    quick = jax.jit(step)
    key = jax.random.PRNGKey(seed)
    for batch in _batches([len(row) for row in rows], seed):
        key, now = jax.random.split(key)
        params, state = quick(params, state, (padded([rows[at] for at in batch]), wanted[batch]), now)
    return params


def ask(params: Params, texts: Sequence[str], folder: Path) -> Table:
    """The log-odds that it gives each text; its tables may be NumPy's, as they come from a file."""
    here = {name: jnp.asarray(table) for name, table in params.items()}
    return batched(jax.jit(lambda rows: judged(here, rows)), texts, known(folder)[1])


def batched(asked: Callable[[Table], Table], texts: Sequence[str], cutter: Any) -> Table:
    """What is said of each text, in their order; those of like length are asked together."""
    rows = cut(texts, cutter)
    order = sorted(range(len(rows)), key=lambda at: len(rows[at]))
    found: list[Table] = [None] * len(rows)
    for start in range(0, len(order), AT_ONCE):
        batch = order[start : start + AT_ONCE]
        filled = [rows[at] for at in batch] + [rows[batch[0]]] * (AT_ONCE - len(batch))
        for at, answer in zip(batch, np.asarray(asked(padded(filled))), strict=False):
            found[at] = answer
    return np.array(found, np.float32)


def _loss(params: Params, batch: tuple[Table, Table], key: Any) -> Table:
    rows, wanted = batch
    return optax.sigmoid_binary_cross_entropy(judged(params, rows, key), wanted).mean()


def _batches(lengths: Sequence[int], seed: int) -> Iterator[list[int]]:
    drawn = np.random.RandomState(seed)
    for _ in range(EPOCHS):
        order = drawn.permutation(len(lengths))
        found: list[list[int]] = []
        for start in range(0, len(order), BATCH * SORTED):
            near = sorted(order[start : start + BATCH * SORTED], key=lambda at: lengths[at])
            found += [near[at : at + BATCH] for at in range(0, len(near) - BATCH + 1, BATCH)]
        yield from (found[at] for at in drawn.permutation(len(found)))
