"""What happened, line by line, with virtual times; and how often which fault struck."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable


class Trace:
    """`lines` are the same, byte for byte, for the same seed. `struck` counts faults by kind, `acts` all else."""

    def __init__(self, time: Callable[[], float]) -> None:
        self._time = time
        self.lines: list[str] = []
        self.struck: Counter[str] = Counter()
        self.acts: Counter[str] = Counter()

    def note(self, *words: object) -> None:
        self.lines.append(f"{self._time():.6f} {' '.join(map(str, words))}")

    def fault(self, kind: str, *words: object) -> None:
        """A fault struck."""
        self.struck[kind] += 1
        self.note("fault", kind, *words)

    def digest(self) -> str:
        return hashlib.sha256("\n".join(self.lines).encode()).hexdigest()
